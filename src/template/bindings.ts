import { columnDef, tableDef, template } from './load';
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

/** One row of the very hidden meta table: which table and column of the workbook is which of the template (decision 22). */
export interface MetaRow {
  readonly kind: 'table' | 'column';
  readonly table: string;
  readonly column: string;
  readonly name: string;
  readonly officeId: number;
}

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
  /** Caption by column id, for the columns that are there. */
  readonly captions: ReadonlyMap<string, string>;
}

/** Which tables and columns of the workbook are the template's. A table that nobody installed is never taken for one. */
export function bind(state: WorkbookState, source: Template = template): ReadonlyMap<string, BoundTable> {
  const tables = new Map(state.tables.map((table) => [table.name.toLowerCase(), table]));
  const bound = new Map<string, BoundTable>();
  for (const row of state.meta.filter((candidate) => candidate.kind === 'table')) {
    const found = tables.get(row.name.toLowerCase());
    const known = source.tables.some((table) => table.id === row.table);
    if (found && known)
      bound.set(row.table, { id: row.table, found, captions: bindColumns(row.table, found, state.meta) });
  }
  return bound;
}

/**
 * Caption and Excel's column id agree, else the caption alone (ids change when a file is rewritten), else the id alone
 * (the column was renamed); a caption that belongs to another column is never taken by id.
 */
function bindColumns(table: string, found: FoundTable, meta: readonly MetaRow[]): ReadonlyMap<string, string> {
  const rows = meta.filter((row) => row.kind === 'column' && row.table === table);
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
