import { MONTHS } from '../store/months';
/** Periods as half-open intervals of 1900 serials, whole days: `[first day, day after the last)`. */
export type Period = readonly [start: number, end: number];

const EPOCH = 25569;
const DAY_MS = 86400000;

/** Months may run over: (2020, 14, 1) is 1 February 2021. */
function serialOf(year: number, month: number, day = 1): number {
  return Date.UTC(year, month - 1, day) / DAY_MS + EPOCH;
}

function partsOf(serial: number): { year: number; month: number; weekday: number } {
  const date = new Date((Math.floor(serial) - EPOCH) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, weekday: date.getUTCDay() };
}

function days(today: number, offset: number): Period {
  return [today + offset, today + offset + 1];
}

/** Weeks start on Sunday. */
function weeks(today: number, offset: number): Period {
  const start = today - partsOf(today).weekday + 7 * offset;
  return [start, start + 7];
}

function months(today: number, offset: number): Period {
  const { year, month } = partsOf(today);
  return [serialOf(year, month + offset), serialOf(year, month + offset + 1)];
}

function quarters(today: number, offset: number): Period {
  const { year, month } = partsOf(today);
  const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * offset;
  return [serialOf(year, first), serialOf(year, first + 3)];
}

function years(today: number, offset: number): Period {
  const { year } = partsOf(today);
  return [serialOf(year + offset, 1), serialOf(year + offset + 1, 1)];
}

const AROUND_TODAY: Readonly<Record<string, (today: number) => Period>> = {
  Yesterday: (today) => days(today, -1),
  Today: (today) => days(today, 0),
  Tomorrow: (today) => days(today, 1),
  YearToDate: (today) => [years(today, 0)[0], today + 1],
  ...relative('Week', weeks),
  ...relative('Month', months),
  ...relative('Quarter', quarters),
  ...relative('Year', years),
};

function relative(unit: string, period: (today: number, offset: number) => Period) {
  return {
    [`Last${unit}`]: (today: number) => period(today, -1),
    [`This${unit}`]: (today: number) => period(today, 0),
    [`Next${unit}`]: (today: number) => period(today, 1),
  };
}

/** `Today`, `LastMonth` ...: the period around a day; undefined for other words. */
export function periodAround(condition: string, today: number): Period | undefined {
  return AROUND_TODAY[condition]?.(Math.floor(today));
}

/** `AllDatesInPeriodMay`, `AllDatesInPeriodQuarter2`: whether a day of any year is in it; undefined for other words. */
export function inYearlyPeriod(condition: string, serial: number): boolean | undefined {
  const [, name = ''] = /^AllDatesInPeriod(\w+)$/.exec(condition) ?? [];
  const { month } = partsOf(serial);
  if (MONTHS.includes(name)) return MONTHS.indexOf(name) + 1 === month;
  const [, quarter] = /^Quarter([1-4])$/.exec(name) ?? [];
  return quarter === undefined ? undefined : Math.ceil(month / 3) === Number(quarter);
}

const WIDTHS: Readonly<Record<string, (year: number, month: number, day: number, time: number) => Period>> = {
  Year: (year) => [serialOf(year, 1), serialOf(year + 1, 1)],
  Month: (year, month) => [serialOf(year, month), serialOf(year, month + 1)],
  Day: (year, month, day) => [serialOf(year, month, day), serialOf(year, month, day + 1)],
  Hour: (year, month, day, time) => timeSpan(serialOf(year, month, day), time, 24),
  Minute: (year, month, day, time) => timeSpan(serialOf(year, month, day), time, 1440),
  Second: (year, month, day, time) => timeSpan(serialOf(year, month, day), time, 86400),
};

/** The hour, minute or second (`parts` of them in a day) in which a time of the day lies. */
function timeSpan(day: number, time: number, parts: number): Period {
  const index = Math.floor(time * parts + 1e-6);
  return [day + index / parts, day + (index + 1) / parts];
}

/** What `Excel.FilterDatetime` means; undefined when it cannot be read. */
export function periodOf(date: string, specificity: string): Period | undefined {
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0'] =
    /^(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?(?:[T ](\d\d?):(\d\d)(?::(\d\d))?.*)?$/.exec(date) ?? [];
  const width = WIDTHS[specificity];
  if (year === undefined || !width) return undefined;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86400;
  return width(Number(year), Number(month), Number(day), time);
}
