import { requireArgument } from '../errors';
import {
  type Area,
  areaBetween,
  boundingArea,
  forEachCell,
  intersect,
  isEntireColumns,
  isEntireRows,
} from '../store/address';
import { type CellValue, isBlank } from '../store/cell';
import type { Sheet } from '../store/sheet';
import { patchStyle, styleValue } from '../store/style';
import { readTyped } from '../store/typedText';
import type { Workbook } from '../store/workbook';
import { ContentBefore } from './contentBefore';
import { assertOutsidePivots } from '../pivot/draw';
import { enteredFormula } from './formulaCheck';
import { coveredByMerges } from './merge';
import { assertEditable } from './protect';
import { tableAt } from './resolve';
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

/** Rule `at-sign-calls`. */
function readCall(input: string): Content {
  requireArgument(/^@\s*[A-Z][\w.]*\s*\(/i.test(input), 'Behind @ a function is called.');
  return { value: null, formula: `=${input.slice(1)}` };
}

/** What an input means in a cell of that number format; in a text cell everything stays text. */
export function readInput(input: string | number | boolean, numberFormat: string, date1904: boolean): Content {
  if (typeof input === 'number') requireArgument(Number.isFinite(input));
  if (typeof input === 'string') requireArgument(input.length <= MAX_TEXT, 'A cell holds at most 32,767 characters.');
  if (numberFormat === '@') return { value: String(input) };
  if (typeof input !== 'string') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (/^=./s.test(input)) return { value: null, formula: input, numberFormat: formulaFormat(input) };
  const typed = readTyped(input, date1904);
  if (typeof typed.value === 'string' && /^@./s.test(input)) return readCall(input);
  // Rule `sign-starts-formula`: a lone sign is text, `+5` a number, anything else behind a sign a formula.
  if (typeof typed.value === 'string' && /^[+-]./s.test(input)) return { value: null, formula: `=${input}` };
  return typed;
}

function isInput(value: unknown): value is CellInput {
  const type = typeof value;
  return value === null || type === 'string' || type === 'number' || type === 'boolean';
}

/**
 * Brings an argument into the area's shape: one scalar (or 1x1 matrix) stands for every cell.
 * @throws InvalidArgument when the shape differs, something is no cell input, or null stands for the whole property
 */
export function shapeMatrix(input: unknown, area: Area): CellInput[][] {
  const one = Array.isArray(input) && input.length === 1 && Array.isArray(input[0]) && input[0].length === 1;
  const single: unknown = one ? (input as unknown[][])[0]?.[0] : input;
  if (!Array.isArray(single)) {
    requireArgument(isInput(single) && input !== null);
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

type FormulaEntry = (row: number, column: number, formula: string) => string;

/** {@link enteredFormula}, once for all cells of a table that get the same formula. */
function formulaEntry(workbook: Workbook, sheet: Sheet): FormulaEntry {
  const known = new Map<string, string>();
  return (row, column, formula) => {
    const table = tableAt(workbook, sheet, areaBetween(row, column, row, column));
    if (!table) return enteredFormula(workbook, sheet, row, column, formula);
    const key = `${table.id} ${formula}`;
    const entered = known.get(key) ?? enteredFormula(workbook, sheet, row, column, formula);
    known.set(key, entered);
    return entered;
  };
}

function writeCell(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  input: CellInput,
  enter: FormulaEntry,
): void {
  if (input === null) return;
  if (input === '') return sheet.grid.setContent(row, column, null);
  const format = styleValue(sheet.style(row, column), 'numberFormat');
  const content = readInput(input, format, workbook.date1904);
  const formula = content.formula === undefined ? undefined : enter(row, column, content.formula);
  sheet.grid.setContent(row, column, content.value, formula);
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
  // Rule `unbounded-values-refused`.
  requireArgument(
    !isEntireRows(area) && !isEntireColumns(area),
    'Entire rows and columns cannot be written cell by cell.',
  );
  assertOutsidePivots(workbook, sheet, area);
  const before = new ContentBefore(sheet, area);
  const covered = coveredByMerges(sheet, area);
  const enter = formulaEntry(workbook, sheet);
  forEachCell(area, (row, column) => {
    if (covered?.(row, column)) return;
    writeCell(workbook, sheet, row, column, inputs[row - area.row]?.[column - area.column] ?? null, enter);
  });
  const blankBefore = (row: number, column: number) => before.wasBlank(row, column);
  growTables(workbook, sheet, area, blankBefore);
  syncHeaders(workbook, sheet, area);
  noteColumnFormulas(workbook, sheet, area, blankBefore);
  const { details } = before;
  workbook.emit({
    kind: 'cells',
    sheet,
    area,
    changeType: 'RangeEdited',
    details,
    formulas: before.changedFormulas(),
  });
}

/** The part of an area that can hold something: entire columns and rows shrink to the used cells. */
export function usedPart(sheet: Sheet, area: Area): Area | null {
  const bounds = sheet.grid.bounds(() => true, area);
  return bounds && intersect(bounds, area);
}

/** The smallest area around all used cells; `valuesOnly` ignores cells that only have a format. Null: blank sheet. */
export function usedArea(sheet: Sheet, valuesOnly: boolean, within?: Area): Area | null {
  let area = sheet.grid.bounds((cell) => !valuesOnly || !isBlank(cell), within);
  sheet.spilled.forEach((row, column) => {
    const cell = areaBetween(row, column, row, column);
    if (!within || intersect(within, cell)) area = area ? boundingArea(area, cell) : cell;
  });
  return area;
}
