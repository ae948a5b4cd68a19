import type { ApplyReport, LiveHome, RunOptions, WorkbookFacts } from '../actions/home';
import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { nowSerial } from '../shared/dates';
import { CrmError } from '../shared/errors';
import { randomIds, type IdSource } from '../shared/ids';
import { schemaVersion } from '../template/load';
import { planWorkbook, type Plan } from '../template/plan';
import type { Language, Template } from '../template/types';
import { applyChangeset } from './apply';
import { applyLivePlan } from './applyPlan';
import { writeFigures } from './figures';
import { fillIds } from './fillIds';
import { insertFunnelChart } from './insertFunnel';
import { Gateway, officeSupports, type ExcelApi, type Supports } from './gateway';
import { locate, readConfiguration } from './inspect';
import type { Layout, WritableLayout } from './layout';
import { codecContext, readTables } from './read';
import { selectRecord } from './selectRecord';

/** What a live home takes from outside; all have defaults for the add-in itself. */
export interface LiveOptions {
  readonly supports?: Supports;
  /** Date and time as a serial of the 1900 system, for the journal and the new calendar. */
  readonly now?: () => number;
  readonly ids?: IdSource;
}

/** The tables in the open workbook (`Home`), and what only a live workbook can do. */
export function createLiveHome(excel: ExcelApi = Excel, options: LiveOptions = {}): LiveHome {
  return new LiveWorkbook(new Gateway(excel, options.supports ?? officeSupports), {
    now: options.now ?? (() => nowSerial(new Date())),
    ids: options.ids ?? randomIds(),
  });
}

/** Errors that say: the workbook is not as this add-in remembers it. Nothing was written yet. */
const stale: ReadonlySet<string> = new Set(['layoutChanged', 'notFound']);

class LiveWorkbook implements LiveHome {
  /** Where the tables were when last looked at: saves the daily actions two syncs; every write checks it. */
  private known: WritableLayout | null = null;

  constructor(
    private readonly gateway: Gateway,
    private readonly journal: { readonly now: () => number; readonly ids: IdSource },
  ) {}

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
      this.known = { ...layout, codecs: codecContext(snapshot, layout.date1904) };
      return snapshot;
    });
  }

  apply(changeset: Changeset, options: RunOptions & { readonly bulk?: boolean } = {}): Promise<ApplyReport> {
    return this.withLayout((context, layout) =>
      applyChangeset(context, changeset, { layout, journal: this.journal, options }),
    );
  }

  plan(_template: Template, language: Language): Promise<Plan> {
    return this.gateway.run(async (context) => {
      const layout = await locate(context);
      const { language: own, conditions } = await readConfiguration(context, layout);
      return planWorkbook({ ...layout.state, language: own }, own ?? language, conditions);
    });
  }

  async applyPlan(plan: Plan, options: RunOptions = {}): Promise<{ readonly skipped: readonly string[] }> {
    this.known = null;
    return applyLivePlan(this.gateway, plan, Math.floor(this.journal.now()), options);
  }

  fillIds(fills: Parameters<LiveHome['fillIds']>[0]): Promise<number> {
    return this.withLayout((context, layout) => fillIds(context, layout, fills));
  }

  writeFigures(computed: Snapshot, options: RunOptions = {}): ReturnType<LiveHome['writeFigures']> {
    return this.withLayout((context, layout) => writeFigures(context, layout, computed, options));
  }

  async insertFunnel(): Promise<void> {
    const plan = await this.gateway.run((context) => locate(context));
    await insertFunnelChart(this.gateway, plan);
  }

  selectRecord(table: string, id: string): Promise<void> {
    return this.withLayout((context, layout) => selectRecord(context, layout, table, id));
  }

  /** Works with the remembered layout; looks anew, once, when the workbook has changed since. */
  private async withLayout<T>(work: (context: Excel.RequestContext, layout: WritableLayout) => Promise<T>): Promise<T> {
    const remembered = this.known;
    try {
      return await this.gateway.run(async (context) => work(context, remembered ?? (await this.lookAround(context))));
    } catch (error) {
      if (!remembered || !(error instanceof CrmError) || !stale.has(error.code)) throw error;
      this.known = null;
      return this.gateway.run(async (context) => work(context, await this.lookAround(context)));
    }
  }

  private async lookAround(context: Excel.RequestContext): Promise<WritableLayout> {
    const layout: Layout = await locate(context);
    this.known = { ...layout, codecs: codecContext(await readTables(context, layout, []), layout.date1904) };
    return this.known;
  }
}
