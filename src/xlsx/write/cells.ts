import { CrmError } from '../../shared/errors';
import { cellAddress, columnName, formatRange } from '../address';
import type { BookCell, BookSheet } from '../book';
import { addPrefixes } from '../package/prefixes';
import { escapeText } from '../package/text';
import { unpackedLimit } from '../package/zip';
import { maxFormulaLength, maxTextLength } from './limits';
import type { SharedStrings } from './sharedStrings';
import type { StyleTable } from './styles';

export interface CellContext {
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
  /** Told that a dynamic array was written, so that the package gets its metadata part. */
  onDynamicArray(): void;
}

const ascending = (a: number, b: number): number => a - b;

/**
 * The `sheetData` element. Written by hand, not with `element`: it is nearly all of a large file.
 * @throws CrmError `tooLarge` for what could not be read again.
 */
export function sheetDataXml(sheet: BookSheet, context: CellContext): string {
  const rows = [...new Set([...sheet.cells.keys(), ...sheet.rows.keys()])].sort(ascending);
  let length = 0;
  const xml = rows.map((row) => {
    const text = rowXml(sheet, row, context);
    length += text.length;
    if (length > unpackedLimit) throw new CrmError('tooLarge', { sheet: sheet.name, limit: unpackedLimit });
    return text;
  });
  return `<sheetData>${xml.join('')}</sheetData>`;
}

function rowXml(sheet: BookSheet, row: number, context: CellContext): string {
  const { height, hidden } = sheet.rows.get(row) ?? {};
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const open = `<row r="${row + 1}"${size}${hidden ? ' hidden="1"' : ''}`;
  const cells = cellsXml(sheet, row, context);
  return cells === '' ? `${open}/>` : `${open}>${cells}</row>`;
}

function cellsXml(sheet: BookSheet, row: number, context: CellContext): string {
  const cells = sheet.cells.get(row);
  if (!cells) return '';
  let xml = '';
  for (const column of sortedColumns(cells)) {
    xml += cellXml(sheet, row, column, cells.get(column)!, context);
  }
  return xml;
}

/** Most rows are filled from left to right already. */
function sortedColumns(cells: ReadonlyMap<number, BookCell>): number[] {
  const columns = [...cells.keys()];
  const inOrder = columns.every((column, index) => index === 0 || columns[index - 1]! < column);
  return inOrder ? columns : columns.sort(ascending);
}

function cellXml(sheet: BookSheet, row: number, column: number, cell: BookCell, context: CellContext): string {
  const styleId = context.styles.cell(cell.style);
  const style = styleId === 0 ? '' : ` s="${styleId}"`;
  const open = `<c r="${columnName(column)}${row + 1}"${style}`;
  try {
    if (cell.formula !== undefined) return open + formulaXml(cell, row, column, context);
    if (cell.value === null) return style === '' ? '' : `${open}/>`;
    return open + valueXml(cell.value, context.strings);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw new CrmError(error.code, { ...error.params, sheet: sheet.name, cell: cellAddress(row, column) });
  }
}

function valueXml(value: NonNullable<BookCell['value']>, strings: SharedStrings): string {
  if (typeof value === 'string') return ` t="s"><v>${strings.id(checkedText(value))}</v></c>`;
  return `${resultType(value)}><v>${resultText(value)}</v></c>`;
}

/** A formula and its cached result; a text result stands in the cell itself, not among the shared strings. */
function formulaXml(cell: BookCell, row: number, column: number, context: CellContext): string {
  const formula = addPrefixes(cell.formula!);
  if (formula.length > maxFormulaLength) throw new CrmError('formulaTooLong', { length: formula.length });
  if (cell.dynamicArray) context.onDynamicArray();
  const array = cell.arrayRange ?? (cell.dynamicArray ? cellAddress(row, column) : undefined);
  const kind = array === undefined ? '' : ` t="array" ref="${array}"`;
  const f = `<f${kind}>${escapeText(formula)}</f>`;
  const meta = cell.dynamicArray ? ' cm="1"' : '';
  if (cell.value === null) return `${meta}>${f}</c>`;
  return `${meta}${resultType(cell.value)}>${f}<v>${resultText(cell.value)}</v></c>`;
}

function resultType(value: NonNullable<BookCell['value']>): string {
  if (typeof value === 'number') return '';
  if (typeof value === 'string') return ' t="str"';
  return typeof value === 'boolean' ? ' t="b"' : ' t="e"';
}

function resultText(value: NonNullable<BookCell['value']>): string {
  if (typeof value === 'string') return escapeText(checkedText(value));
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'object') return escapeText(value.error);
  if (!Number.isFinite(value)) throw new CrmError('badNumber', { value: String(value) });
  return String(value);
}

function checkedText(text: string): string {
  if (text.length > maxTextLength) throw new CrmError('textTooLong', { length: text.length, limit: maxTextLength });
  return text;
}

/** `A1:F20`: the block that holds everything, as the `dimension` of a sheet. */
export function usedRange(sheet: BookSheet): string {
  let [fromRow, toRow, fromColumn, toColumn] = [Infinity, 0, Infinity, 0];
  for (const [row, cells] of sheet.cells) {
    for (const column of cells.keys()) {
      fromRow = Math.min(fromRow, row);
      toRow = Math.max(toRow, row);
      fromColumn = Math.min(fromColumn, column);
      toColumn = Math.max(toColumn, column);
    }
  }
  return Number.isFinite(fromRow) ? formatRange({ fromRow, fromColumn, toRow, toColumn }) : 'A1';
}
