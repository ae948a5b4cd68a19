import type { ApplyReport, RunOptions } from '../actions/home';
import type { Changeset, NewRecord } from '../crm/changeset';
import type { IdSource } from '../shared/ids';
import { CrmError } from '../shared/errors';
import type { Cell } from '../template/codec';
import { schemaVersion } from '../template/load';
import { TableAppend } from './append';
import { writeSpans, type Span } from './chunks';
import { encodeCell, inputColumnsOf, keyColumnOf } from './encode';
import { syncEach, type AfterSync } from './gateway';
import { appendEntries, removalEntries, updateEntries, type JournalContext } from './journal';
import type { LiveTable, WritableLayout } from './layout';
import { toCrmError } from './officeErrors';
import { planRemovals, writeRemovals, type RemovalPlan } from './remove';
import { setMarks, setValidations } from './rules';
import { planUpdates, slices, writeUpdates, type UpdatePlan } from './update';

export interface ApplyContext {
  readonly layout: WritableLayout;
  readonly journal: { readonly now: () => number; readonly ids: IdSource };
  readonly options: RunOptions & { readonly bulk?: boolean };
}

/**
 * Applies a changeset to the live workbook (decisions 16, 17, 19): everything is looked at before the first write; a
 * single action with a conflict writes nothing and lists it, a bulk one leaves the conflicts out. Large changesets are
 * cut into pieces that are each done as a whole, journal included; a small one is one piece: two syncs for an append.
 */
export async function applyChangeset(
  context: Excel.RequestContext,
  changeset: Changeset,
  given: ApplyContext,
): Promise<ApplyReport> {
  const { layout, options } = given;
  if (layout.state.schemaVersion > schemaVersion)
    throw new CrmError('newerSchema', { found: layout.state.schemaVersion, known: schemaVersion });
  const updates = await planUpdates(context, layout.tables, layout.codecs, changeset.updates, options);
  if (updates.conflicts.length && !options.bulk)
    return { ...nothing, alreadyDone: updates.alreadyDone, conflicts: updates.conflicts };

  const work = new Work(context, changeset, given, updates);
  await work.look();
  await work.write();
  return {
    appended: work.appended,
    updated: updates.writes.reduce((sum, { due }) => sum + due.length, 0),
    alreadyDone: updates.alreadyDone,
    conflicts: updates.conflicts,
  };
}

const nothing: ApplyReport = { appended: 0, updated: 0, alreadyDone: 0, conflicts: [] };

/** A queue of writes for one sync; what it returns runs after the sync. */
type Piece = () => AfterSync | undefined;

/** Up to this many rows a changeset is one piece. */
const onePiece = 50;

/** Everything one changeset writes, looked at first and then queued piece by piece. */
class Work {
  private readonly appends: readonly {
    readonly append: TableAppend;
    readonly records: readonly NewRecord[];
    readonly spans: readonly Span[];
  }[];
  private readonly journalRows: NewRecord[] = [];
  private readonly pieces: { readonly write: Piece; readonly journal: readonly NewRecord[] }[] = [];
  private rows = 0;
  private journal: TableAppend | null = null;
  private removals: RemovalPlan | null = null;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly changeset: Changeset,
    private readonly given: ApplyContext,
    updates: UpdatePlan,
  ) {
    this.appends = [...groupByTable(changeset.appends)].map(([id, records]) => this.appendTo(id, records));
    this.planPieces(updates);
    const changeLog = given.layout.tables.get('changeLog');
    if (changeLog && this.journalRows.length)
      this.journal = new TableAppend(context, changeLog, this.encode(changeLog, this.journalRows));
  }

  private appendTo(id: string, records: readonly NewRecord[]) {
    const table = this.given.layout.tables.get(id);
    if (!table) throw new CrmError('unknownTable', { table: id });
    const cells = this.encode(table, records);
    return { append: new TableAppend(this.context, table, cells), records, spans: writeSpans(cells) };
  }

  private encode(table: LiveTable, records: readonly NewRecord[]): Cell[][] {
    const { codecs } = this.given.layout;
    const columns = inputColumnsOf(table);
    const key = keyColumnOf(table.id).id;
    return records.map(({ id, values }) =>
      columns.map((column) =>
        column
          ? encodeCell(column, (column.id === key ? (values[key] ?? id) : values[column.id]) ?? null, codecs)
          : null,
      ),
    );
  }

  private planPieces(updates: UpdatePlan): void {
    const { changeset, context, given } = this;
    const journal: JournalContext = { at: given.journal.now(), ids: given.journal.ids };
    for (const writes of slices(updates.writes)) {
      const entries = updateEntries(
        changeset,
        journal,
        writes.flatMap(({ due }) => due),
      );
      this.add(() => writeUpdates(context, given.layout.codecs, writes), writes.length, entries);
    }
    for (const { append, records, spans } of this.appends) {
      for (const span of spans) {
        const added = records.slice(span.from, span.from + span.count);
        this.add(() => append.write(span), added.length, appendEntries(changeset, journal, added));
      }
    }
    const { length } = changeset.removals;
    const remove = () => {
      writeRemovals(context, this.removals!);
      return undefined;
    };
    if (length) this.add(remove, length, removalEntries(changeset, journal));
  }

  private add(write: Piece, rows: number, journal: readonly NewRecord[]): void {
    this.rows += rows;
    this.pieces.push({ write, journal });
    this.journalRows.push(...journal);
  }

  /** Reads what must be known and refuses before the first write. */
  async look(): Promise<void> {
    const all = [...this.appends.map(({ append }) => append), ...(this.journal ? [this.journal] : [])];
    const { workbook } = this.context;
    workbook.load('readOnly');
    all.forEach((append) => append.load());
    const removals = planRemovals(this.context, this.given.layout.tables, this.changeset.removals);
    await this.context.sync();
    if (workbook.readOnly) throw new CrmError('readOnly');
    this.removals = removals();
    const unsure = all.filter((append) => append.check());
    if (unsure.length) await this.lookBelow(unsure);
  }

  private async lookBelow(appends: readonly TableAppend[]): Promise<void> {
    const checks = appends.map((append) => append.lookBelow());
    await this.context.sync();
    checks.forEach((check) => check());
  }

  async write(): Promise<void> {
    const tables = [...this.appends.map(({ append }) => append), ...(this.journal ? [this.journal] : [])];
    try {
      await syncEach(this.context, this.requests(), (request) => request(), {
        ...this.given.options,
        label: 'apply.write',
      });
    } catch (error) {
      throw duringWrite(error);
    } finally {
      // What is written belongs to its table, also when somebody cancelled between two pieces.
      for (const table of tables) await table.settle();
    }
    await this.completeRules();
  }

  /** Pieces with their journal rows behind the data (decision 19), small ones together. */
  private requests(): Piece[] {
    let from = 0;
    const pieces = this.pieces.map(({ write, journal }): Piece => {
      const span = { from, count: journal.length };
      from += journal.length;
      return () => {
        const checks = [write(), this.journal && span.count ? this.journal.write(span) : undefined];
        return () => checks.forEach((check) => check?.());
      };
    });
    return this.rows > onePiece ? pieces : [() => runAll(pieces)];
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

  get appended(): number {
    return this.appends.reduce((sum, { append }) => sum + append.appended, 0);
  }
}

/** What was there a moment ago and is gone now: somebody else is at work, and looking anew might write twice. */
function duringWrite(error: unknown): unknown {
  const mapped = toCrmError(error);
  return mapped instanceof CrmError && mapped.code === 'notFound' ? new CrmError('conflict', mapped.params) : mapped;
}

function runAll(pieces: readonly Piece[]): () => void {
  const checks = pieces.map((piece) => piece());
  return () => checks.forEach((check) => check?.());
}

function groupByTable(records: readonly NewRecord[]): ReadonlyMap<string, readonly NewRecord[]> {
  const groups = new Map<string, NewRecord[]>();
  for (const record of records) {
    const group = groups.get(record.table);
    if (group) group.push(record);
    else groups.set(record.table, [record]);
  }
  return groups;
}
