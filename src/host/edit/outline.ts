import { HostError, requireArgument } from '../errors';
import { type Area, isEntireColumns, isEntireRows, lastColumn, lastRow } from '../store/address';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { setColumnsHidden, setRowsHidden } from './hide';
import { assertUnprotected } from './protect';

/** `Excel.GroupOption` */
export type GroupBy = 'ByRows' | 'ByColumns';

/** Excel has eight outline levels; the first is the lines in no group. */
const DEEPEST = 7;

/** Lines beyond this are not outlined one by one. */
const MAX_LINES = 100_000;

function levels(sheet: Sheet, by: GroupBy): Map<number, number> {
  return by === 'ByRows' ? sheet.rowOutline : sheet.columnOutline;
}

function linesOf(area: Area, by: GroupBy): number[] {
  const [first, last] = by === 'ByRows' ? [area.row, lastRow(area)] : [area.column, lastColumn(area)];
  requireArgument(last - first < MAX_LINES);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** @throws InvalidArgument for entire rows grouped by columns and the other way round */
function assertFits(area: Area, by: GroupBy): void {
  requireArgument(
    by === 'ByRows' ? !isEntireColumns(area) || isEntireRows(area) : !isEntireRows(area) || isEntireColumns(area),
  );
}

/** Puts lines one outline level deeper. @throws InvalidOperation beyond the eighth level */
export function group(workbook: Workbook, sheet: Sheet, area: Area, by: GroupBy): void {
  assertUnprotected(sheet);
  assertFits(area, by);
  const outline = levels(sheet, by);
  const lines = linesOf(area, by);
  if (lines.some((line) => outline.get(line) === DEEPEST)) throw new HostError('InvalidOperation');
  for (const line of lines) outline.set(line, (outline.get(line) ?? 0) + 1);
  workbook.emit({ kind: 'format', sheet, area });
}

/** Takes lines one level up; lines that are in no group any more are shown. @throws InvalidOperation without a group */
export function ungroup(workbook: Workbook, sheet: Sheet, area: Area, by: GroupBy): void {
  assertUnprotected(sheet);
  assertFits(area, by);
  const outline = levels(sheet, by);
  const lines = linesOf(area, by).filter((line) => outline.has(line));
  if (lines.length === 0) throw new HostError('InvalidOperation');
  for (const line of lines) {
    const level = (outline.get(line) as number) - 1;
    if (level > 0) outline.set(line, level);
    else outline.delete(line);
  }
  workbook.emit({ kind: 'format', sheet, area });
}

/** The lines of the innermost group around a line: its neighbours at its level or deeper. */
function groupAround(outline: Map<number, number>, line: number): [number, number] | null {
  const level = outline.get(line);
  if (level === undefined) return null;
  let [first, last] = [line, line];
  while ((outline.get(first - 1) ?? 0) >= level) first--;
  while ((outline.get(last + 1) ?? 0) >= level) last++;
  return [first, last];
}

function setHidden(
  workbook: Workbook,
  sheet: Sheet,
  by: GroupBy,
  [first, last]: [number, number],
  hidden: boolean,
): void {
  const count = last - first + 1;
  if (by === 'ByRows') setRowsHidden(workbook, sheet, { row: first, column: 0, rows: count, columns: 1 }, hidden);
  else setColumnsHidden(workbook, sheet, { row: 0, column: first, rows: 1, columns: count }, hidden);
}

/** Collapses or expands the groups that the area's lines are in. @throws InvalidOperation without a group */
export function showDetails(workbook: Workbook, sheet: Sheet, area: Area, by: GroupBy, shown: boolean): void {
  assertUnprotected(sheet);
  const groups = linesOf(area, by).map((line) => groupAround(levels(sheet, by), line));
  const distinct = new Map(groups.flatMap((lines) => (lines ? [[lines.join(), lines] as const] : [])));
  if (distinct.size === 0) throw new HostError('InvalidOperation');
  for (const lines of distinct.values()) setHidden(workbook, sheet, by, lines, !shown);
}

/** Shows the lines down to a level and hides the deeper ones; 0 leaves the axis as it is. */
export function showOutlineLevels(workbook: Workbook, sheet: Sheet, rowLevels: number, columnLevels: number): void {
  assertUnprotected(sheet);
  for (const [by, shown] of [
    ['ByRows', rowLevels],
    ['ByColumns', columnLevels],
  ] as const) {
    requireArgument(shown >= 0 && shown <= DEEPEST + 1);
    if (shown === 0) continue;
    for (const [line, level] of levels(sheet, by)) setHidden(workbook, sheet, by, [line, line], level >= shown);
  }
}
