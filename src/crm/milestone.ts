/** Milestones of key accounts (C-40): the customer's management hears of each step a month and half a month before. */
export type MilestoneState = 'done' | 'overdue' | 'halfMonth' | 'month' | 'later' | 'noDate';

/** Days of notice before the step (SEED: one month or half a month). */
export const milestoneNoticeDays = { month: 30, halfMonth: 15 } as const;

/** Days to the due date, negative when it has passed; `null` when done or without a date. */
export const daysLeft = (dueAt: number | null, doneAt: number | null, today: number): number | null =>
  doneAt !== null || dueAt === null ? null : Math.floor(dueAt) - today;

/** State of a milestone. Due today is not overdue: it is within the half month. */
export function milestoneState(dueAt: number | null, doneAt: number | null, today: number): MilestoneState {
  if (doneAt !== null) return 'done';
  const left = daysLeft(dueAt, doneAt, today);
  if (left === null) return 'noDate';
  if (left < 0) return 'overdue';
  if (left <= milestoneNoticeDays.halfMonth) return 'halfMonth';
  return left <= milestoneNoticeDays.month ? 'month' : 'later';
}

/**
 * The day whose passing asks for a notice: 30 days, 15 days before, or the due day itself once overdue; `null` while
 * there is nothing to say. Each of the three is told once.
 */
export function milestoneNoticeDay(dueAt: number | null, state: MilestoneState): number | null {
  if (dueAt === null) return null;
  const day = Math.floor(dueAt);
  if (state === 'overdue') return day;
  return state === 'month' || state === 'halfMonth' ? day - milestoneNoticeDays[state] : null;
}
