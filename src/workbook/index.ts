import type {
  ApplyOptions,
  ApplyReport,
  ChangeHint,
  FunctionCell,
  InsertedChart,
  LiveHome,
  Opened,
  PlanReport,
  RunOptions,
  WorkbookFacts,
} from '../actions/home';
import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { nowSerial } from '../shared/dates';
import { CrmError } from '../shared/errors';
import { randomIds, type IdSource } from '../shared/ids';
import type { Adoption, SourceSheet } from '../template/adopt';
import { languageOf } from '../template/environment';
import type { Needs } from '../template/needs';
import type { Plan } from '../template/plan';
import type { Selection } from '../template/selected';
import type { ColumnPlace, ColumnSwitch } from '../template/switchable';
import type { Language, Template } from '../template/types';
import type { RemovalPlan, RemovalScope } from '../template/uninstall';
import { inspect } from './facts';
import { writeFigures } from './figures';
import { fillIds } from './fillIds';
import { Gateway, officeSupports, type ExcelApi, type Supports } from './gateway';
import { Handlers } from './handlers';
import { locate, readConfiguration } from './inspect';
import type { Layout } from './layout';
import { LayoutMemory } from './layoutMemory';
import { browserLayouts, passingLayouts, type LayoutStore } from './layoutStore';
import { documentPlace, partitionKey } from './office';
import type { OutboxStore } from './outbox';
import { browserStore, memoryStore } from './outboxStore';
import { codecContext, readTables } from './read';
import { readAtOnce } from './readAtOnce';
import { readSelection } from './selection';
import { selectRecord } from './selectRecord';
import { startTimer, Watch, type StartTimer } from './watch';
import { SelectionWatch } from './watchSelection';
import type { Writer, WriterOptions } from './writer';

export type { OutboxStore } from './outbox';
export { memoryStore } from './outboxStore';

const seldom = () => import('./seldom');

/** What a live home takes from outside; all have defaults for the add-in itself. */
export interface LiveOptions {
  readonly supports?: Supports;
  /** Date and time as a serial of the 1900 system, for the journal and the new calendar. */
  readonly now?: () => number;
  readonly ids?: IdSource;
  /** Where appends are remembered (decision 18); default: the browser's storage, for a workbook that was saved somewhere. */
  readonly outbox?: OutboxStore;
  readonly timer?: StartTimer;
  /** Where the layout is remembered for the next opening; default as for the outbox. */
  readonly layouts?: LayoutStore;
}

/** The tables in the open workbook (`Home`), and what only a live workbook can do. */
export function createLiveHome(excel: ExcelApi = Excel, options: LiveOptions = {}): LiveHome {
  const session = randomIds()('S');
  const place = documentPlace();
  const ids = options.ids ?? randomIds();
  const gateway = new Gateway(excel, options.supports ?? officeSupports);
  const layouts = options.layouts ?? (place ? browserLayouts(partitionKey(), place) : passingLayouts());
  return new LiveWorkbook(gateway, new LayoutMemory(gateway, layouts), options.timer ?? startTimer, {
    now: options.now ?? (() => nowSerial(new Date())),
    ids,
    session,
    place,
    // A workbook that was never saved has no co-authors, and nothing would tell it from the next one.
    store: options.outbox ?? (place ? browserStore(partitionKey(), session) : memoryStore()),
  });
}

class LiveWorkbook implements LiveHome {
  private made: Promise<Writer> | null = null;
  private signature: string | null = null;

  constructor(
    private readonly gateway: Gateway,
    private readonly memory: LayoutMemory,
    private readonly timer: StartTimer,
    private readonly machine: WriterOptions,
  ) {}

  /** Writes come in order through one writer, whose script nobody needs before the first of them. */
  private writer(): Promise<Writer> {
    this.made ??= import('./writer').then(
      ({ Writer }) => new Writer(this.memory, { ...this.machine, by: () => this.signature }),
      (failure: unknown) => {
        this.made = null;
        throw failure;
      },
    );
    return this.made;
  }

  facts(): Promise<WorkbookFacts> {
    return this.gateway.run(async (context) => {
      const { layout, facts } = await inspect(context);
      return facts((await readConfiguration(context, layout)).language);
    });
  }

  isKnown(): boolean {
    return this.memory.store.load() !== null;
  }

  async open(needs?: Needs, options: RunOptions = {}): Promise<Opened> {
    const opened = await this.openAsRemembered(needs, options);
    options.signal?.throwIfAborted();
    return opened ?? this.openAnew(needs, options);
  }

  /** One request instead of three, on the first opening; `null` when the workbook is not as it was. */
  private async openAsRemembered(needs: Needs | undefined, options: RunOptions): Promise<Opened | null> {
    const remembered = this.memory.known ? null : this.memory.store.load();
    if (!remembered) return null;
    try {
      return await this.gateway.run((context) => readAtOnce(context, remembered, needs, options));
    } catch (error) {
      // Whatever Excel refused, a look at the workbook finds out why.
      if (error instanceof CrmError) return null;
      throw error;
    }
  }

  private openAnew(needs: Needs | undefined, options: RunOptions): Promise<Opened> {
    return this.gateway.run(async (context) => {
      const { layout, facts } = await inspect(context);
      if (layout.state.schemaVersion === 0)
        return { facts: facts((await readConfiguration(context, layout)).language), snapshot: null };
      const snapshot = await this.readInto(context, layout, needs, options);
      return { facts: facts(languageOf(snapshot)), snapshot };
    });
  }

  read(needs?: Needs, options: RunOptions = {}): Promise<Snapshot> {
    return this.gateway.run(async (context) => this.readInto(context, await locate(context), needs, options));
  }

  /** Reads what is needed and remembers where it stood. */
  private async readInto(context: Excel.RequestContext, layout: Layout, needs?: Needs, options: RunOptions = {}) {
    const snapshot = await readTables(context, layout, needs, options);
    this.memory.known = { ...layout, codecs: codecContext(snapshot, layout.date1904) };
    return snapshot;
  }

  signAs(person: string | null): void {
    this.signature = person;
  }

  async apply(changeset: Changeset, options: ApplyOptions = {}): Promise<ApplyReport> {
    return (await this.writer()).apply(changeset, options);
  }

  async reconcile(): Promise<number> {
    return (await this.writer()).reconcile();
  }

  async watch(listener: (hint: ChangeHint) => void): Promise<() => Promise<void>> {
    const writer = await this.writer();
    const watch = new Watch(new Handlers(this.gateway), this.memory, this.timer, (hint, changes) => {
      for (const change of changes) writer.note(change);
      listener(hint);
    });
    await watch.begin();
    return () => watch.end();
  }

  selection(): Promise<Selection | null> {
    return this.memory.with((context, layout) => readSelection(context, layout));
  }

  async watchSelection(listener: () => void): Promise<() => Promise<void>> {
    const watch = new SelectionWatch(new Handlers(this.gateway), this.timer, listener);
    await watch.begin();
    return () => watch.end();
  }

  async plan(_template: Template, language: Language, adoptions: readonly Adoption[] = []): Promise<Plan> {
    const { planWorkbook, refreshAdoptions } = await seldom();
    return this.gateway.run(async (context) => {
      const layout = await locate(context);
      const { language: own, conditions, keys } = await readConfiguration(context, layout);
      const agreed = await refreshAdoptions(context, layout, adoptions);
      return planWorkbook({ ...layout.state, language: own, keys }, own ?? language, conditions, agreed);
    });
  }

  async lookAtSelection(options: RunOptions = {}): Promise<SourceSheet> {
    const { describeSelection } = await seldom();
    return this.gateway.run(async (context) => describeSelection(context, await locate(context), options));
  }

  async applyPlan(plan: Plan, options: RunOptions = {}): Promise<PlanReport> {
    const { applyLivePlan } = await seldom();
    return (await this.writer()).inOrder(() => {
      this.memory.known = null;
      return applyLivePlan(
        this.gateway,
        plan,
        { clock: Math.floor(this.machine.now()), ids: this.machine.ids },
        options,
      );
    });
  }

  async planRemoval(scope: RemovalScope): Promise<RemovalPlan> {
    const { lookAtUse, planRemoval } = await seldom();
    return this.gateway.run(async (context) => {
      const layout = await locate(context);
      return planRemoval(layout.state, await lookAtUse(context, layout), scope);
    });
  }

  async applyRemoval(plan: RemovalPlan, options: RunOptions = {}): Promise<void> {
    const { applyRemoval } = await seldom();
    return (await this.writer()).inOrder(() => {
      this.memory.known = null;
      return applyRemoval(this.gateway, plan, options);
    });
  }

  async lookAtColumns(): ReturnType<LiveHome['lookAtColumns']> {
    const { lookAtColumns } = await seldom();
    return this.gateway.run(async (context) => lookAtColumns(context, await locate(context)));
  }

  async switchColumns(change: ColumnSwitch, options: RunOptions = {}): Promise<PlanReport> {
    const { switchLines } = await seldom();
    const report = await this.applyPlan(change.plan, options);
    await (await this.writer()).log('switchColumn', switchLines(change));
    return report;
  }

  async readFigures(columns: readonly ColumnPlace[], options: RunOptions = {}): ReturnType<LiveHome['readFigures']> {
    const { readFigures } = await seldom();
    return this.gateway.run(async (context) => readFigures(context, await locate(context), columns, options));
  }

  async findFunctionCells(options: RunOptions = {}): ReturnType<LiveHome['findFunctionCells']> {
    const { findFunctionCells, lookAtColumns } = await seldom();
    return this.gateway.run(async (context) => {
      const layout = await locate(context);
      return findFunctionCells(context, layout, await lookAtColumns(context, layout), options);
    });
  }

  async freezeFunctionCells(cells: readonly FunctionCell[], options: RunOptions = {}): Promise<FunctionCell[]> {
    const { freezeFunctionCells, frozenLines } = await seldom();
    const frozen = await (
      await this.writer()
    ).inOrder(() => this.gateway.run((context) => freezeFunctionCells(context, cells, options)));
    await (await this.writer()).log('shareSafe', frozenLines(frozen));
    return frozen;
  }

  async fillIds(fills: Parameters<LiveHome['fillIds']>[0]): Promise<number> {
    return (await this.writer()).inOrder(() => this.memory.with((context, layout) => fillIds(context, layout, fills)));
  }

  async writeFigures(computed: Snapshot, options: RunOptions = {}): ReturnType<LiveHome['writeFigures']> {
    return (await this.writer()).inOrder(() =>
      this.memory.with((context, layout) => writeFigures(context, layout, computed, options)),
    );
  }

  async insertFunnel(): Promise<InsertedChart> {
    const { chartLines, insertFunnelChart } = await seldom();
    const layout = await this.gateway.run((context) => locate(context));
    const chart = await insertFunnelChart(this.gateway, layout);
    await (await this.writer()).log('insertFunnel', chartLines(chart, true));
    return chart;
  }

  async removeChart(chart: InsertedChart): Promise<void> {
    const { chartLines, removeChart } = await seldom();
    const isRemoved = await this.gateway.run((context) => removeChart(context, chart));
    if (isRemoved) await (await this.writer()).log('undo', chartLines(chart, false));
  }

  selectRecord(table: string, id: string): Promise<void> {
    return this.memory.with((context, layout) => selectRecord(context, layout, table, id));
  }
}
