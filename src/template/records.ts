import type { Snapshot, Value } from '../crm/snapshot';
import { cutPointsByShare } from '../crm/tier';
import { toSerial } from '../shared/dates';
import { codecOf, type Cell, type CodecContext } from './codec';
import { computeAll } from './compute';
import { decodeWorkbook, type RawTable } from './decode';
import { columnOf, environmentOf } from './environment';
import { defaultLabels } from './labels';
import { isComputed, template } from './load';
import { seedRows, type SeedRow } from './seed';
import type { Language, TableDef } from './types';

/** Everything a new workbook is filled with: records by table, what the clock says, and the language. */
export interface NewWorkbook {
  readonly language: Language;
  readonly records: Readonly<Record<string, readonly SeedRow[]>>;
  readonly settings?: Readonly<Record<string, Value>>;
  /** Today's serial by the caller's clock. */
  readonly clock: number;
  /** Identity of the workbook; default: derived from the ids of its records, so that the same input gives the same bytes. */
  readonly workbookId?: string;
}

/** The cells of a new workbook table by table (input columns only), and all figures computed from just these cells. */
export interface FilledWorkbook {
  readonly inputs: Readonly<Record<string, readonly (readonly Cell[])[]>>;
  readonly computed: Snapshot;
}

/** Days that the hidden calendar reaches beyond today and beyond the dated tickets. */
const calendarBefore = 400;
const calendarAfter = 800;

export const inputColumns = (table: TableDef) => table.columns.filter((column) => !isComputed(column));

/** Fills the template; tiers get cut points from the imported customers when there are enough of them (C-12). */
export function fillWorkbook(fresh: NewWorkbook): FilledWorkbook {
  const labels = defaultLabels(template, fresh.language);
  const context: CodecContext = { labels, date1904: false };
  const calendar = calendarSpan(fresh);
  const rows = new Map<string, readonly SeedRow[]>(
    template.tables.map((table) => [
      table.id,
      fresh.records[table.id] ??
        seedRows(table, { language: fresh.language, labels, calendar, settings: fresh.settings }),
    ]),
  );
  const first = snapshotOf(rows, context, fresh.clock);
  const cuts = reviewedCuts(first, fresh);
  if (cuts)
    rows.set(
      'tiers',
      rows.get('tiers')!.map((row, index) => ({ ...row, minValue: cuts[index]! })),
    );
  const inputs = encodeAll(rows, context);
  return { inputs, computed: cuts ? computeAll(decode(inputs), fresh.clock) : first };
}

function snapshotOf(rows: ReadonlyMap<string, readonly SeedRow[]>, context: CodecContext, clock: number): Snapshot {
  return computeAll(decode(encodeAll(rows, context)), clock);
}

function encodeAll(rows: ReadonlyMap<string, readonly SeedRow[]>, context: CodecContext): Record<string, Cell[][]> {
  return Object.fromEntries(
    template.tables.map((table) => {
      const codecs = inputColumns(table).map((column) => [column.id, codecOf(column, context)] as const);
      return [table.id, rows.get(table.id)!.map((row) => codecs.map(([id, codec]) => codec.encode(row[id] ?? null)))];
    }),
  );
}

/** Through the same decoder that later reads the file, so that figures and problems cannot differ. */
function decode(inputs: Readonly<Record<string, readonly (readonly Cell[])[]>>): Snapshot {
  const raw = template.tables.map((table): RawTable => ({
    table: table.id,
    firstRow: firstRecordRow(table),
    columnIds: inputColumns(table).map((column) => column.id),
    rows: inputs[table.id]!,
  }));
  return decodeWorkbook(raw, false);
}

/** 1-based sheet row of a table's first record in a new workbook: tables that share a sheet stand below a title. */
export function firstRecordRow(table: TableDef): number {
  return template.tables.filter((candidate) => candidate.sheet === table.sheet).length > 1 ? 4 : 2;
}

/**
 * New cut points, or null when nothing was imported or too few customers bought anything. They are reviewed as of the
 * last purchase in the data, so that an export of some months ago does not look like a year without sales.
 */
function reviewedCuts(snapshot: Snapshot, fresh: NewWorkbook): (number | null)[] | null {
  const { tiers, today } = environmentOf(snapshot, fresh.clock);
  const lastPurchase = Math.max(
    lastDate(today, snapshot, 'orders', 'orderedAt'),
    lastDate(today, snapshot, 'opportunities', 'closedAt'),
  );
  if (!fresh.records.customers?.length || !Number.isFinite(lastPurchase)) return null;
  const reviewed = computeAll({ ...snapshot, settings: { ...snapshot.settings, asOf: lastPurchase } }, fresh.clock);
  const cuts = cutPointsByShare(columnOf(reviewed, 'customers', 'value').map(Number), tiers);
  return cuts === tiers ? null : cuts.map((cut) => cut.minValue);
}

/** The latest date of a column that is not in the future; -Infinity when there is none. */
function lastDate(today: number, snapshot: Snapshot, table: string, column: string): number {
  const latest = columnOf(snapshot, table, column).reduce<number>(
    (last, date) => (typeof date === 'number' && date <= today && date > last ? date : last),
    -Infinity,
  );
  return Math.floor(latest);
}

/** First and last day of the hidden calendar of a new workbook. */
export function calendarSpan(fresh: Omit<NewWorkbook, 'language'>): readonly [number, number] {
  const asOf = fresh.settings?.asOf;
  const today = typeof asOf === 'number' ? asOf : fresh.clock;
  let first = today;
  let last = today;
  for (const row of fresh.records.tickets ?? []) {
    if (typeof row.submittedAt !== 'number' || row.submittedAt < toSerial('2000-01-01')) continue;
    first = Math.min(first, Math.floor(row.submittedAt));
    last = Math.max(last, Math.floor(row.submittedAt));
  }
  return [first - calendarBefore, last + calendarAfter];
}
