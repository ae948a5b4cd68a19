import { areaBetween, intersect, mapArea } from '../store/address';
import { apiValue, type CellValue } from '../store/cell';
import type { Sheet, Validation } from '../store/sheet';
import { styleValue } from '../store/style';
import type { Workbook } from '../store/workbook';
import { textAt } from './read';
import { resolveReference } from './resolve';
import { readInput } from './write';

/** The validation that guards a cell. */
export function validationAt(sheet: Sheet, row: number, column: number): Validation | undefined {
  const cell = areaBetween(row, column, row, column);
  return sheet.validations.find((rule) => rule.areas.some((area) => intersect(area, cell)));
}

/** Entries of a list rule: `a,b,c` or the texts of the cells that a formula names. */
function listEntries(workbook: Workbook, sheet: Sheet, source: unknown): string[] | null {
  const text = String(source ?? '');
  if (!text.startsWith('=')) return text.split(',').map((entry) => entry.trim());
  const place = resolveReference(workbook, sheet, text);
  return place && mapArea(place.area, (row, column) => textAt(workbook, place.sheet, row, column)).flat();
}

/** A bound as a number: a constant, or the value of the cell a formula names; null when only Excel could tell. */
function bound(workbook: Workbook, sheet: Sheet, formula: unknown): number | null {
  if (typeof formula === 'number') return formula;
  const text = String(formula ?? '').replace(/^=/, '');
  const place = resolveReference(workbook, sheet, text);
  const value = place ? place.sheet.value(place.area.row, place.area.column) : Number(text);
  return typeof value === 'number' && !Number.isNaN(value) ? value : null;
}

const OPERATORS: Record<string, (value: number, first: number, second: number) => boolean> = {
  Between: (value, first, second) => value >= first && value <= second,
  NotBetween: (value, first, second) => value < first || value > second,
  EqualTo: (value, first) => value === first,
  NotEqualTo: (value, first) => value !== first,
  GreaterThan: (value, first) => value > first,
  LessThan: (value, first) => value < first,
  GreaterThanOrEqualTo: (value, first) => value >= first,
  GreaterThanOrEqual: (value, first) => value >= first,
  LessThanOrEqualTo: (value, first) => value <= first,
  LessThanOrEqual: (value, first) => value <= first,
};

function compares(workbook: Workbook, sheet: Sheet, rule: Record<string, unknown>, value: number): boolean {
  const first = bound(workbook, sheet, rule.formula1);
  const second = rule.formula2 === undefined ? 0 : bound(workbook, sheet, rule.formula2);
  const test = OPERATORS[String(rule.operator)];
  return !test || first === null || second === null || test(value, first, second);
}

type RuleTest = (workbook: Workbook, sheet: Sheet, rule: Record<string, unknown>, value: CellValue) => boolean;

const numeric: RuleTest = (workbook, sheet, rule, value) =>
  typeof value === 'number' && compares(workbook, sheet, rule, value);

/** By `Excel.DataValidationType`; custom formulas are not evaluated and pass. */
const TESTS: Record<string, RuleTest> = {
  List: (workbook, sheet, rule, value) =>
    listEntries(workbook, sheet, rule.source)?.includes(String(apiValue(value))) ?? true,
  WholeNumber: (workbook, sheet, rule, value) => Number.isInteger(value) && numeric(workbook, sheet, rule, value),
  Decimal: numeric,
  Date: numeric,
  Time: numeric,
  TextLength: (workbook, sheet, rule, value) => compares(workbook, sheet, rule, String(apiValue(value)).length),
};

/** Whether a value satisfies a validation. */
export function isValid(workbook: Workbook, sheet: Sheet, validation: Validation, value: CellValue): boolean {
  if (value === null || value === '') return validation.ignoreBlanks;
  const rule = Object.values(validation.rule)[0];
  const test = TESTS[validation.type];
  return !test || test(workbook, sheet, (rule ?? {}) as Record<string, unknown>, value);
}

/** Whether a person may type the text into the cell; only validations that stop refuse. */
export function accepts(workbook: Workbook, sheet: Sheet, row: number, column: number, text: string): boolean {
  const validation = validationAt(sheet, row, column);
  if (!validation || text === '') return true;
  const { showAlert = true, style = 'Stop' } = validation.errorAlert;
  if (showAlert !== true || style !== 'Stop') return true;
  const content = readInput(text, styleValue(sheet.style(row, column), 'numberFormat'), workbook.date1904);
  return content.formula !== undefined || isValid(workbook, sheet, validation, content.value);
}
