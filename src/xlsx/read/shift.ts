import { columnIndex, columnName, maxColumns, maxRows } from '../address';
import { isCall, tokenize } from '../package/tokens';

const cellReference = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const columnReference = /^(\$?)([A-Za-z]{1,3})$/;
const rowReference = /^(\$?)(\d{1,7})$/;

/** Moves the relative references of a formula, as if its cell were copied: how shared formulas are stored. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const tokens = tokenize(formula);
  return tokens
    .map(({ kind, text }, index) => {
      const beforeSheetMark = tokens[index + 1]?.text === '!';
      if (beforeSheetMark || isCall(tokens, index)) return text;
      if (kind === 'name' && cellReference.test(text)) return shiftCell(text, rows, columns);
      const inRange = tokens[index - 1]?.text === ':' || tokens[index + 1]?.text === ':';
      if (inRange && (kind === 'name' || kind === 'number')) return shiftWhole(text, rows, columns);
      return text;
    })
    .join('');
}

function shiftCell(text: string, rows: number, columns: number): string {
  const [, columnMark, column, rowMark, row] = cellReference.exec(text)!;
  const newColumn = columnMark ? column! : shiftedColumn(column!, columns);
  const newRow = rowMark ? row! : shiftedRow(row!, rows);
  return `${columnMark}${newColumn}${rowMark}${newRow}`;
}

/** `A:C` and `1:3`. */
function shiftWhole(text: string, rows: number, columns: number): string {
  const column = columnReference.exec(text);
  if (column) return column[1] ? text : shiftedColumn(column[2]!, columns);
  const row = rowReference.exec(text);
  if (row) return row[1] ? text : shiftedRow(row[2]!, rows);
  return text;
}

// References wrap around the edges of the grid, as Excel's own shared formulas do.
const shiftedColumn = (name: string, by: number): string =>
  columnName((columnIndex(name) + by + maxColumns) % maxColumns);

const shiftedRow = (row: string, by: number): string => String(((Number(row) - 1 + by + maxRows) % maxRows) + 1);
