import { weekday } from '../shared/dates';

/**
 * Working time (decision 11): one row per day, so that due times are look-ups in code and in native formulas alike.
 * Weekends are off, holidays too, and make-up days (调休) are working weekends: the holiday table holds both kinds.
 */
export interface WorkCalendar {
  /** Ascending, without gaps. */
  readonly dates: readonly number[];
  readonly isWorkday: readonly number[];
  /** Working minutes of all days before this one. */
  readonly minutesBefore: readonly number[];
  /** Fractions of a day. */
  readonly workStart: number;
  readonly workEnd: number;
}

export interface Holiday {
  readonly date: number;
  readonly kind: 'off' | 'work';
}

export const minutesPerDay = (workStart: number, workEnd: number) => Math.round((workEnd - workStart) * 1440);

/** Days from `first` to `last` inclusive. */
export function buildCalendar(
  first: number,
  last: number,
  holidays: readonly Holiday[],
  workStart: number,
  workEnd: number,
): WorkCalendar {
  const special = new Map(holidays.map((holiday) => [holiday.date, holiday.kind]));
  const dates = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const isWorkday = dates.map((date) =>
    (special.get(date) ?? (weekday(date) <= 5 ? 'work' : 'off')) === 'work' ? 1 : 0,
  );
  const perDay = minutesPerDay(workStart, workEnd);
  let total = 0;
  const minutesBefore = isWorkday.map((works) => {
    const before = total;
    total += works * perDay;
    return before;
  });
  return { dates, isWorkday, minutesBefore, workStart, workEnd };
}

/** First working day on or after each day; `null` past the last known one. */
export function nextWorkdays(calendar: WorkCalendar): (number | null)[] {
  let next: number | null = null;
  return calendar.dates
    .map((date, index) => [date, calendar.isWorkday[index]] as const)
    .reverse()
    .map(([date, works]) => (works ? (next = date) : next))
    .reverse();
}

/** Working minutes from the calendar's first day up to a moment; `null` outside the calendar. */
export function clockStart(calendar: WorkCalendar, moment: number): number | null {
  const day = Math.floor(moment);
  const index = day - (calendar.dates[0] ?? Infinity);
  if (index < 0 || index >= calendar.dates.length) return null;
  const today = Math.round((moment - day - calendar.workStart) * 1440);
  const worked = Math.min(Math.max(today, 0), minutesPerDay(calendar.workStart, calendar.workEnd));
  return calendar.minutesBefore[index]! + calendar.isWorkday[index]! * worked;
}

/**
 * Moment at which `minutes` of working time have passed since `clock`; exactly at closing time it is that day's end,
 * not the next opening. `null` when the calendar ends before.
 */
export function momentAfter(calendar: WorkCalendar, clock: number, minutes: number): number | null {
  const target = clock + minutes;
  const index = lastIndexNotAbove(calendar.minutesBefore, target - 0.001);
  if (index < 0 || target > calendar.minutesBefore.at(-1)!) return null;
  const rest = target - calendar.minutesBefore[index]!;
  return Math.round((calendar.dates[index]! + calendar.workStart + rest / 1440) * 1440) / 1440;
}

/** Like MATCH(value, list, 1): the last of equal entries, so a target after a weekend lands on the working day. */
function lastIndexNotAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
