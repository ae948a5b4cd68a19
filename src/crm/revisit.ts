/** Follow-ups are computed, not generated (decision 13, C-36..C-38). All dates are serials, whole days. */

export type RevisitState = 'overdue' | 'dueToday' | 'upcoming' | 'never' | 'paused';

/** Earliest known contact: last held revisit, else {@link scheduleStart}. */
export const revisitBase = (
  lastRevisit: number | null,
  createdAt: number | null,
  firstDated: readonly (number | null)[],
): number | null => lastRevisit ?? scheduleStart(createdAt, firstDated);

/** The day the customer's schedule began: the creation date, else the earliest dated linked record. */
export function scheduleStart(createdAt: number | null, firstDated: readonly (number | null)[]): number | null {
  if (createdAt !== null) return Math.floor(createdAt);
  const known = firstDated.filter((date): date is number => date !== null);
  return known.length ? Math.min(...known) : null;
}

/** What {@link nextDue} needs; a paused customer (do not contact, terminated, archived) is never due. */
export interface RevisitFacts {
  readonly paused: boolean;
  /** Agreed on the latest revisit; beats the cadence. */
  readonly agreedNext: number | null;
  /** Base plus cadence; `null` when never contacted or without a rule. */
  readonly cadenceDue: number | null;
}

/** Next revisit, `null` when paused, never contacted or without a rule. */
export const nextDue = ({ paused, agreedNext, cadenceDue }: RevisitFacts): number | null =>
  paused ? null : (agreedNext ?? cadenceDue);

/** Days past the due date; 0 when due today or later (due today is not overdue). */
export const daysOverdue = (due: number, today: number): number => Math.max(0, today - due);

/** State shown in the sheet. `never`: no revisit, no creation date, no dated record. */
export function revisitState(paused: boolean, due: number | null, today: number): RevisitState {
  if (paused) return 'paused';
  if (due === null) return 'never';
  if (due < today) return 'overdue';
  return due === today ? 'dueToday' : 'upcoming';
}
