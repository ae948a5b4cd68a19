import type { StylePatch } from './style';

/** A cell error as Excel shows it, e.g. `#N/A`. */
export interface CellError {
  readonly error: string;
}

/** What a cell shows; null is a blank cell. */
export type CellValue = string | number | boolean | null | CellError;

export interface Cell {
  value: CellValue;
  /** As typed, with `=`; `value` is then the last calculated result. */
  formula?: string;
  style?: StylePatch;
  hyperlink?: Readonly<Record<string, string>>;
}

export function isCellError(value: unknown): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** The value as the API shows it: blanks are '', errors their text. */
export function apiValue(value: CellValue | undefined): string | number | boolean {
  if (value === null || value === undefined) return '';
  return isCellError(value) ? value.error : value;
}

/** `Excel.RangeValueType` of a value. */
export function valueType(value: CellValue | undefined): string {
  if (value === null || value === undefined) return 'Empty';
  if (isCellError(value)) return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string' | 'number' | 'boolean'];
}

/** Whether nothing but perhaps a style is in the cell. */
export function isBlank(cell: Cell | undefined): boolean {
  return !cell || (cell.value === null && cell.formula === undefined);
}

export const ERROR_TEXTS: readonly string[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
];
