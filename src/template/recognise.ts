import type { FoundTable, MetaRow, WorkbookState } from './bindings';
import { tableDef } from './load';
import { languages, type Language, type TableDef, type Template } from './types';

/** Whether a table has more than half of these headers. */
export function hasMostOf(captions: readonly string[], found: FoundTable): boolean {
  const there = new Set(found.columns.map(({ caption }) => caption.toLowerCase()));
  return captions.filter((caption) => there.has(caption.toLowerCase())).length * 2 > captions.length;
}

/**
 * The meta rows of a finished workbook that lost its very hidden sheet (Excel's document inspector removes hidden
 * sheets): tables with a name of ours and most of our headers.
 */
export function guessedMeta(state: WorkbookState, source: Template): readonly MetaRow[] {
  if (state.schemaVersion === 0) return [];
  return source.tables.flatMap((table) => {
    const named = state.tables.filter(({ name }) => isNameOf(table.tableName, name));
    const found = languages.flatMap((language) => {
      const captions = captionsOf(table, language);
      return named.filter((candidate) => hasMostOf(captions, candidate)).map(({ name }) => ({ name, captions }));
    });
    return found[0] ? rowsFor(table, found[0].name, found[0].captions) : [];
  });
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
