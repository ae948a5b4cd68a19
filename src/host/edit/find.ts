import { requireArgument } from '../errors';
import { type Area, areaBetween } from '../store/address';
import { apiValue } from '../store/cell';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { wildcard } from './filter';
import { textAt } from './read';
import { type CellInput, writeCells } from './write';

export interface ReplaceCriteria {
  completeMatch?: boolean;
  matchCase?: boolean;
}

export interface FindCriteria extends ReplaceCriteria {
  searchDirection?: 'Forward' | 'Backwards';
}

function pattern(wanted: string, { completeMatch, matchCase }: ReplaceCriteria, flags = ''): RegExp {
  const source = wildcard(wanted).source.slice(1, -1);
  return new RegExp(completeMatch ? `^(?:${source})$` : source, (matchCase ? 's' : 'is') + flags);
}

/** What a search looks at: the formula or value, and what the cell shows. */
function matches(workbook: Workbook, sheet: Sheet, row: number, column: number, test: RegExp): boolean {
  const formula = sheet.cell(row, column)?.formula;
  const shown = textAt(workbook, sheet, row, column);
  return test.test(shown) || test.test(formula ?? String(apiValue(sheet.value(row, column))));
}

/** All cells that match, in reading order. */
export function findCells(
  workbook: Workbook,
  sheet: Sheet,
  areas: readonly Area[],
  wanted: string,
  criteria: FindCriteria,
): Area[] {
  workbook.calculate();
  const test = pattern(wanted, criteria);
  const found: Area[] = [];
  for (const area of areas) {
    sheet.grid.forEach((row, column) => {
      if (matches(workbook, sheet, row, column, test)) found.push(areaBetween(row, column, row, column));
    }, area);
  }
  return found;
}

/** The first (or, backwards, last) match. */
export function findCell(
  workbook: Workbook,
  sheet: Sheet,
  areas: readonly Area[],
  wanted: string,
  criteria: FindCriteria,
): Area | undefined {
  const found = findCells(workbook, sheet, areas, wanted, criteria);
  return criteria.searchDirection === 'Backwards' ? found[found.length - 1] : found[0];
}

/** Replaces in formulas and values. @returns how many replacements were made @throws InvalidArgument for no text */
export function replaceAll(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  from: string,
  to: string,
  criteria: ReplaceCriteria,
): number {
  workbook.calculate();
  requireArgument(from !== '');
  const test = pattern(from, criteria, 'g');
  const changes: { row: number; column: number; input: CellInput }[] = [];
  let count = 0;
  sheet.grid.forEach((row, column, cell) => {
    const before = String(cell.formula ?? apiValue(cell.value));
    const hits = before.match(test)?.length ?? 0;
    if (hits === 0) return;
    count += hits;
    changes.push({ row, column, input: before.replace(test, () => to) });
  }, area);
  for (const { row, column, input } of changes)
    writeCells(workbook, sheet, areaBetween(row, column, row, column), [[input]]);
  return count;
}
