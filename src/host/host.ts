import type { Calculator, CustomFunction } from './calc';
import { attachClient, type AttachedClient, type ClientPort, type ClientWindow } from './client/attach';
import { HostError, type HostErrorCode } from './errors';
import { workbookFromBook } from './file/fromBook';
import { bookFromWorkbook } from './file/toBook';
import { eventMessage, eventsOf } from './protocol/events';
import { execute } from './protocol/execute';
import { ActionType, type RequestBody, RequestFlag, type ResponseMessage } from './protocol/message';
import { Session } from './protocol/session';
import { isSupported, REQUIREMENT_SETS } from './requirements';
import type { RuleVariant } from './rules';
import { Recalculation } from './recalculation';
import type { Change } from './store/change';
import { Workbook } from './store/workbook';
import { readValues } from './edit/read';
import { typeIntoCell } from './edit/userEdit';
import { readBook } from '../xlsx/read';
import { writeBook } from '../xlsx/write';

/** 5 MB each way on Excel for the web (rule `payload-limit`). */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface HostOptions {
  /** Where each client's office.js comes from; in Node a fresh vm context. */
  loadClient?: () => ClientWindow | Promise<ClientWindow>;
  /** Makes the calculation engine; `null` switches calculation off. */
  createCalculator?: ((functions: Map<string, CustomFunction>) => Promise<Calculator>) | null;
  /** Requirement sets and their highest versions. */
  requirementSets?: Readonly<Record<string, string>>;
  /** Which reading of the assumed rules holds. */
  variant?: RuleVariant;
  /** The clock behind TODAY() and NOW(), as a workbook serial. */
  now?: () => number;
  payloadLimit?: number;
  /** The manifest's namespace for functions that a client registers with `CustomFunctions.associate`. */
  functionNamespace?: string;
}

export interface HostStats {
  /** Requests that scripts asked for; the one with which `Excel.run` lets go of its ranges is not counted. */
  syncs: number;
  requestBytes: number;
  responseBytes: number;
}

/** One open instance of the add-in (or a script) on the workbook. */
export interface HostClient extends AttachedClient {
  readonly id: number;
  /** Closes this client: it gets no more events and no longer counts as collaborating. */
  disconnect(): void;
}

interface Connection {
  client: HostClient;
  session: Session;
}

export interface UserEditOptions {
  /** Whose hands type: Local for this client, Remote for all others. Default: the first client. */
  client?: HostClient;
}

function todayAsSerial(): number {
  const now = new Date();
  return (now.getTime() - now.getTimezoneOffset() * 60000) / 86400000 + 25569;
}

/** Whether a request only releases tracked ranges: action type 1 makes the workbook object that the others need. */
function isHousekeeping({ Actions }: RequestBody): boolean {
  const releases = Actions.filter(({ Name }) => Name === '_RemoveReference');
  return (
    releases.length > 0 &&
    Actions.every((action) => action.ActionType === ActionType.Instantiate || releases.includes(action))
  );
}

/** Whether the change tells a cell's new value, which a formula has only when it was calculated. */
function showsFormula(change: Change): boolean {
  if (change.kind !== 'cells' || !change.details) return false;
  return change.sheet.cell(change.area.row, change.area.column)?.formula !== undefined;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Something to wait for that somebody else opens. */
class Gate {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

/** Excel without Excel: a workbook in memory that real office.js clients work on. */
export class Host {
  readonly stats: HostStats = { syncs: 0, requestBytes: 0, responseBytes: 0 };
  workbook = new Workbook();
  private connections: Connection[] = [];
  private nextClient = 1;
  private pending: { change: Change; origin: number; byAddin: boolean; hearing: Connection[] }[] = [];
  private listeners = new Set<(change: Change) => void>();
  private editEnd: Gate | null = null;
  private origin = { id: 0, byAddin: false };
  private recalculation: Recalculation | null = null;
  private delivery: Promise<void> = Promise.resolve();
  readonly functions = new Map<string, CustomFunction>();

  constructor(private readonly options: HostOptions) {}

  /** Makes the engine and takes a workbook in place of the present one. Clients stay connected. */
  async load(workbook: Workbook): Promise<void> {
    this.recalculation?.dispose();
    this.workbook = workbook;
    workbook.variant = this.options.variant ?? 'usual';
    workbook.onChange = (change) => this.record(change);
    const make = this.options.createCalculator;
    this.recalculation = make ? this.createRecalculation(await make(this.functions)) : null;
    workbook.calculateNow = () => this.recalculation?.run();
    workbook.calculate = () => {
      if (workbook.calculationMode !== 'Manual') this.recalculation?.run();
    };
    workbook.evaluate = (formula) => this.recalculation?.evaluate(formula) ?? null;
    for (const connection of this.connections)
      connection.session = this.newSession(connection.client.id, connection.client);
  }

  /** Opens an .xlsx in place of the present workbook. @throws CrmError of `readBook` */
  async open(bytes: Uint8Array): Promise<void> {
    await this.load(workbookFromBook(readBook(bytes)));
  }

  /** The workbook as an .xlsx, every formula with its value. @throws CrmError of `writeBook` */
  async save(): Promise<Uint8Array> {
    return writeBook(bookFromWorkbook(this.workbook));
  }

  private createRecalculation(calculator: Calculator): Recalculation {
    const recalculation = new Recalculation(this.workbook, calculator, this.options.now ?? todayAsSerial);
    calculator.onAsyncResult(() => {
      recalculation.invalidate();
      this.settleEvents();
    });
    return recalculation;
  }

  private newSession(id: number, client?: AttachedClient): Session {
    return new Session(id, this.workbook, () => this.connections.length > 1, client?.hasProperty);
  }

  /** Opens the workbook in one more client. */
  async connect(window?: ClientWindow): Promise<HostClient> {
    const load = this.options.loadClient;
    const target = window ?? (await load?.());
    if (!target) throw new Error('No office.js to attach to: pass a window or the option loadClient.');
    const id = this.nextClient++;
    const client: HostClient = { ...attachClient(target, this.port(id)), id, disconnect: () => this.disconnect(id) };
    this.connections.push({ client, session: this.newSession(id, client) });
    return client;
  }

  private disconnect(id: number): void {
    this.connections.find(({ client }) => client.id === id)?.session.releaseAll();
    this.connections = this.connections.filter(({ client }) => client.id !== id);
  }

  private port(id: number): ClientPort {
    return {
      send: (body, flags) => this.send(id, body, flags),
      supports: (name, version) => isSupported(this.options.requirementSets ?? REQUIREMENT_SETS, name, version),
      associate: (name, implementation) =>
        this.registerFunctions(this.options.functionNamespace ?? 'CRM', { [name]: implementation }),
      settings: () => this.workbook.settings,
      selectedValues: () => {
        const { sheet, areas } = this.workbook.selection;
        return areas[0] ? (readValues(this.workbook, sheet, areas[0]) ?? []) : [];
      },
      settingsSaved: () => this.as(id, true, () => this.workbook.emit({ kind: 'settings' })),
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
    this.recalculation?.invalidate();
  }

  private async send(id: number, body: RequestBody, flags: number): Promise<ResponseMessage> {
    const text = JSON.stringify(body);
    if (!isHousekeeping(body)) this.stats.syncs++;
    this.stats.requestBytes += byteLength(text);
    if (byteLength(text) > this.limit) return failure('RequestPayloadSizeLimitExceeded');
    if (this.editEnd && !(flags & RequestFlag.DelayForCellEdit)) return failure('InvalidOperationInCellEditMode');
    await this.editEnd?.opened;
    return this.answer(id, JSON.parse(text) as RequestBody);
  }

  private get limit(): number {
    return this.options.payloadLimit ?? PAYLOAD_LIMIT;
  }

  private answer(id: number, body: RequestBody): ResponseMessage {
    const session = this.connections.find(({ client }) => client.id === id)?.session ?? this.newSession(id);
    const response = this.as(id, true, () => execute(body, { workbook: this.workbook, session }));
    const text = JSON.stringify(response);
    this.stats.responseBytes += byteLength(text);
    if (byteLength(text) > this.limit) return failure('ResponsePayloadSizeLimitExceeded');
    return {
      HttpStatusCode: 200,
      ErrorCode: '',
      ErrorMessage: '',
      Headers: {},
      Body: JSON.parse(text) as typeof response,
    };
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

  private record(change: Change): void {
    this.recalculation?.notice(change);
    // Who wants events is asked when it happens: by delivery a script may have switched them on again.
    const hearing = this.connections.filter(({ session }) => session.enableEvents);
    this.pending.push({ change, origin: this.origin.id, byAddin: this.origin.byAddin, hearing });
  }

  /** Events reach clients after the answer, in order (rule `events-after-response`). */
  private settleEvents(): void {
    if (this.isHeard('Calculated') || this.pending.some(({ change }) => showsFormula(change)))
      this.workbook.calculate();
    if (this.pending.length === 0) return;
    const changes = this.pending.splice(0);
    const batches = changes.map((entry) => ({ ...entry, events: eventsOf(entry.change, this.workbook) }));
    this.delivery = this.delivery
      .then(() => new Promise<void>((resolve) => setTimeout(resolve, 0)))
      .then(() => {
        for (const { change, origin, byAddin, hearing, events } of batches) {
          for (const { client } of this.connections.filter((connection) => hearing.includes(connection))) {
            for (const event of events) client.deliver(eventMessage(event, client.id === origin, byAddin));
            if (change.kind === 'selection') client.raise(2, {});
            if (change.kind === 'settings' && client.id !== origin) client.raise(1, {});
          }
          for (const listener of this.listeners) listener(change);
        }
      });
  }

  private isHeard(event: string): boolean {
    return this.connections.some(({ session }) => session.listensTo(event));
  }

  /** Resolves when every event so far was delivered. */
  async settle(): Promise<void> {
    let seen: Promise<void> | null = null;
    while (seen !== this.delivery) {
      seen = this.delivery;
      await seen;
    }
  }

  /** What a person does who types `text` into a cell. @returns false when a validation refused it */
  userEdit(sheetName: string, address: string, text: string, { client }: UserEditOptions = {}): boolean {
    const id = client?.id ?? this.connections[0]?.client.id ?? 0;
    return this.as(id, false, () => typeIntoCell(this.workbook, sheetName, address, text));
  }

  /** A person starts (true) or ends (false) editing a cell: meanwhile requests fail or, with `delayForCellEdit`, wait. */
  set cellEditing(editing: boolean) {
    if (!editing) {
      this.editEnd?.open();
      this.editEnd = null;
    } else this.editEnd ??= new Gate();
  }

  get cellEditing(): boolean {
    return this.editEnd !== null;
  }

  /** Tells the preview's grid what changed. @returns the unsubscriber */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function failure(code: HostErrorCode): ResponseMessage {
  return { HttpStatusCode: 400, ErrorCode: code, ErrorMessage: new HostError(code).message, Headers: {}, Body: null };
}
