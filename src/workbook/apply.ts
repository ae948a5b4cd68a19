import type { ApplyOptions, ApplyReport, Conflict } from '../actions/home';
import type { Changeset, NewRecord } from '../crm/changeset';
import type { IdSource } from '../shared/ids';
import { CrmError } from '../shared/errors';
import type { Cell } from '../template/codec';
import { refuseNewer } from '../template/bindings';
import { TableAppend } from './append';
import { writeSpans } from './chunks';
import { encodeRecords, inputColumnsOf } from './encode';
import { mostSearches, searchKey } from './find';
import { syncEach, type AfterSync } from './gateway';
import type { JournalContext } from './journal';
import type { LiveTable, WritableLayout } from './layout';
import { toCrmError } from './officeErrors';
import { mostPerChange, type Outbox } from './outbox';
import { planRemovals, writeRemovals, type RemovalPlan } from './remove';
import { editedSince } from './held';
import { lookForReferred } from './referred';
import { setMarks, setValidations } from './rules';
import { planSteps, stepsByRequest, type Addition, type JournalledStep, type Step } from './steps';
import { planUpdates, rowsMoved, slices, writeUpdates, type UpdatePlan } from './update';

export interface ApplyContext {
  readonly layout: WritableLayout;
  readonly journal: { readonly now: () => number; readonly ids: IdSource; readonly by?: () => string | null };
  readonly outbox: Outbox;
  readonly options: ApplyOptions;
  /** Part of it may be done: what is gone already needs no removal. */
  readonly resume?: boolean;
  /** Records that come back bring their journal rows along. */
  readonly unjournalled?: boolean;
}

/**
 * Applies a changeset to the live workbook (decisions 16 to 19): everything is looked at before the first write; a
 * single action with a conflict writes nothing and lists it, a bulk one leaves the conflicts out. Large changesets are
 * cut into pieces that are each done as a whole, journal included; a small one is one piece: two syncs for an append.
 */
export async function applyChangeset(
  context: Excel.RequestContext,
  changeset: Changeset,
  given: ApplyContext,
): Promise<ApplyReport> {
  const { layout, options } = given;
  refuseNewer(layout.state);
  const updates = await planUpdates(context, layout.tables, layout.codecs, changeset.updates, options);
  const edited = given.resume ? [] : await editedSince(context, changeset.removals, layout);
  const conflicts = [...updates.conflicts, ...edited];
  if (edited.length || (conflicts.length && !options.bulk))
    return { ...nothing, alreadyDone: updates.alreadyDone, conflicts };

  const removals = given.resume ? await stillThere(context, changeset, layout) : changeset.removals;
  const work = new Work(context, { ...changeset, removals }, given, updates);
  const there = await work.look();
  if (there.length) {
    const appends = changeset.appends.filter((record) => !there.includes(record));
    const report = await applyChangeset(context, { ...changeset, appends }, given);
    return { ...report, alreadyDone: report.alreadyDone + there.length };
  }
  await work.write();
  return work.report();
}

/** What an attempt that was cut has left to remove. */
async function stillThere(
  context: Excel.RequestContext,
  { removals }: Changeset,
  { tables }: WritableLayout,
): Promise<Changeset['removals']> {
  const plan = planRemovals(context, tables, removals, true);
  await context.sync();
  return plan().removals.map(({ table, id }) => ({ table, id }));
}

const nothing: ApplyReport = { appended: 0, updated: 0, alreadyDone: 0, conflicts: [] };

/** Everything one changeset writes, looked at first and then queued piece by piece. */
class Work {
  private readonly appends: readonly Addition[];
  private readonly overwritten: Conflict[] = [];
  private readonly steps: readonly Step[];
  private readonly journal: TableAppend | null;
  private removals: RemovalPlan | null = null;
  private unwatched = false;
  /** Requests so far, and what the last one is to append. */
  private sent = 0;
  private underWay: readonly NewRecord[] = [];

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly changeset: Changeset,
    private readonly given: ApplyContext,
    private readonly updates: UpdatePlan,
  ) {
    this.appends = [...groupByTable(changeset.appends)].map(([id, records]) => this.appendTo(id, records));
    this.steps = this.planSteps();
    const changeLog = given.layout.tables.get('changeLog');
    const rows = this.steps.flatMap(({ journal }) => journal);
    this.journal =
      changeLog && rows.length ? this.newAppend(changeLog, encodeRecords(changeLog, rows, given.layout)) : null;
  }

  private appendTo(id: string, records: readonly NewRecord[]) {
    const table = this.given.layout.tables.get(id);
    if (!table) throw new CrmError('unknownTable', { table: id });
    const cells = encodeRecords(table, records, this.given.layout);
    return { append: this.newAppend(table, cells), records, spans: writeSpans(cells) };
  }

  private newAppend(table: LiveTable, cells: readonly (readonly Cell[])[]): TableAppend {
    return new TableAppend(this.context, table, cells, this.given.options.consent);
  }

  private planSteps(): Step[] {
    const { changeset, context, given, updates } = this;
    const report = (conflict: Conflict) => void this.overwritten.push(conflict);
    const steps = planSteps({
      ...{ changeset, updates, additions: this.appends },
      journal: journalContext(given),
      update: (writes) => () => writeUpdates(context, given.layout.codecs, writes, report),
      remove: (index) => () => this.removePiece(index),
    });
    return given.unjournalled ? steps.map((step) => ({ ...step, journal: [] })) : steps;
  }

  private removePiece(index: number): () => undefined {
    const { removals, rowCounts } = this.removals!;
    const remove = writeRemovals(this.context, slices(removals)[index] ?? [], rowCounts);
    return () => {
      remove();
      return undefined;
    };
  }

  /**
   * Reads what must be known and refuses before the first write. Returns the new records that are there already: saved
   * once more by another pane, or after a restart, they are the same records.
   */
  async look(): Promise<readonly NewRecord[]> {
    const { workbook } = this.context;
    workbook.load('readOnly');
    this.tables.forEach((append) => append.load());
    const removals = planRemovals(this.context, this.given.layout.tables, this.changeset.removals);
    const there = this.searchForAppends();
    const referred = lookForReferred(this.context, this.changeset, this.given.layout);
    await this.context.sync();
    if (workbook.readOnly) throw new CrmError('readOnly');
    this.removals = removals();
    const unsure = this.tables.filter((append) => append.check());
    const found = there();
    if (!found.length) await referred();
    if (unsure.length && !found.length) await this.lookCloser(unsure);
    return found;
  }

  private searchForAppends(): () => NewRecord[] {
    const { layout } = this.given;
    const searches = this.appends.flatMap(({ append: { table }, records }) =>
      records.map((record) => ({ record, key: { table, id: record.id } })),
    );
    if (searches.length > mostSearches) return () => [];
    const found = searches.map(({ key }) => searchKey(this.context, key, layout.codecs));
    return () => searches.flatMap(({ record }, index) => (found[index]!.isNullObject ? [] : [record]));
  }

  private get tables(): TableAppend[] {
    return [...this.appends.map(({ append }) => append), ...(this.journal ? [this.journal] : [])];
  }

  private async lookCloser(appends: readonly TableAppend[]): Promise<void> {
    const checks = appends.map((append) => append.lookCloser());
    await this.context.sync();
    checks.forEach((check) => check());
  }

  async write(): Promise<void> {
    const options = { ...this.given.options, label: 'apply.write' };
    let failure: unknown = null;
    try {
      await syncEach(this.context, stepsByRequest(this.steps), (group) => this.request(group), options);
    } catch (error) {
      failure = this.afterFailure(toCrmError(error));
      if (failure instanceof CrmError && failure.params.platformCode === rowsMoved) await this.context.sync();
    }
    // What is written belongs to its table, also when somebody cancelled between two pieces.
    if (!(failure instanceof CrmError)) await this.settle();
    if (failure) throw failure as Error;
    await this.completeRules();
  }

  private async settle(): Promise<void> {
    try {
      for (const table of this.tables) await table.settle();
    } catch (error) {
      throw this.afterFailure(toCrmError(error));
    }
  }

  /**
   * What a failed request means: the first one stopped by its own searches wrote nothing (`notFound`: look again), later
   * ones met somebody else; for anything else the outbox finds out what was written.
   */
  private afterFailure(error: unknown): unknown {
    if (!(error instanceof CrmError)) return error;
    const wasStopped = error.code === 'notFound';
    if (wasStopped && this.sent === 1) this.given.outbox.forget(this.underWay);
    else this.given.outbox.mark(this.underWay, 'doubt');
    return wasStopped && this.sent > 1 ? new CrmError('conflict', error.params) : error;
  }

  /**
   * Everything that may stop the request first, then the data, then its journal rows (decision 19). Its records are
   * remembered before it is sent (decision 18).
   */
  private request(group: readonly JournalledStep[]): AfterSync {
    const records = group.flatMap(({ step }) => [...step.records, ...step.journal]);
    const isWatched = records.length <= mostPerChange;
    this.underWay = isWatched ? records : [];
    this.sent += 1;
    if (!this.given.outbox.remember(this.underWay)) this.unwatched = true;
    const pieces = group.map(({ step }) => step.piece());
    const journalled = group.filter(({ span }) => this.journal && span.count);
    journalled.forEach(({ span }) => this.journal!.guard(span));
    const checks = pieces.map((write) => write());
    const journalChecks = journalled.map(({ span }) => this.journal!.write(span));
    return () => {
      [...checks, ...journalChecks].forEach((check) => check?.());
      if (isWatched) this.given.outbox.mark(records, 'written');
    };
  }

  /** Choices and conditional formats that Excel did not carry on to the new rows. */
  private async completeRules(): Promise<void> {
    const missing = this.appends.flatMap(({ append }) =>
      append.rowsWithoutRules.map((rows) => ({ ...rows, table: append.table })),
    );
    if (!missing.length) return;
    for (const { table, rows, validations, marks } of missing) {
      if (validations) setValidations(this.context, table, rows);
      if (marks) setMarks(this.context, table, rows);
    }
    await this.context.sync();
  }

  report(): ApplyReport {
    const { updates, appends } = this;
    const sum = (count: (append: TableAppend) => number) =>
      appends.reduce((total, { append }) => total + count(append), 0);
    const hidden = sum((append) => append.hidden);
    return {
      appended: sum((append) => append.appended),
      updated: updates.writes.reduce((total, { due }) => total + due.length, 0),
      alreadyDone: updates.alreadyDone,
      conflicts: [...updates.conflicts, ...this.overwritten],
      ...(hidden ? { hidden } : {}),
      ...(this.unwatched ? { unwatched: true } : {}),
      ...(hasOwnFormulas(this.given.layout) ? { recalculated: true } : {}),
    };
  }
}

const journalContext = ({ journal: { now, ids, by } }: Pick<ApplyContext, 'journal'>): JournalContext => ({
  at: now(),
  ids,
  by: by?.() ?? null,
});

/** Whether people let formulas of their own fill what is typed elsewhere: after a write, these may show something else. */
const hasOwnFormulas = ({ tables }: WritableLayout): boolean =>
  [...tables.values()].some((table) =>
    inputColumnsOf(table).some((column, position) => column && (table.formulas[position] ?? null) !== null),
  );

function groupByTable(records: readonly NewRecord[]): ReadonlyMap<string, readonly NewRecord[]> {
  const groups = new Map<string, NewRecord[]>();
  for (const record of records) {
    const group = groups.get(record.table);
    if (group) group.push(record);
    else groups.set(record.table, [record]);
  }
  return groups;
}
