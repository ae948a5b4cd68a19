import { toIso, toIsoDateTime } from '../../shared/dates';
import { shiftDecimal } from '../../shared/numbers';
import type { FormattedNumber, RawCell } from './types';

/** Nothing in it, or spaces only: blank is null, never 0 and never "" (decision 4). */
export const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** The cell as a person reads it: what text columns take and what a problem shows. */
export function rawText(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return formattedText(cell);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

function formattedText({ number, format }: FormattedNumber): string {
  if (format === 'percent') return `${shiftDecimal(number, 2)}%`;
  return (Number.isInteger(number) ? toIso(number) : toIsoDateTime(number)) || String(number);
}

/** The number of a numeric cell, whatever its format. */
export function numberOf(cell: RawCell): number | null {
  if (typeof cell === 'number') return cell;
  return cell !== null && typeof cell === 'object' ? cell.number : null;
}
