import type { Block, SourceSheet } from '../../template/adopt';
import { anchorOf, columnDef } from '../../template/load';
import type { Language, TableDef } from '../../template/types';
import { cellAddress } from '../../xlsx/address';
import type { Extent } from './extent';
import { hasNumbers } from './mapColumns';
import { valuesOf } from './evidence';
import type { Blocker, ProposedColumn } from './types';

/** Everything for which a sheet is refused before anything is written, each with what to do about it. */
export function blockersOf(
  source: SourceSheet,
  extent: Extent,
  columns: readonly ProposedColumn[],
  table: TableDef,
  language: Language,
): Blocker[] {
  const { sheet } = source;
  const merge = source.merges.find((block) => isInside(block, extent));
  const anchor = columnDef(table, anchorOf(table));
  const ids = columns.find(({ column }) => column === 'id');
  const found: readonly (Blocker | false)[] = [
    source.boundTo !== null && { code: 'alreadyAdopted', params: { sheet } },
    source.protected && { code: 'protected', params: { sheet } },
    source.filtered && { code: 'sheetFiltered', params: { sheet } },
    source.spills && { code: 'sheetSpills', params: { sheet } },
    typeof source.across === 'string' && { code: 'chartAcross', params: { sheet, name: source.across } },
    merge !== undefined && { code: 'mergedInside', params: { sheet, address: addressIn(source, merge) } },
    extent.lastRow === extent.headerRow && { code: 'noRecords', params: { sheet } },
    !columns.some(({ column }) => column === anchor.id) && {
      code: 'anchorMissing',
      params: { column: anchor.caption[language] },
    },
    ids !== undefined &&
      hasNumbers(valuesOf(source, extent, ids.position)) && { code: 'numericIds', params: { column: ids.caption } },
  ];
  return found.filter((blocker) => blocker !== false);
}

const isInside = ({ row, column, rows, columns }: Block, extent: Extent): boolean =>
  row + rows > extent.headerRow &&
  row <= extent.lastRow &&
  column + columns > extent.firstColumn &&
  column <= extent.lastColumn;

const addressIn = ({ top, left }: SourceSheet, { row, column }: Block): string => cellAddress(top + row, left + column);
