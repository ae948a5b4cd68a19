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
  /** Lunch break of a split day; none when left out. */
  readonly pause?: WorkBreak;
}

/** A break in the working day: how many minutes are worked before it, and how long it is. */
export interface WorkBreak {
  readonly after: number;
  readonly minutes: number;
}

export interface Holiday {
  readonly date: number;
  readonly kind: 'off' | 'work';
}

export const minutesPerDay = (workStart: number, workEnd: number) => Math.round((workEnd - workStart) * 1440);

/** Minutes; less than any clock counts, more than binary noise. */
const tolerance = 0.001;

const noBreak: WorkBreak = { after: 0, minutes: 0 };

/** A break from its times of day; `undefined` unless it lies inside the working day. */
export function workBreak(workStart: number, workEnd: number, start: number, end: number): WorkBreak | undefined {
  if (!(start > workStart && end > start && workEnd > end)) return undefined;
  return { after: minutesPerDay(workStart, start), minutes: minutesPerDay(start, end) };
}

/** Days from `first` to `last` inclusive. */
export function buildCalendar(
  first: number,
  last: number,
  holidays: readonly Holiday[],
  workStart: number,
  workEnd: number,
  pause: WorkBreak = noBreak,
): WorkCalendar {
  const special = new Map(holidays.map((holiday) => [holiday.date, holiday.kind]));
  const dates = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const isWorkday = dates.map((date) => ((special.get(date) ?? (isWeekday(date) ? 'work' : 'off')) === 'work' ? 1 : 0));
  const perDay = minutesPerDay(workStart, workEnd) - pause.minutes;
  let total = 0;
  const minutesBefore = isWorkday.map((works) => {
    const before = total;
    total += works * perDay;
    return before;
  });
  return { dates, isWorkday, minutesBefore, workStart, workEnd, pause };
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

/** The day itself when it is a working day, else the next one; `null` outside the calendar or past the last known one. */
export function workdayFrom(calendar: WorkCalendar, day: number): number | null {
  let index = indexOfDay(calendar, day);
  if (index < 0) return null;
  while (index < calendar.dates.length && !calendar.isWorkday[index]) index += 1;
  return calendar.dates[index] ?? null;
}

/**
 * The n-th working day after `day`, make-up days included (analytics 6: three after 2024-02-09 is 02-20); `null` when
 * the calendar begins later or does not reach beyond it.
 */
export function workdayAfter(calendar: WorkCalendar, day: number, count: number): number | null {
  const next = indexOfDay(calendar, Math.floor(day) + 1);
  if (next < 0 || count < 1) return null;
  const { minutes } = calendar.pause ?? noBreak;
  const perDay = minutesPerDay(calendar.workStart, calendar.workEnd) - minutes;
  const target = calendar.minutesBefore[next]! + Math.floor(count) * perDay;
  const after = lastIndexNotAbove(calendar.minutesBefore, target - tolerance) + 1;
  // The first day with these minutes behind it is the day after the one we look for.
  return calendar.minutesBefore[after] === target ? calendar.dates[after]! - 1 : null;
}

/** Whether people work on a day; Monday to Friday where the calendar does not reach. */
export function isWorkingDay(calendar: WorkCalendar, day: number): boolean {
  const index = indexOfDay(calendar, day);
  return index < 0 ? isWeekday(day) : calendar.isWorkday[index] === 1;
}

/** The day itself, or the calendar's last one when it ends before: what was late then is late since, at least as much. */
export const lastKnownDay = ({ dates }: WorkCalendar, day: number): number => Math.min(day, dates.at(-1) ?? day);

const isWeekday = (day: number): boolean => weekday(day) <= 5;

/** -1 outside the calendar. */
function indexOfDay({ dates }: WorkCalendar, day: number): number {
  const index = Math.floor(day) - (dates[0] ?? Infinity);
  return index >= 0 && index < dates.length ? index : -1;
}

/** Working minutes from the calendar's first day up to a moment; `null` outside the calendar. */
export function clockStart(calendar: WorkCalendar, moment: number): number | null {
  const day = Math.floor(moment);
  const index = day - (calendar.dates[0] ?? Infinity);
  if (index < 0 || index >= calendar.dates.length) return null;
  const today = Math.round((moment - day - calendar.workStart) * 1440);
  const { after, minutes } = calendar.pause ?? noBreak;
  const present = Math.min(Math.max(today, 0), minutesPerDay(calendar.workStart, calendar.workEnd));
  const worked = present - Math.min(Math.max(today - after, 0), minutes);
  return calendar.minutesBefore[index]! + calendar.isWorkday[index]! * worked;
}

/** Working minutes between two moments, negative when `to` is the earlier one; `null` outside the calendar. */
export function workMinutes(calendar: WorkCalendar, from: number, to: number): number | null {
  const [start, end] = [clockStart(calendar, from), clockStart(calendar, to)];
  return start === null || end === null ? null : end - start;
}

/**
 * Moment at which `minutes` of working time have passed since `clock`; exactly at closing time it is that day's end,
 * not the next opening (nor after the break when it is due as the break begins). `null` when the calendar ends before.
 */
export function momentAfter(calendar: WorkCalendar, clock: number, minutes: number): number | null {
  const target = clock + minutes;
  const index = lastIndexNotAbove(calendar.minutesBefore, target - tolerance);
  if (index < 0 || target > calendar.minutesBefore.at(-1)! + tolerance) return null;
  const rest = target - calendar.minutesBefore[index]!;
  const pause = calendar.pause ?? noBreak;
  return momentOf(calendar, index, rest + (rest > pause.after + tolerance ? pause.minutes : 0));
}

/** The moment itself in working time, else the next opening: where a clock of zero duration ends. */
export function firstOpenMoment(calendar: WorkCalendar, moment: number): number | null {
  const clock = clockStart(calendar, moment);
  if (clock === null) return null;
  const index = lastIndexNotAbove(calendar.minutesBefore, clock + tolerance);
  const { after, minutes } = calendar.pause ?? noBreak;
  const rest = clock - calendar.minutesBefore[index]!;
  const perDay = minutesPerDay(calendar.workStart, calendar.workEnd) - minutes;
  if (!calendar.isWorkday[index] || rest >= perDay) return null;
  return momentOf(calendar, index, rest + (rest >= after ? minutes : 0));
}

/** Minutes after opening of a day -> moment, to the minute. */
const momentOf = ({ dates, workStart }: WorkCalendar, index: number, minutes: number): number =>
  Math.round((dates[index]! + workStart + minutes / 1440) * 1440) / 1440;

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
