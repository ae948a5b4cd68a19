import { CellValueType, type ICellData } from '@univerjs/core';
import { contains } from '../../store/address';
import { type CellValue, isCellError } from '../../store/cell';
import { displayText, isDateFormat } from '../../store/displayText';
import type { Sheet } from '../../store/sheet';
import { type StylePatch, styleValue } from '../../store/style';
import type { Table } from '../../store/table';
import type { Workbook } from '../../store/workbook';
import { gridStyle } from './style';
import { tableStyle } from './tableLook';

/** What conditional formats add to a cell's look. */
export type MarkedStyle = (sheet: Sheet, row: number, column: number) => StylePatch | undefined;

const CENTERED: StylePatch = { horizontal: 'Center' };
const RIGHT: StylePatch = { horizontal: 'Right' };

/** General alignment: numbers to the right, booleans and errors in the middle. */
function alignment(value: CellValue, own: StylePatch | undefined): StylePatch | undefined {
  if (styleValue(own, 'horizontal') !== 'General') return undefined;
  if (typeof value === 'number') return RIGHT;
  return typeof value === 'boolean' || isCellError(value) ? CENTERED : undefined;
}

/** Whether the cell is the caption of a column that hides rows. */
const isFiltered = ({ header, area, columns }: Table, row: number, column: number): boolean =>
  row === header?.row && columns[column - area.column]?.filter !== undefined;

/** A cell as the grid shows it: the displayed text with every layer of its look; undefined where there is nothing. */
export function drawCell(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  marked: MarkedStyle,
): ICellData | undefined {
  const value = sheet.value(row, column);
  const own = sheet.style(row, column);
  const table = workbook.tables.find((candidate) => candidate.sheet === sheet && contains(candidate.area, row, column));
  if (value === null && !own && !table) return undefined;
  const style = layers(table && tableStyle(table, row, column), own, alignment(value, own), marked(sheet, row, column));
  if (value === null) return { s: gridStyle(style) };
  const text = displayText(value, styleValue(own, 'numberFormat'), workbook.date1904);
  const mark = table && isFiltered(table, row, column) ? ' ▼' : '';
  // Always a text: the grid would turn "900.00" back into 900, and a boolean into a check box.
  return { v: text + mark, t: CellValueType.STRING, s: gridStyle(style) };
}

const merged = new Map<string, StylePatch>();
const ids = new WeakMap<StylePatch, number>();
let nextId = 1;

function idOf(style: StylePatch): number {
  const id = ids.get(style) ?? nextId++;
  ids.set(style, id);
  return id;
}

/** Lays styles over each other, the last one on top; the same layers always give the same object. */
function layers(...styles: (StylePatch | undefined)[]): StylePatch {
  const present = styles.filter((style): style is StylePatch => style !== undefined);
  const key = present.map(idOf).join();
  const known = merged.get(key);
  if (known) return known;
  const result = Object.assign({}, ...present) as StylePatch;
  merged.set(key, result);
  return result;
}

/** What the cell editor and the formula bar show: formulas as typed, numbers in full, dates and percentages readable. */
export function editText(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const formula = sheet.cell(row, column)?.formula;
  if (formula !== undefined) return formula;
  const value = sheet.value(row, column);
  const format = styleValue(sheet.style(row, column), 'numberFormat');
  if (typeof value !== 'number' || isDateFormat(format)) return displayText(value, format, workbook.date1904);
  return format.endsWith('%') ? `${Number((value * 100).toPrecision(15))}%` : String(value);
}
