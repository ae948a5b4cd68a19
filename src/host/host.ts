import type { Calculator, CustomFunction } from './calc';
import { attachClient, type AttachedClient, type ClientPort, type ClientWindow } from './client/attach';
import { Connections, type Connection } from './connections';
import { Delivery } from './delivery';
import { Desk } from './desk';
import type { FaultPlan, LoggedSync } from './faults';
import { workbookFromBook } from './file/fromBook';
import { notSaved } from './file/notSaved';
import { bookFromWorkbook } from './file/toBook';
import { Intake } from './intake';
import type { MergeReport } from './offline/merge';
import { startOffline } from './offline/work';
import type { HostClient, HostOptions, HostStats, UserEditOptions } from './options';
import { createPerson, type Person } from './person';
import { execute } from './protocol/execute';
import type { Call } from './protocol/hostClass';
import type { RequestBody, ResponseBody } from './protocol/message';
import { Session } from './protocol/session';
import { isSupported, REQUIREMENT_SETS } from './requirements';
import type { Change } from './store/change';
import type { Workbook } from './store/workbook';
import { readValues } from './edit/read';
import type { NotKept } from '../xlsx/book';
import { readBook } from '../xlsx/read';
import { writeBook } from '../xlsx/write';

function todayAsSerial(): number {
  const now = new Date();
  return (now.getTime() - now.getTimezoneOffset() * 60000) / 86400000 + 25569;
}

/** Excel without Excel: a workbook in memory that real office.js clients work on. */
export class Host {
  readonly functions = new Map<string, CustomFunction>();
  /** What `getIsActiveCollabSession` answers; `auto`: whether others are connected. Excel's own answer may lag. */
  collaboration: boolean | 'auto' = 'auto';
  private desk!: Desk;
  private readonly connections = new Connections();
  private origin = { id: 0, byAddin: false };
  private readonly intake: Intake;
  private readonly delivery = new Delivery((hearer) => this.connections.all.includes(hearer as Connection));

  constructor(private readonly options: HostOptions) {
    this.intake = new Intake(options, {
      isConnected: (id) => this.connections.find(id) !== undefined,
      execute: (id, body, flags) => this.execute(id, body, flags),
      runEnded: (id) => this.desk.undo.closeGroup(id),
      disconnect: (id) => this.connections.close(id),
    });
  }

  get stats(): Readonly<HostStats> {
    return this.intake.stats;
  }

  /** What the last `open` or `save` had to leave out, and why. */
  notKept: readonly NotKept[] = [];

  /** The shared workbook. */
  get workbook(): Workbook {
    return this.desk.workbook;
  }

  /** What goes wrong from now on; requests count from 1 again. Throws for a fault that there is not. */
  set faults(plan: FaultPlan) {
    this.intake.setFaults(plan);
  }

  get faults(): FaultPlan {
    return this.intake.line.plan;
  }

  /** The requests made since the faults were last set. */
  get syncLog(): readonly LoggedSync[] {
    return this.intake.line.log;
  }

  /** Awaited before a request is executed: tests decide with it whose request runs next. */
  set schedule(turn: ((client: number) => Promise<void>) | null) {
    this.intake.schedule = turn;
  }

  /** Makes the engine and takes a workbook in place of the present one. Clients stay connected. */
  async load(workbook: Workbook): Promise<void> {
    this.desk?.dispose();
    this.desk = this.newDesk(workbook, await this.newCalculator(), (change) => this.record(change));
    for (const connection of this.connections.all) {
      connection.offline = null;
      connection.session = this.newSession(connection.client.id, connection.client);
    }
  }

  private newCalculator(): Promise<Calculator | null> {
    return Promise.resolve(this.options.createCalculator?.(this.functions) ?? null);
  }

  private newDesk(workbook: Workbook, calculator: Calculator | null, onChange: (change: Change) => void): Desk {
    const { variant, undo, now = todayAsSerial } = this.options;
    return new Desk(workbook, calculator, { variant, undo, now, onChange, onAsyncResult: () => this.settleEvents() });
  }

  /** Opens an .xlsx in place of the present workbook; `notKept` lists what is left behind. @throws CrmError of `readBook` */
  async open(bytes: Uint8Array): Promise<void> {
    const book = readBook(bytes);
    await this.load(workbookFromBook(book));
    this.notKept = book.notKept ?? [];
  }

  /**
   * The workbook as an .xlsx, every formula with its value; `notKept` lists what no file of ours holds.
   * @throws CrmError of `writeBook`
   */
  async save(): Promise<Uint8Array> {
    this.notKept = notSaved(this.workbook);
    return writeBook(bookFromWorkbook(this.workbook));
  }

  private newSession(id: number, client?: AttachedClient): Session {
    const isCollaborating = () => !this.connections.find(id)?.offline && this.connections.online.length > 1;
    const shows = () => (this.collaboration === 'auto' ? isCollaborating() : this.collaboration);
    return new Session(id, this.workbook, isCollaborating, client?.hasProperty, shows);
  }

  /** Opens the workbook in one more client. */
  async connect(window?: ClientWindow): Promise<HostClient> {
    const load = this.options.loadClient;
    const target = window ?? (await load?.());
    if (!target) throw new Error('No office.js to attach to: pass a window or the option loadClient.');
    const id = this.connections.newId();
    const client = this.newClient(id, attachClient(target, this.port(id)));
    this.connections.add({ client, session: this.newSession(id, client), offline: null });
    return client;
  }

  private newClient(id: number, attached: AttachedClient): HostClient {
    const connection = () => this.connections.find(id);
    return {
      ...attached,
      id,
      disconnect: () => this.connections.close(id),
      reload: () => {
        this.connections.close(id);
        return this.connect();
      },
      goOffline: () => this.goOffline(id),
      goOnline: () => this.goOnline(id),
      get isOffline() {
        return Boolean(connection()?.offline);
      },
      get refreshRecommended() {
        return connection()?.session.refreshRecommended ?? false;
      },
    };
  }

  private async goOffline(id: number): Promise<void> {
    const connection = this.connections.find(id);
    if (!connection || connection.offline) return;
    const onChange = (change: Change) => this.note(change, connection.session.workbook, [connection]);
    // Nothing may happen between taking the copy and working on it.
    const calculator = await this.newCalculator();
    const makeDesk = (workbook: Workbook, onEach: (change: Change) => void) =>
      this.newDesk(workbook, calculator, onEach);
    const { work, session } = startOffline(connection.session, this.workbook, makeDesk, onChange);
    connection.session.releaseAll();
    Object.assign(connection, { session, offline: work });
  }

  /** Ranges that the client still holds are gone: Excel loads the shared workbook anew. */
  private async goOnline(id: number): Promise<MergeReport> {
    const connection = this.connections.find(id);
    if (!connection?.offline) return { written: 0, overwritten: 0, lost: [] };
    const { offline, session } = connection;
    const missed = [...offline.missed];
    const report = this.as(id, true, () => offline.merge(this.workbook, session));
    connection.session = session.on(this.workbook, () => undefined);
    connection.session.refreshRecommended ||= report.lost.length > 0;
    connection.offline = null;
    offline.stop();
    for (const happening of missed) this.delivery.note({ ...happening, hearing: [connection], isLate: true });
    this.settleEvents();
    await this.settle();
    return report;
  }

  private port(id: number): ClientPort {
    return {
      send: (body, flags) => this.intake.send(id, body, flags),
      refusesUnsupported: this.options.requirementSets !== undefined,
      supports: (name, version) => isSupported(this.options.requirementSets ?? REQUIREMENT_SETS, name, version),
      associate: (name, implementation) =>
        this.registerFunctions(this.options.functionNamespace ?? 'CRM', { [name]: implementation }),
      settings: () => this.workbook.settings,
      selectedValues: () => {
        const { sheet, areas } = this.workbook.selection;
        return areas[0] ? (readValues(this.workbook, sheet, areas[0]) ?? []) : [];
      },
      save: () => this.save(),
      settingsSaved: () => this.as(id, true, () => this.workbook.emit({ kind: 'settings', saved: true })),
    };
  }

  /** Adds custom functions: `registerFunctions('CRM', {TIER: fn})` makes `=CRM.TIER()`. */
  registerFunctions(
    namespace: string | undefined,
    implementations: Record<string, (...args: never[]) => unknown>,
  ): void {
    for (const [id, implementation] of Object.entries(implementations)) {
      const qualified = namespace && !id.includes('.') ? `${namespace}.${id}` : id;
      this.functions.set(qualified.toUpperCase(), implementation as CustomFunction);
    }
    for (const desk of this.desks) desk.invalidate();
  }

  private execute(id: number, body: RequestBody, flags: number): ResponseBody {
    const session = this.connections.find(id)?.session ?? this.newSession(id);
    const { workbook } = session;
    const run = (onMember?: Call['onMember']) => execute(body, { workbook, session, onMember });
    const response = this.as(id, true, () => this.deskOf(workbook).undo.record(id, flags, run));
    this.as(id, true, () => session.settle());
    return response;
  }

  private deskOf(workbook: Workbook): Desk {
    return this.desks.find((desk) => desk.workbook === workbook) ?? this.desk;
  }

  /**
   * What a person does who presses Ctrl+Z at a client (default: the first): takes back its last step, a request or an
   * `Excel.run({ mergeUndoGroup: true })`.
   * @returns false when there is nothing to take back (rules `undo-*`)
   * @throws when the host was made without `undo`
   */
  undo({ client }: UserEditOptions = {}): boolean {
    const id = this.connections.idOf(client);
    const workbook = this.connections.find(id)?.session.workbook ?? this.workbook;
    return this.as(id, false, () => this.deskOf(workbook).undo.undo(id));
  }

  /** Runs something as one client's doing, then lets the events go out. */
  private as<T>(id: number, byAddin: boolean, run: () => T): T {
    const before = this.origin;
    this.origin = { id, byAddin };
    try {
      return run();
    } finally {
      this.origin = before;
      this.settleEvents();
    }
  }

  /** A change of the shared workbook: those who are offline will hear of it later. */
  private record(change: Change): void {
    this.note(change, this.workbook, this.connections.online);
    const { id, byAddin } = this.origin;
    for (const { offline } of this.connections.all)
      offline?.missed.push({ change, workbook: this.workbook, origin: id, byAddin, hearing: [] });
  }

  private note(change: Change, workbook: Workbook, connections: readonly Connection[]): void {
    // Who wants events is asked when it happens: by delivery a script may have switched them on again.
    const hearing = connections.filter(({ session }) => session.enableEvents);
    const { id, byAddin } = this.origin;
    this.delivery.note({ change, workbook, origin: id, byAddin, hearing });
  }

  private get desks(): Desk[] {
    return [this.desk, ...this.connections.all.flatMap(({ offline }) => offline?.desk ?? [])];
  }

  private settleEvents(): void {
    const isHeard = this.delivery.needsValues || this.connections.isHeard('Calculated');
    // Handlers of bindings are known to their client only.
    for (const { workbook } of this.desks) if (isHeard || workbook.bindings.size > 0) workbook.calculate();
    this.delivery.send();
  }

  /** Resolves when every event so far was delivered. */
  settle(): Promise<void> {
    return this.delivery.settle();
  }

  /** What a person does who types `text` into a cell. @returns false when a validation refused it */
  userEdit(sheetName: string, address: string, text: string, { client }: UserEditOptions = {}): boolean {
    return this.person(client).type(sheetName, address, text);
  }

  /** The hands of the person at a client (default: the first): Local for that client, Remote for all others. */
  person(client?: HostClient): Person {
    const id = this.connections.idOf(client);
    const workbook = this.connections.find(id)?.session.workbook ?? this.workbook;
    const { undo } = this.deskOf(workbook);
    return createPerson(workbook, (gesture) => this.as(id, false, () => undo.recordGesture(id, gesture)));
  }

  /** A person starts (true) or ends (false) editing a cell: meanwhile requests fail or, with `delayForCellEdit`, wait. */
  set cellEditing(editing: boolean) {
    this.intake.cellEditing = editing;
  }

  get cellEditing(): boolean {
    return this.intake.cellEditing;
  }

  /** Tells the preview's grid what changed. @returns the unsubscriber */
  onChange(listener: (change: Change) => void): () => void {
    return this.delivery.listen(listener);
  }
}
