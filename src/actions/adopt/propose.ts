import { CrmError } from '../../shared/errors';
import type { Adoption, SourceSheet } from '../../template/adopt';
import { anchorOf, tableDef } from '../../template/load';
import type { ColumnDef, Language, TableDef } from '../../template/types';
import { isImportable, requiredColumns } from '../import/mapHeaders';
import { blockersOf } from './blockers';
import { captionsOf } from './captions';
import { filledIn, rawCellAt, textAt } from './cells';
import { valuesOf } from './evidence';
import { extentOf, type Extent } from './extent';
import { recognise } from './findHeader';
import { duplicatesOf, mapColumns } from './mapColumns';
import { isBlank } from '../import/rawCell';
import type { AdoptionProblem, AdoptionProposal, Corrections, ProposedColumn } from './types';

/**
 * How a sheet that a person keeps already would become one of our tables: which one, where its headers and records are,
 * what each column means, what is added, and what stands in the way. Nothing is written; the person corrects, and the
 * same function answers anew. Throws `nothingRecognised` when no row names anything we know and nobody said which does.
 */
export function proposeAdoption(
  source: SourceSheet,
  language: Language,
  corrections: Corrections = {},
): AdoptionProposal {
  if (corrections.headerRow !== undefined && !source.rows[corrections.headerRow])
    throw new CrmError('nothingRecognised', { sheet: source.sheet });
  const recognised = recognise(source, corrections);
  const isGuided = corrections.table !== undefined && corrections.headerRow !== undefined;
  if (recognised.known === 0 && !isGuided) throw new CrmError('nothingRecognised', { sheet: source.sheet });
  const { table, headerRow, candidates } = recognised;
  const extent = extentOf(source, recognised, corrections.totalsAreRecords ?? false);
  const captions = captionsOf(source, extent, language);
  const reading = { language, date1904: source.date1904 };
  const columns = mapColumns(source, extent, table, captions, corrections, reading);
  const adopted = new Set(columns.map(({ column }) => column));
  const missing = table.columns.filter(({ id }) => !adopted.has(id));
  const adoption = adoptionOf(source, table, extent, columns, corrections);
  return {
    table: table.id,
    candidates,
    headerRow,
    records: recordRows(source, extent, columns, table).length,
    columns,
    totalsRow: extent.totalsRow ?? extent.innerTotals.at(-1) ?? null,
    problems: problemsOf(source, extent, columns, table, language),
    blockers: blockersOf(source, extent, columns, table, language),
    missing,
    needsRoom: adoption.freeColumns !== null && adoption.freeColumns < missing.length,
    adoption,
  };
}

function adoptionOf(
  source: SourceSheet,
  table: TableDef,
  { headerRow, lastRow, firstColumn, lastColumn }: Extent,
  columns: readonly ProposedColumn[],
  { insertColumns = false, replaces = false }: Corrections,
): Adoption {
  const behind = (source.rows[0]?.length ?? 0) - 1 - lastColumn;
  return {
    table: table.id,
    sheet: source.sheet,
    row: source.top + headerRow,
    column: source.left + firstColumn,
    // A table has at least one row below its headers.
    rows: Math.max(2, lastRow - headerRow + 1),
    columns: lastColumn - firstColumn + 1,
    existing: source.table?.name ?? null,
    keepsName: source.table !== null,
    headers: columns.map(({ position, caption, column }) => ({
      header: source.rows[headerRow]![position] ?? '',
      caption,
      column,
    })),
    freeColumns: source.freeColumns === null ? null : source.freeColumns + behind,
    filterButtons: source.filterButtons ?? false,
    emptyOwn: null,
    replaces,
    insertColumns,
  };
}

/** Rows that the CRM will see as records: with an id or with what names them. */
function recordRows(
  source: SourceSheet,
  extent: Extent,
  columns: readonly ProposedColumn[],
  table: TableDef,
): number[] {
  const positions = columns
    .filter(({ column }) => column === 'id' || column === anchorOf(table))
    .map(({ position }) => position);
  const rows: number[] = [];
  for (let row = extent.headerRow + 1; row <= extent.lastRow; row += 1)
    if (positions.some((position) => !isBlank(rawCellAt(source, row, position)))) rows.push(row);
  return rows;
}

function problemsOf(
  source: SourceSheet,
  extent: Extent,
  columns: readonly ProposedColumn[],
  table: TableDef,
  language: Language,
): AdoptionProblem[] {
  const found: AdoptionProblem[] = [
    { code: 'partMarked', count: source.goesOn ? 1 : 0, value: '' },
    ...idProblems(source, extent, columns, table),
    sameNames(source, extent, columns),
    ...missingRequired(table, columns).map(({ caption }): AdoptionProblem => ({
      code: 'missingRequired',
      count: 1,
      value: caption[language],
    })),
    {
      code: source.table ? 'totalsInside' : 'innerTotals',
      count: extent.innerTotals.length,
      value: extent.innerTotals.map((row) => source.top + row + 1).join(', '),
    },
    { code: 'blankRows', count: extent.blankRows, value: '' },
    { code: 'rowsAbove', count: extent.above, value: textAbove(source, extent.headerRow) },
    { code: 'rowsBelow', count: extent.below, value: '' },
  ];
  return found.filter(({ count }) => count > 0);
}

/** The first text of the nearest filled row above. */
function textAbove(source: SourceSheet, headerRow: number): string {
  for (let row = headerRow - 1; row >= 0; row -= 1) {
    const [first] = filledIn(source, row);
    if (first !== undefined) return textAt(source, row, first);
  }
  return '';
}

function idProblems(
  source: SourceSheet,
  extent: Extent,
  columns: readonly ProposedColumn[],
  table: TableDef,
): AdoptionProblem[] {
  const ids = columns.find(({ column }) => column === 'id');
  const values = ids ? valuesOf(source, extent, ids.position) : { cells: [], samples: [] };
  const duplicates = duplicatesOf(values);
  const records = recordRows(source, extent, columns, table);
  const blank = ids ? records.filter((row) => isBlank(rawCellAt(source, row, ids.position))) : records;
  return [
    { code: 'duplicateIds', count: duplicates.length, value: [...new Set(duplicates)].slice(0, 3).join(', ') },
    { code: 'idsToFill', count: blank.length, value: ids?.caption ?? '' },
  ];
}

/** References by name find nothing where two records have it (decision 11). */
function sameNames(source: SourceSheet, extent: Extent, columns: readonly ProposedColumn[]): AdoptionProblem {
  const names = columns.find(({ column }) => column === 'name');
  const doubled = names ? duplicatesOf(valuesOf(source, extent, names.position)) : [];
  return { code: 'sameNames', count: doubled.length, value: [...new Set(doubled)].slice(0, 3).join(', ') };
}

/** Columns every record needs that the sheet does not have; the one that makes a row a record is a blocker instead. */
const missingRequired = (table: TableDef, columns: readonly ProposedColumn[]): ColumnDef[] =>
  requiredColumns(table).filter(({ id }) => id !== anchorOf(table) && !columns.some(({ column }) => column === id));

/** Columns that a person may map a column of theirs to. */
export const mappableColumns = (table: string): ColumnDef[] => tableDef(table).columns.filter(isImportable);
