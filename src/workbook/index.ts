import type { ApplyOptions, ApplyReport, ChangeHint, LiveHome, RunOptions, WorkbookFacts } from '../actions/home';
import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { nowSerial } from '../shared/dates';
import { randomIds, type IdSource } from '../shared/ids';
import type { Adoption, SourceSheet } from '../template/adopt';
import { schemaVersion } from '../template/load';
import { planWorkbook, type Plan } from '../template/plan';
import type { Language, Template } from '../template/types';
import { planRemoval, type RemovalPlan, type RemovalScope } from '../template/uninstall';
import { applyLivePlan } from './applyPlan';
import { writeFigures } from './figures';
import { fillIds } from './fillIds';
import { insertFunnelChart } from './insertFunnel';
import { Gateway, officeSupports, type ExcelApi, type Supports } from './gateway';
import { locate, readConfiguration } from './inspect';
import { LayoutMemory } from './layoutMemory';
import { documentPlace, partitionKey } from './office';
import type { OutboxStore } from './outbox';
import { browserStore, memoryStore } from './outboxStore';
import { codecContext, readTables } from './read';
import { selectRecord } from './selectRecord';
import { applyRemoval } from './uninstall/apply';
import { lookAtUse } from './uninstall/look';
import { startTimer, Watch, type StartTimer } from './watch';
import { Writer, type WriterOptions } from './writer';

export type { OutboxStore } from './outbox';
export { memoryStore } from './outboxStore';
import { describeSelection, refreshAdoptions } from './source';

/** What a live home takes from outside; all have defaults for the add-in itself. */
export interface LiveOptions {
  readonly supports?: Supports;
  /** Date and time as a serial of the 1900 system, for the journal and the new calendar. */
  readonly now?: () => number;
  readonly ids?: IdSource;
  /** Where appends are remembered (decision 18); default: the browser's storage, for a workbook that was saved somewhere. */
  readonly outbox?: OutboxStore;
  readonly timer?: StartTimer;
}

/** The tables in the open workbook (`Home`), and what only a live workbook can do. */
export function createLiveHome(excel: ExcelApi = Excel, options: LiveOptions = {}): LiveHome {
  const session = randomIds()('S');
  const place = documentPlace();
  const ids = options.ids ?? randomIds();
  return new LiveWorkbook(new Gateway(excel, options.supports ?? officeSupports), options.timer ?? startTimer, {
    now: options.now ?? (() => nowSerial(new Date())),
    ids,
    session,
    place,
    // A workbook that was never saved has no co-authors, and nothing would tell it from the next one.
    store: options.outbox ?? (place ? browserStore(partitionKey(), session) : memoryStore()),
  });
}

class LiveWorkbook implements LiveHome {
  private readonly memory: LayoutMemory;
  private readonly writer: Writer;

  constructor(
    private readonly gateway: Gateway,
    private readonly timer: StartTimer,
    private readonly machine: WriterOptions,
  ) {
    this.memory = new LayoutMemory(gateway);
    this.writer = new Writer(this.memory, machine);
  }

  facts(): Promise<WorkbookFacts> {
    return this.gateway.run(async (context) => {
      const { workbook } = context;
      workbook.load('readOnly');
      const shared = workbook.getIsActiveCollabSession();
      await context.sync();
      // A method's result is there after the sync; it has nothing to load.
      // eslint-disable-next-line office-addins/load-object-before-read
      const sharedNow = shared.value;
      const layout = await locate(context);
      const { language } = await readConfiguration(context, layout);
      const version = layout.state.schemaVersion;
      return {
        schemaVersion: version,
        language: language ?? 'en',
        sharedNow,
        readOnly: workbook.readOnly || version > schemaVersion,
      };
    });
  }

  read(tables?: readonly string[], options: RunOptions = {}): Promise<Snapshot> {
    return this.gateway.run(async (context) => {
      const layout = await locate(context);
      const snapshot = await readTables(context, layout, tables, options);
      this.memory.known = { ...layout, codecs: codecContext(snapshot, layout.date1904) };
      return snapshot;
    });
  }

  apply(changeset: Changeset, options: ApplyOptions = {}): Promise<ApplyReport> {
    return this.writer.apply(changeset, options);
  }

  reconcile(): Promise<number> {
    return this.writer.reconcile();
  }

  async watch(listener: (hint: ChangeHint) => void): Promise<() => Promise<void>> {
    const watch = new Watch(this.gateway, this.memory, this.timer, (hint, changes) => {
      for (const change of changes) this.writer.note(change);
      listener(hint);
    });
    await watch.begin();
    return () => watch.end();
  }

  plan(_template: Template, language: Language, adoptions: readonly Adoption[] = []): Promise<Plan> {
    return this.gateway.run(async (context) => {
      const layout = await locate(context);
      const { language: own, conditions, keys } = await readConfiguration(context, layout);
      const agreed = await refreshAdoptions(context, layout, adoptions);
      return planWorkbook({ ...layout.state, language: own, keys }, own ?? language, conditions, agreed);
    });
  }

  lookAtSelection(options: RunOptions = {}): Promise<SourceSheet> {
    return this.gateway.run(async (context) => describeSelection(context, await locate(context), options));
  }

  applyPlan(plan: Plan, options: RunOptions = {}): Promise<{ readonly skipped: readonly string[] }> {
    return this.writer.inOrder(() => {
      this.memory.known = null;
      return applyLivePlan(
        this.gateway,
        plan,
        { clock: Math.floor(this.machine.now()), ids: this.machine.ids },
        options,
      );
    });
  }

  planRemoval(scope: RemovalScope): Promise<RemovalPlan> {
    return this.gateway.run(async (context) => {
      const layout = await locate(context);
      return planRemoval(layout.state, await lookAtUse(context, layout), scope);
    });
  }

  applyRemoval(plan: RemovalPlan, options: RunOptions = {}): Promise<void> {
    return this.writer.inOrder(() => {
      this.memory.known = null;
      return applyRemoval(this.gateway, plan, options);
    });
  }

  fillIds(fills: Parameters<LiveHome['fillIds']>[0]): Promise<number> {
    return this.writer.inOrder(() => this.memory.with((context, layout) => fillIds(context, layout, fills)));
  }

  writeFigures(computed: Snapshot, options: RunOptions = {}): ReturnType<LiveHome['writeFigures']> {
    return this.writer.inOrder(() =>
      this.memory.with((context, layout) => writeFigures(context, layout, computed, options)),
    );
  }

  async insertFunnel(): Promise<void> {
    const plan = await this.gateway.run((context) => locate(context));
    await insertFunnelChart(this.gateway, plan);
  }

  selectRecord(table: string, id: string): Promise<void> {
    return this.memory.with((context, layout) => selectRecord(context, layout, table, id));
  }
}
