import type { SourceSheet } from '../../template/adopt';
import { isBlank, rawText } from '../import/rawCell';
import { formattedNumber } from '../import/readSheet';
import type { RawCell } from '../import/types';

/** The cell with what its number format says; formats of the first rows are known, and the last of them goes on. */
export function rawCellAt({ rows, numberFormats, date1904 }: SourceSheet, row: number, column: number): RawCell {
  const value = rows[row]?.[column] ?? null;
  if (typeof value !== 'number') return value === '' ? null : value;
  const formats = numberFormats[Math.min(row, numberFormats.length - 1)];
  return formattedNumber(value, formats?.[column] ?? '', date1904);
}

/** The cell as a person reads it, without outer spaces. */
export const textAt = (source: SourceSheet, row: number, column: number): string =>
  rawText(rawCellAt(source, row, column)).trim();

export const isBlankRow = ({ rows }: SourceSheet, row: number): boolean => rows[row]!.every(isBlank);

/** Positions of the filled cells of a row. A plain loop: it runs for every row of a long list. */
export function filledIn({ rows }: SourceSheet, row: number): number[] {
  const cells = rows[row]!;
  const filled: number[] = [];
  for (let position = 0; position < cells.length; position += 1) if (!isBlank(cells[position])) filled.push(position);
  return filled;
}

export const formulaAt = ({ formulas }: SourceSheet, row: number, column: number): string | undefined =>
  formulas[`${row},${column}`];
