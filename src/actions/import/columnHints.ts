/** What a whole column tells about the meaning of its cells; one cell alone would have to be guessed. */
import type { DateOrder, RawCell } from './types';

const partsPattern = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/;

export interface DateHint {
  readonly order: DateOrder;
  /** The column holds such dates and none, or contradicting ones, tell day from month. */
  readonly ambiguous: boolean;
}

/** Day or month first: a part above 12 can only be a day. Undecided or contradicting columns follow `fallback`. */
export function dateHint(cells: Iterable<RawCell | undefined>, fallback: DateOrder): DateHint {
  const seen = new Set<DateOrder>();
  for (const cell of cells) {
    const parts = typeof cell === 'string' ? partsPattern.exec(cell) : null;
    if (Number(parts?.[1]) > 12) seen.add('dmy');
    if (Number(parts?.[2]) > 12) seen.add('mdy');
  }
  return seen.size === 1 ? { order: [...seen][0]!, ambiguous: false } : { order: fallback, ambiguous: true };
}

const bareNumber = /^\s*\d+([.,]\d+)?\s*$/;

/** Whether bare numbers of a percent column are percent points: one of them is above 1 (a probability of 35). */
export function usesPercentPoints(cells: Iterable<RawCell | undefined>): boolean {
  for (const cell of cells) if (bareValue(cell) > 1) return true;
  return false;
}

function bareValue(cell: RawCell | undefined): number {
  if (typeof cell === 'string' && bareNumber.test(cell)) return Number(cell.replace(',', '.'));
  return typeof cell === 'number' ? cell : 0;
}
