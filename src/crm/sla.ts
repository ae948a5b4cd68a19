import { clockStart, momentAfter, type WorkCalendar } from './calendar';

/** Service levels of tickets (C-54): first response and resolution in working time, by priority. */
export interface ServiceLevel {
  readonly priority: string;
  readonly firstResponseHours: number | null;
  readonly resolutionHours: number | null;
}

/** Due moment of a clock of `hours` working hours; `null` without a positive duration or outside the calendar. */
export function slaDue(submittedAt: number, hours: number, calendar: WorkCalendar): number | null {
  const start = clockStart(calendar, submittedAt);
  return start === null || hours <= 0 ? null : momentAfter(calendar, start, hours * 60);
}

/** Late when done after the due moment; not done: late from the day after (due today is not overdue). */
export function responseLate(due: number | null, doneAt: number | null, isOpen: boolean, today: number): boolean {
  if (due === null) return false;
  return doneAt !== null ? doneAt > due : isOpen && due < today;
}

/** As {@link responseLate}, with the clock stopped while waiting for the customer. */
export function resolutionLate(
  due: number | null,
  resolvedAt: number | null,
  clock: { readonly isOpen: boolean; readonly waiting: boolean; readonly waitingSince: number | null },
  today: number,
): boolean {
  if (due === null || resolvedAt !== null || !clock.waiting) return responseLate(due, resolvedAt, clock.isOpen, today);
  return clock.waitingSince !== null && clock.waitingSince > due;
}
