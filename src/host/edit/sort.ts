import { HostError, requireArgument } from '../errors';
import { type Area, boundingArea, intersect, mapArea } from '../store/address';
import type { Cell, CellValue } from '../store/cell';
import { isCellError } from '../store/cell';
import { offsetFormula } from '../store/formula';
import type { Sheet } from '../store/sheet';
import { styleValue } from '../store/style';
import type { Workbook } from '../store/workbook';
import { assertAllowed, assertEditable } from './protect';

/** `Excel.SortField` */
export interface SortField {
  key: number;
  ascending?: boolean;
  sortOn?: 'Value' | 'CellColor' | 'FontColor' | 'Icon';
  color?: string;
}

interface Line {
  cells: (Cell | undefined)[];
  values: CellValue[];
  styles: { fill: string; fontColor: string }[];
  index: number;
}

/** Numbers, then text, then FALSE/TRUE, then errors; blanks are last whichever way. */
function rank(value: CellValue): number {
  if (value === null || value === '') return 4;
  if (isCellError(value)) return 3;
  return { number: 0, string: 1, boolean: 2 }[typeof value as 'number' | 'string' | 'boolean'];
}

function compareValues(a: CellValue, b: CellValue, matchCase: boolean): number {
  const byRank = rank(a) - rank(b);
  if (byRank !== 0) return byRank;
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'en', { sensitivity: matchCase ? 'variant' : 'accent', numeric: false });
  }
  return Number(a) - Number(b) || 0;
}

function compareLines(a: Line, b: Line, field: SortField, matchCase: boolean): number {
  const sign = field.ascending === false ? -1 : 1;
  if (field.sortOn === 'CellColor' || field.sortOn === 'FontColor') {
    const key = field.sortOn === 'CellColor' ? 'fill' : 'fontColor';
    const has = (line: Line) =>
      line.styles[field.key]?.[key].toLowerCase() === String(field.color).toLowerCase() ? 0 : 1;
    return sign * (has(a) - has(b));
  }
  const [left, right] = [a.values[field.key] ?? null, b.values[field.key] ?? null];
  const blanks = Number(rank(left) === 4) - Number(rank(right) === 4);
  return blanks !== 0 ? blanks : sign * compareValues(left, right, matchCase);
}

export interface SortOptions {
  matchCase: boolean;
  hasHeaders: boolean;
  /** Whether rows or columns are put in order. */
  axis: 'row' | 'column';
}

/**
 * Sorts the lines of an area; relative references in moved formulas keep pointing at their own line.
 * @throws InvalidArgument for a key outside the area
 */
export function sortCells(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  fields: readonly SortField[],
  options: SortOptions,
): void {
  assertAllowed(sheet, 'allowSort');
  assertEditable(sheet, area);
  assertSortable(workbook, sheet, area);
  workbook.calculate();
  const byRow = options.axis === 'row';
  const skip = options.hasHeaders ? 1 : 0;
  const body: Area = byRow
    ? { ...area, row: area.row + skip, rows: area.rows - skip }
    : { ...area, column: area.column + skip, columns: area.columns - skip };
  const width = byRow ? area.columns : area.rows;
  requireArgument(fields.length > 0 && fields.every(({ key }) => Number.isInteger(key) && key >= 0 && key < width));
  const lines = readLines(sheet, body, byRow).filter(({ index }) => isShown(sheet, body, index, byRow));
  const places = lines.map(({ index }) => index);
  lines.sort((a, b) => firstDifference(a, b, fields, options.matchCase) || a.index - b.index);
  writeLines(sheet, body, lines, places, byRow);
  const moved = lines.flatMap(({ index }, at) =>
    index === places[at] ? [] : [lineArea(body, places[at] as number, byRow)],
  );
  workbook.emit({ kind: 'sorted', sheet, area: body, axis: options.axis, moved: joined(moved, byRow) });
  workbook.emit({ kind: 'cells', sheet, area: body, changeType: 'RangeEdited' });
}

function lineArea(body: Area, index: number, byRow: boolean): Area {
  return byRow ? { ...body, row: body.row + index, rows: 1 } : { ...body, column: body.column + index, columns: 1 };
}

/** Lines side by side as one area, in order. */
function joined(lines: readonly Area[], byRow: boolean): Area[] {
  const ordered = [...lines].sort((a, b) => a.row - b.row || a.column - b.column);
  const areas: Area[] = [];
  for (const line of ordered) {
    const last = areas.at(-1);
    const next = last && (byRow ? last.row + last.rows : last.column + last.columns);
    if (last && next === (byRow ? line.row : line.column)) areas[areas.length - 1] = boundingArea(last, line);
    else areas.push(line);
  }
  return areas;
}

/** @throws InvalidOperation over merged cells or part of an array, which Excel does not sort */
function assertSortable(workbook: Workbook, sheet: Sheet, area: Area): void {
  workbook.calculate();
  const spills = workbook.spills.some((spill) => spill.sheet === sheet && intersect(spill.area, area));
  if (spills || sheet.merges.some((merge) => intersect(merge, area))) throw new HostError('InvalidOperation');
}

/** Hidden lines stay where they are (rule `sort-leaves-hidden`). */
function isShown(sheet: Sheet, body: Area, index: number, byRow: boolean): boolean {
  return byRow ? !sheet.isRowHidden(body.row + index) : !sheet.hiddenColumns.has(body.column + index);
}

function firstDifference(a: Line, b: Line, fields: readonly SortField[], matchCase: boolean): number {
  for (const field of fields) {
    const order = compareLines(a, b, field, matchCase);
    if (order !== 0) return order;
  }
  return 0;
}

function readLines(sheet: Sheet, body: Area, byRow: boolean): Line[] {
  const rows = mapArea(body, (row, column) => {
    const style = sheet.style(row, column);
    const cell = sheet.cell(row, column);
    return {
      cell: cell && { ...cell },
      value: sheet.value(row, column),
      fill: styleValue(style, 'fill'),
      fontColor: styleValue(style, 'fontColor'),
    };
  });
  const lines = byRow
    ? rows
    : (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as (typeof row)[number]));
  return lines.map((line, index) => ({
    cells: line.map((entry) => entry.cell),
    values: line.map((entry) => entry.value),
    styles: line.map(({ fill, fontColor }) => ({ fill, fontColor })),
    index,
  }));
}

function writeLines(sheet: Sheet, body: Area, lines: Line[], places: readonly number[], byRow: boolean): void {
  for (const [position, line] of lines.entries()) {
    const to = places[position] as number;
    for (const [across, cell] of line.cells.entries()) {
      const [row, column] = byRow ? [body.row + to, body.column + across] : [body.row + across, body.column + to];
      const moved = to - line.index;
      const formula =
        cell?.formula === undefined ? undefined : offsetFormula(cell.formula, byRow ? moved : 0, byRow ? 0 : moved);
      sheet.grid.put(row, column, cell && (formula === undefined ? cell : { ...cell, formula }));
    }
  }
}
