import { CrmError } from '../shared/errors';
import { columnDef, schemaVersion, tableDef, template } from './load';
import type { KeysFound } from './planRows';
import { hasMostOf, knownMeta } from './recognise';
import type { Names } from './formula';
import type { Language, Template } from './types';

/** One column of a table as the workbook has it. */
export interface FoundColumn {
  readonly caption: string;
  /** Excel's own id of the column: survives a rename. */
  readonly officeId: number;
}

export interface FoundTable {
  readonly name: string;
  readonly sheet: string;
  readonly columns: readonly FoundColumn[];
  /** Formula of the first record by caption, `=` included; absent for columns of values. */
  readonly formulas?: Readonly<Record<string, string>>;
}

/** Who made a table or column: we did (`installed`), or it was the manager's own before (`adopted`). */
export type Origin = 'installed' | 'adopted';

/** One row of the very hidden meta table: which table and column of the workbook is which of the template (decision 22). */
export interface MetaRow {
  readonly kind: 'table' | 'column';
  readonly table: string;
  readonly column: string;
  readonly name: string;
  /** {@link pendingId} until everything that belongs to the table or column is there. */
  readonly officeId: number;
  readonly origin: Origin;
}

/**
 * Stands for Excel's id of a column in rows that were written before the column was finished: whoever finds it knows
 * that an installation was cut short there, and finishes the job.
 */
export const pendingId = -1;

/** What a workbook has: input of the plan, and of every read. */
export interface WorkbookState {
  readonly language: Language | null;
  /** 0 = no CRM workbook yet. */
  readonly schemaVersion: number;
  readonly sheets: readonly string[];
  readonly tables: readonly FoundTable[];
  /** Defined names of the workbook with their formulas, `=` included. */
  readonly names: Readonly<Record<string, string>>;
  readonly charts: readonly string[];
  readonly meta: readonly MetaRow[];
  /** Left out by looks that do not need it. */
  readonly keys?: KeysFound;
}

/** @throws CrmError `newerSchema` for a workbook that only a newer version understands: it is read, never written (decision 22) */
export function refuseNewer({ schemaVersion: found }: Pick<WorkbookState, 'schemaVersion'>): void {
  if (found > schemaVersion) throw new CrmError('newerSchema', { found, known: schemaVersion });
}

export const emptyState: WorkbookState = {
  language: null,
  schemaVersion: 0,
  sheets: [],
  tables: [],
  names: {},
  charts: [],
  meta: [],
};

export interface BoundTable {
  readonly id: string;
  readonly found: FoundTable;
  readonly origin: Origin;
  /** Caption by column id, for the columns that are there. */
  readonly captions: ReadonlyMap<string, string>;
  /** Who made each of these columns. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Columns that are there and perhaps not finished. */
  readonly pending: ReadonlySet<string>;
  /** The table itself is new and perhaps lacks its rules. */
  readonly isPending: boolean;
}

/** Which tables and columns of the workbook are the template's. A table that nobody installed is never taken for one. */
export function bind(state: WorkbookState, source: Template = template): ReadonlyMap<string, BoundTable> {
  const tables = new Map(state.tables.map((table) => [table.name.toLowerCase(), table]));
  const meta = knownMeta(state, source);
  const bound = new Map<string, BoundTable>();
  for (const row of meta.filter((candidate) => candidate.kind === 'table')) {
    const found = tables.get(row.name.toLowerCase());
    const known = source.tables.some((table) => table.id === row.table);
    const columns = meta.filter((candidate) => candidate.kind === 'column' && candidate.table === row.table);
    if (found && known && isTheOneMeant(row, columns, found)) bound.set(row.table, boundTable(row, columns, found));
  }
  return bound;
}

function boundTable(row: MetaRow, columns: readonly MetaRow[], found: FoundTable): BoundTable {
  const captions = bindColumns(columns, found);
  const there = columns.filter(({ column }) => captions.has(column));
  return {
    id: row.table,
    found,
    origin: row.origin,
    captions,
    origins: new Map(there.map(({ column, origin }) => [column, origin])),
    pending: new Set(there.filter(({ officeId }) => officeId === pendingId).map(({ column }) => column)),
    isPending: row.officeId === pendingId,
  };
}

/** A name that was only reserved may have been given to a table of the manager's own since: our headers tell. */
const isTheOneMeant = (row: MetaRow, columns: readonly MetaRow[], found: FoundTable): boolean =>
  row.officeId !== pendingId ||
  row.origin === 'adopted' ||
  hasMostOf(
    columns.map(({ name }) => name),
    found,
  );

/** Reads a row of the meta table; rows of crm/1 do not tell the origin, since only we made tables then. */
export const metaRow = ([kind, table, column, name, officeId, origin]: readonly unknown[]): MetaRow => ({
  kind: kind === 'table' ? 'table' : 'column',
  table: String(table ?? ''),
  column: String(column ?? ''),
  name: String(name ?? ''),
  officeId: Number(officeId ?? 0),
  origin: origin === 'adopted' ? 'adopted' : 'installed',
});

/** The cells of a meta row by column of the meta table. */
export const metaCells = (row: MetaRow): Readonly<Record<string, string | number>> => ({ ...row });

/**
 * Caption and Excel's column id agree, else the caption alone (ids change when a file is rewritten), else the id alone
 * (the column was renamed); a caption that belongs to another column is never taken by id.
 */
function bindColumns(rows: readonly MetaRow[], found: FoundTable): ReadonlyMap<string, string> {
  const captions = new Map(found.columns.map((column) => [column.caption.toLowerCase(), column]));
  const claimed = new Set(rows.map((row) => row.name.toLowerCase()));
  const bound = new Map<string, string>();
  for (const row of rows) {
    const byCaption = captions.get(row.name.toLowerCase());
    const byId = found.columns.find(
      (column) => column.officeId === row.officeId && !claimed.has(column.caption.toLowerCase()),
    );
    const column = byCaption ?? byId;
    if (column) bound.set(row.column, column.caption);
  }
  return bound;
}

/** Names for the formula renderer: as bound, else as planned (`planned` also settles clashes), else the template's. */
export function namesOf(
  bound: ReadonlyMap<string, BoundTable>,
  language: Language,
  planned: { tables: ReadonlyMap<string, string>; captions: ReadonlyMap<string, string> } = {
    tables: new Map(),
    captions: new Map(),
  },
): Names {
  return {
    tableName: (table) => bound.get(table)?.found.name ?? planned.tables.get(table) ?? tableDef(table).tableName,
    caption: (table, column) =>
      bound.get(table)?.captions.get(column) ??
      planned.captions.get(`${table}.${column}`) ??
      columnDef(tableDef(table), column).caption[language],
  };
}
