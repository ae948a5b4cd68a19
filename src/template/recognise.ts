import type { FoundTable, MetaRow, WorkbookState } from './bindings';
import { isComputed, kindOf, schemaVersion, tableDef } from './load';
import { languages, type ColumnDef, type Language, type TableDef, type Template } from './types';

/** Whether a table has more than half of these headers. */
export function hasMostOf(captions: readonly string[], found: FoundTable): boolean {
  const there = new Set(found.columns.map(({ caption }) => caption.toLowerCase()));
  return captions.filter((caption) => there.has(caption.toLowerCase())).length * 2 > captions.length;
}

/**
 * Which table and column is which: as the workbook says. In a finished workbook every table and column has its row; where
 * somebody deleted rows, the tables and columns that still have our headers are known all the same, so that a repair
 * does not add them a second time beside the data.
 */
export function knownMeta(state: WorkbookState, source: Template): readonly MetaRow[] {
  const { meta } = state;
  if (meta.length === 0) return guessedMeta(state, source);
  if (state.schemaVersion !== schemaVersion) return meta;
  const lost = source.tables.flatMap((table) => lostRows(table, state));
  return lost.length ? [...meta, ...lost] : meta;
}

function lostRows(table: TableDef, state: WorkbookState): readonly MetaRow[] {
  const rows = state.meta.filter((row) => row.table === table.id);
  if (rows.length > table.columns.length) return [];
  if (rows.length === 0) return guessedRows(table, state);
  const there = rows.find(({ kind }) => kind === 'table') ?? lostTable(table, rows, state);
  const found = state.tables.find(({ name }) => name === there?.name);
  if (!there || !found) return [];
  const columns = there.origin === 'adopted' ? [] : lostColumns(table, rows, found);
  return rows.includes(there) ? columns : [there, ...columns];
}

/**
 * The table that has most of the columns whose rows are left; where that is so of several (many have a note), the one
 * with our name, else one that no other row claims.
 */
function lostTable({ id, tableName }: TableDef, rows: readonly MetaRow[], state: WorkbookState): MetaRow | undefined {
  const captions = rows.map(({ name }) => name);
  const claimed = new Set(state.meta.filter(({ kind }) => kind === 'table').map(({ name }) => name.toLowerCase()));
  const able = state.tables.filter((table) => hasMostOf(captions, table) && !claimed.has(table.name.toLowerCase()));
  const found = able.find(({ name }) => isNameOf(tableName, name)) ?? able[0];
  const origin = rows.some((row) => row.origin === 'adopted') ? 'adopted' : 'installed';
  return found && { kind: 'table', table: id, column: '', name: found.name, officeId: 0, origin };
}

/** In tables of our own making only: a person's own column may be called like one of ours. */
function lostColumns(table: TableDef, rows: readonly MetaRow[], found: FoundTable): MetaRow[] {
  const known = new Set(rows.map(({ column }) => column));
  const claimed = new Set(rows.map(({ name }) => name.toLowerCase()));
  return table.columns.flatMap((column): MetaRow[] => {
    const there = found.columns.find(({ caption }) => isOurs(column, caption, found));
    if (known.has(column.id) || !there || claimed.has(there.caption.toLowerCase())) return [];
    const { caption: name, officeId } = there;
    return [{ kind: 'column', table: table.id, column: column.id, name, officeId, origin: 'installed' }];
  });
}

const isOurs = (column: ColumnDef, caption: string, { formulas = {} }: FoundTable): boolean =>
  languages.some((language) => column.caption[language].toLowerCase() === caption.toLowerCase()) &&
  (!isComputed(column) || kindOf(column) === 'refreshed' || caption in formulas);

/**
 * The meta rows of a finished workbook that lost its very hidden sheet (Excel's document inspector removes hidden
 * sheets): tables with a name of ours and most of our headers.
 */
const guessedMeta = (state: WorkbookState, source: Template): readonly MetaRow[] =>
  state.schemaVersion === 0 ? [] : source.tables.flatMap((table) => guessedRows(table, state));

function guessedRows(table: TableDef, state: WorkbookState): readonly MetaRow[] {
  const named = state.tables.filter(({ name }) => isNameOf(table.tableName, name));
  const found = languages.flatMap((language) => {
    const captions = captionsOf(table, language);
    return named.filter((candidate) => hasMostOf(captions, candidate)).map(({ name }) => ({ name, captions }));
  });
  return found[0] ? rowsFor(table, found[0].name, found[0].captions) : [];
}

const captionsOf = (table: TableDef, language: Language) => table.columns.map(({ caption }) => caption[language]);

function rowsFor(table: TableDef, name: string, captions: readonly string[]): MetaRow[] {
  const common = { table: table.id, officeId: 0, origin: 'installed' } as const;
  return [
    { ...common, kind: 'table', column: '', name },
    ...table.columns.map(({ id }, index): MetaRow => ({
      ...common,
      kind: 'column',
      column: id,
      name: captions[index]!,
    })),
  ];
}

/** Whether a table may have got this name from us: as it is, or with the prefix and number of a taken name. */
const isNameOf = (wanted: string, name: string): boolean =>
  name
    .toLowerCase()
    .replace(/^crm_(?=.)/, '')
    .replace(/_\d+$/, '') === wanted.toLowerCase().replace(/^crm_(?=.)/, '');

const metaTable = tableDef('meta');

/** Whether a table is the meta table, of this or an earlier version of the structure. */
export function isMetaTable({ name, columns }: Pick<FoundTable, 'name' | 'columns'>): boolean {
  const expected = captionsOf(metaTable, 'en');
  return (
    isNameOf(metaTable.tableName, name) &&
    columns.length >= firstMetaColumns &&
    columns.every(({ caption }, index) => expected[index] === caption || index >= firstMetaColumns)
  );
}

/** Columns of the meta table in crm/1. */
const firstMetaColumns = 5;
