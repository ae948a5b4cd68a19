import { HostError, requireArgument } from '../errors';
import { type Area, areaBetween, forEachCell, intersect } from '../store/address';
import { type CellValue, isBlank } from '../store/cell';
import type { Sheet } from '../store/sheet';
import { patchStyle, styleValue } from '../store/style';
import { readTyped } from '../store/typedText';
import type { Workbook } from '../store/workbook';
import { assertFormula } from './formulaCheck';
import { assertEditable } from './protect';
import { growTables } from './tableGrowth';
import { noteColumnFormulas, syncHeaders } from './tableCells';

/** One input as a client sends it: null leaves the cell, '' clears it, `=...` is a formula. */
export type CellInput = string | number | boolean | null;

interface Content {
  value: CellValue;
  formula?: string;
  numberFormat?: string;
}

const FORMULA_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^=(TODAY|DATE|EDATE|EOMONTH|WORKDAY)\(/i, 'm/d/yyyy'],
  [/^=NOW\(/i, 'm/d/yyyy h:mm'],
  [/^=TIME\(/i, 'h:mm AM/PM'],
];

/** Characters of a cell's text (Excel specifications and limits). */
const MAX_TEXT = 32_767;

function formulaFormat(formula: string): string | undefined {
  return FORMULA_FORMATS.find(([pattern]) => pattern.test(formula))?.[1];
}

/** What an input means in a cell of that number format; in a text cell everything stays text. */
export function readInput(input: string | number | boolean, numberFormat: string, date1904: boolean): Content {
  if (typeof input === 'number') requireArgument(Number.isFinite(input));
  if (typeof input === 'string') requireArgument(input.length <= MAX_TEXT, 'A cell holds at most 32,767 characters.');
  if (numberFormat === '@') return { value: String(input) };
  if (typeof input !== 'string') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (/^=./s.test(input)) return { value: null, formula: input, numberFormat: formulaFormat(input) };
  return readTyped(input, date1904);
}

function isInput(value: unknown): value is CellInput {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * Brings an argument into the area's shape: one scalar (or 1x1 matrix) stands for every cell.
 * @throws InvalidArgument when the shape differs or something is no cell input
 */
export function shapeMatrix(input: unknown, area: Area): CellInput[][] {
  const one = Array.isArray(input) && input.length === 1 && Array.isArray(input[0]) && input[0].length === 1;
  const single: unknown = one ? (input as unknown[][])[0]?.[0] : input;
  if (!Array.isArray(single)) {
    requireArgument(isInput(single));
    return Array.from({ length: area.rows }, () => new Array<CellInput>(area.columns).fill(single));
  }
  const detail = 'The number of rows or columns in the input array does not match the size of the range.';
  requireArgument(single.length === area.rows, detail);
  for (const row of single as unknown[]) {
    requireArgument(Array.isArray(row) && row.length === area.columns, detail);
    requireArgument((row as unknown[]).every(isInput));
  }
  return single as CellInput[][];
}

function writeCell(workbook: Workbook, sheet: Sheet, row: number, column: number, input: CellInput): void {
  if (input === null) return;
  if (input === '') return sheet.grid.setContent(row, column, null);
  const format = styleValue(sheet.style(row, column), 'numberFormat');
  const content = readInput(input, format, workbook.date1904);
  if (content.formula !== undefined) assertFormula(workbook, sheet, row, column, content.formula);
  sheet.grid.setContent(row, column, content.value, content.formula);
  if (content.numberFormat && format === 'General') {
    const cell = sheet.grid.ensure(row, column);
    cell.style = patchStyle(sheet.style(row, column), { numberFormat: content.numberFormat });
  }
}

/**
 * Writes inputs into an area of the inputs' shape, as `range.values =` does: tables under or beside grow, headers stay
 * text and unique, calculated columns fill. Reports one change.
 * @throws AccessDenied on locked cells of a protected sheet
 */
export function writeCells(workbook: Workbook, sheet: Sheet, area: Area, inputs: CellInput[][]): void {
  assertEditable(sheet, area);
  if (inputs.every((row) => row.every((input) => input === null))) return;
  const before = contentBefore(sheet, area);
  const formulas = formulasBefore(sheet, area);
  const blankBefore = (row: number, column: number) => before.blank.has(`${row},${column}`);
  forEachCell(area, (row, column) =>
    writeCell(workbook, sheet, row, column, inputs[row - area.row]?.[column - area.column] ?? null),
  );
  growTables(workbook, sheet, area, blankBefore);
  syncHeaders(workbook, sheet, area);
  noteColumnFormulas(workbook, sheet, area, blankBefore);
  const details = before.single
    ? { before: before.single.value, after: sheet.value(area.row, area.column) }
    : undefined;
  const changed = formulas.filter(({ row, column, previous }) => (sheet.cell(row, column)?.formula ?? '') !== previous);
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited', details, formulas: changed });
}

function contentBefore(sheet: Sheet, area: Area): { blank: Set<string>; single?: { value: CellValue } } {
  const blank = new Set<string>();
  forEachCell(area, (row, column) => isBlank(sheet.cell(row, column)) && blank.add(`${row},${column}`));
  const one = area.rows === 1 && area.columns === 1;
  return { blank, single: one ? { value: sheet.value(area.row, area.column) } : undefined };
}

function formulasBefore(sheet: Sheet, area: Area): { row: number; column: number; previous: string }[] {
  const found: { row: number; column: number; previous: string }[] = [];
  forEachCell(area, (row, column) => found.push({ row, column, previous: sheet.cell(row, column)?.formula ?? '' }));
  return found;
}

/** The part of an area that can hold something: entire columns and rows shrink to the used cells. */
export function usedPart(sheet: Sheet, area: Area): Area | null {
  const bounds = sheet.grid.bounds(() => true, area);
  return bounds && intersect(bounds, area);
}

/** The smallest area around all used cells; `valuesOnly` ignores cells that only have a format. Null: blank sheet. */
export function usedArea(sheet: Sheet, valuesOnly: boolean, within?: Area): Area | null {
  let area = sheet.grid.bounds((cell) => !valuesOnly || !isBlank(cell), within);
  for (const key of sheet.spilled.keys()) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(key) ?? [];
    area = growAround(area, letters, Number(digits) - 1, within);
  }
  return area;
}

function growAround(area: Area | null, letters: string, row: number, within?: Area): Area | null {
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const cell = areaBetween(row, column, row, column);
  if (within && !intersect(within, cell)) return area;
  if (!area) return cell;
  const bottom = Math.max(area.row + area.rows - 1, row);
  const right = Math.max(area.column + area.columns - 1, column);
  return areaBetween(Math.min(area.row, row), Math.min(area.column, column), bottom, right);
}

/** Refuses work on areas that are larger than Excel reads at once (5 million cells). */
export function assertReadable(area: Area): void {
  if (area.rows * area.columns > 5_000_000) throw new HostError('ResponsePayloadSizeLimitExceeded');
}
