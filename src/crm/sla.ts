import { clockStart, firstOpenMoment, momentAfter, type WorkCalendar } from './calendar';

/** Service levels of tickets (C-54): first response and resolution in working time, by priority. */
export interface ServiceLevel {
  readonly priority: string;
  readonly firstResponseHours: number | null;
  readonly resolutionHours: number | null;
}

/**
 * Due moment of a clock of `hours` working hours; zero hours end at the first open moment. `null` for a negative
 * duration or outside the calendar.
 */
export function slaDue(submittedAt: number, hours: number, calendar: WorkCalendar): number | null {
  if (hours === 0) return firstOpenMoment(calendar, submittedAt);
  const start = clockStart(calendar, submittedAt);
  return start === null || hours < 0 ? null : momentAfter(calendar, start, hours * 60);
}

/** What one of a ticket's two clocks knows: when it ends and when that was done. */
export interface Clock {
  readonly due: number | null;
  readonly doneAt: number | null;
}

/**
 * Where a ticket stands (C-54): `late` open and past a clock that still runs; `missed` a clock was missed earlier;
 * `met` finished in time; `paused` waiting for the customer; `dueToday`; `running`. `null` without clocks.
 */
export type SlaState = 'late' | 'missed' | 'met' | 'paused' | 'dueToday' | 'running';

export interface SlaFacts {
  readonly isOpen: boolean;
  readonly waiting: boolean;
  readonly breached: boolean;
  readonly escalated: boolean;
  readonly clocks: readonly Clock[];
}

export function slaState({ isOpen, waiting, breached, escalated, clocks }: SlaFacts, today: number): SlaState | null {
  if (clocks.every(({ due }) => due === null)) return null;
  if (escalated) return 'late';
  if (breached) return 'missed';
  if (!isOpen) return 'met';
  if (waiting) return 'paused';
  const endsToday = clocks.some(({ due, doneAt }) => due !== null && doneAt === null && Math.floor(due) === today);
  return endsToday ? 'dueToday' : 'running';
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
