import { headerKey } from '../../shared/text';
import type { ColumnDef, TableDef } from '../../template/types';
import type { ImportProblem, MappedHeader } from './types';

/** Where the columns of a source go. */
export interface HeaderMap {
  /** One per header; null = this header's cells are left out. */
  readonly targets: readonly (ColumnDef | null)[];
  readonly mapped: readonly MappedHeader[];
  readonly unmapped: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/** Finds the column that a header means. */
export type FindColumn = (header: string) => ColumnDef | undefined;

/** Only what people type is imported: formulas, roll-ups and refreshed values follow from it (decision 8). */
export const isImportable = ({ kind = 'input' }: ColumnDef): boolean => kind === 'input';

/** Ids win over captions (both languages), captions over synonyms; case, spaces and punctuation do not count. */
export function columnFinder(table: TableDef): FindColumn {
  const columns = table.columns.filter(isImportable);
  const names = [
    ...columns.map((column) => [column.id, column] as const),
    ...columns.flatMap((column) => Object.values(column.caption).map((text) => [text, column] as const)),
    ...columns.flatMap((column) => (column.synonyms ?? []).map((text) => [text, column] as const)),
  ];
  const byKey = new Map(names.reverse().map(([name, column]) => [headerKey(name), column]));
  return (header) => byKey.get(headerKey(header));
}

/** A person's choice for some headers: a column, or null to leave the header out. */
export type ChosenColumns = ReadonlyMap<string, ColumnDef | null>;

/**
 * Maps headers to columns (C-05). A person's choices come first; of two headers for one column the first is taken and
 * the second listed; a required column without header is listed and the import goes on.
 */
export function mapHeaders(
  headers: readonly string[],
  headerLine: number,
  table: TableDef,
  chosen: ChosenColumns = new Map(),
): HeaderMap {
  const wanted = wantedColumns(headers, table, chosen);
  const owners = firstOwners(wanted, chosen, headers);
  const targets = wanted.map((column, index) => (column && owners.get(column.id) === index ? column : null));
  const twice = headers.filter((_, index) => wanted[index] && !targets[index]);
  const place = { table: table.id, row: headerLine, id: null };
  return {
    targets,
    mapped: targets.flatMap((column, index) => (column ? [{ header: headers[index]!, column: column.id }] : [])),
    unmapped: headers.filter((_, index) => !targets[index]),
    problems: [
      ...twice.map((header): ImportProblem => {
        const column = wanted[headers.indexOf(header)]!.id;
        return { ...place, column, code: 'duplicateHeader', value: header };
      }),
      ...requiredColumns(table)
        .filter(({ id }) => !owners.has(id))
        .map(({ id }): ImportProblem => ({ ...place, column: id, code: 'missingColumn', value: '' })),
    ],
  };
}

/** Required columns a file must bring; ids are minted where they are missing. */
export const requiredColumns = (table: TableDef): ColumnDef[] =>
  table.columns.filter((column) => column.required && column.type !== 'id' && isImportable(column));

function wantedColumns(headers: readonly string[], table: TableDef, chosen: ChosenColumns) {
  const find = columnFinder(table);
  return headers.map((header) => (chosen.has(header) ? chosen.get(header)! : (find(header) ?? null)));
}

/** Index of the header that gets each column: a chosen one before a recognised one, then the first. */
function firstOwners(wanted: readonly (ColumnDef | null)[], chosen: ChosenColumns, headers: readonly string[]) {
  const owners = new Map<string, number>();
  const claim = (column: ColumnDef | null, index: number) => {
    if (column && !owners.has(column.id)) owners.set(column.id, index);
  };
  wanted.forEach((column, index) => chosen.has(headers[index]!) && claim(column, index));
  wanted.forEach(claim);
  return owners;
}
