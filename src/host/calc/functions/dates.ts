import { asMatrix, asScalar, type Read } from '../evaluate/broadcast';
import type { Scope } from '../evaluate/scope';
import { toNumber } from '../values/convert';
import { addMonths, calendarDay, dateSerial, daysInMonth, LAST_SERIAL, OFFSET_1904, weekday } from '../values/dates';
import { parseNumber } from '../values/parseNumber';
import { errors, isError, type Scalar } from '../values/scalar';
import { numberAt, reading, scoped, scalar, type Builtin, type Library, type Parameter } from './define';
import { dateDifference, yearFraction } from './dateDifference';
import { countWorkdays, moveWorkdays, weekendDays } from './workdays';

const SECONDS = 86_400;

/** Dates are workbook serials; inside these functions they are serials of the 1900 system. */
export const dates: Library = {
  TODAY: scoped([], (scope) => Math.floor(scope.now())),
  NOW: scoped([], (scope) => scope.now()),
  DATE: scoped(['number', 'number', 'number'], (scope, year, month, day) =>
    toWorkbook(scope, dateSerial(year < 1900 ? year + 1900 : Math.trunc(year), Math.trunc(month), Math.trunc(day))),
  ),
  TIME: scalar(['number', 'number', 'number'], (hour, minute, second) => {
    const total = Math.trunc(hour) * 3600 + Math.trunc(minute) * 60 + Math.trunc(second);
    return total < 0 ? errors.num : (total % SECONDS) / SECONDS;
  }),
  YEAR: onDate([], (serial) => calendarDay(serial).year),
  MONTH: onDate([], (serial) => calendarDay(serial).month),
  DAY: onDate([], (serial) => calendarDay(serial).day),
  HOUR: scalar(['number'], (serial) => (serial < 0 ? errors.num : Math.floor(secondsOf(serial) / 3600))),
  MINUTE: scalar(['number'], (serial) => (serial < 0 ? errors.num : Math.floor(secondsOf(serial) / 60) % 60)),
  SECOND: scalar(['number'], (serial) => (serial < 0 ? errors.num : secondsOf(serial) % 60)),
  WEEKDAY: onDate(['number?'], (serial, type = 1) => weekdayNumber(serial, type)),
  WEEKNUM: onDate(['number?'], (serial, type = 1) => weekNumber(serial, type)),
  ISOWEEKNUM: onDate([], isoWeek),
  EDATE: onDate(['number'], (serial, months = 0) => addMonths(serial, Math.trunc(months)), true),
  EOMONTH: onDate(['number'], (serial, months = 0) => monthEnd(serial, Math.trunc(months)), true),
  DAYS: scalar(['number', 'number'], (end, start) => Math.floor(end) - Math.floor(start)),
  DATEDIF: scoped(['number', 'number', 'text'], (scope, start, end, unit) =>
    dateDifference(toSystem(scope, start), toSystem(scope, end), unit),
  ),
  YEARFRAC: scoped(['number', 'number', 'number?'], (scope, start, end, basis = 0) =>
    yearFraction(toSystem(scope, start), toSystem(scope, end), basis),
  ),
  DATEVALUE: scoped(['text'], (scope, value) => textDate(scope, value)),
  TIMEVALUE: scalar(['text'], (value) => fraction(parseNumber(value))),
  WORKDAY: reading(2, 3, ([start, days, holidays], scope) => workday(scope, [start!, days!, 1, holidays ?? null])),
  'WORKDAY.INTL': reading(2, 4, ([start, days, weekend, holidays], scope) =>
    workday(scope, [start!, days!, weekend ?? 1, holidays ?? null]),
  ),
  NETWORKDAYS: reading(2, 3, ([start, end, holidays], scope) =>
    networkdays(scope, [start!, end!, 1, holidays ?? null]),
  ),
  'NETWORKDAYS.INTL': reading(2, 4, ([start, end, weekend, holidays], scope) =>
    networkdays(scope, [start!, end!, weekend ?? 1, holidays ?? null]),
  ),
};

function toSystem(scope: Scope, serial: number): number {
  return Math.floor(serial) + (scope.date1904 ? OFFSET_1904 : 0);
}

/** Back to the workbook's system; outside its calendar it is `#NUM!`. */
function toWorkbook(scope: Scope, serial: number): Scalar {
  const own = serial - (scope.date1904 ? OFFSET_1904 : 0);
  return own < 0 || serial > LAST_SERIAL ? errors.num : own;
}

/** A function of a date and numbers; `isDate` when the result is a date too. */
function onDate<const P extends readonly ('number' | 'number?')[]>(
  parameters: P,
  body: (serial: number, ...values: (number | undefined)[]) => Scalar,
  isDate = false,
): Builtin {
  const all: readonly Parameter[] = ['number', ...parameters];
  return scoped(all, (scope, ...values) => {
    const [serial, ...rest] = values as number[];
    if (serial! < 0 || serial! > LAST_SERIAL) return errors.num;
    const result = body(toSystem(scope, serial!), ...rest);
    return isDate && typeof result === 'number' ? toWorkbook(scope, result) : result;
  });
}

function secondsOf(serial: number): number {
  return Math.round((serial - Math.floor(serial)) * SECONDS) % SECONDS;
}

/** Type: first day of the week and its number. */
function weekdayNumber(serial: number, type: number): Scalar {
  const day = weekday(serial);
  if (type === 1) return ((day + 1) % 7) + 1;
  if (type === 2) return day + 1;
  if (type === 3) return day;
  if (type >= 11 && type <= 17) return ((day - (type - 11) + 7) % 7) + 1;
  return errors.num;
}

/** Weeks of the year; type 1 or 17 begins them on Sunday, 2 or 11 on Monday ..., 21 is the ISO week. */
function weekNumber(serial: number, type: number): Scalar {
  if (type === 21) return isoWeek(serial);
  const first = type === 1 ? 6 : type === 2 ? 0 : type - 11;
  if (first < 0 || first > 6) return errors.num;
  const newYear = dateSerial(calendarDay(serial).year, 1, 1);
  const before = (weekday(newYear) - first + 7) % 7;
  return Math.floor((serial - newYear + before) / 7) + 1;
}

function isoWeek(serial: number): number {
  const thursday = serial - weekday(serial) + 3;
  return Math.floor((thursday - dateSerial(calendarDay(thursday).year, 1, 1)) / 7) + 1;
}

function monthEnd(serial: number, months: number): number {
  const { year, month } = calendarDay(addMonths(serial, months));
  return dateSerial(year, month, daysInMonth(year, month));
}

function textDate(scope: Scope, value: string): Scalar {
  const serial = parseNumber(value);
  return serial === null || !/[-/]/.test(value) ? errors.value : toWorkbook(scope, Math.floor(serial));
}

function fraction(serial: number | null): Scalar {
  return serial === null ? errors.value : serial - Math.floor(serial);
}

type WorkdayArguments = [start: Read, other: Read, weekend: Read, holidays: Read];

/** Reads what both working-day functions need; dates in the 1900 system. */
function readWorkdays(scope: Scope, values: WorkdayArguments) {
  const [start, other] = [numberAt(values, 0, 0), numberAt(values, 1, 0)];
  if (isError(start)) return start;
  if (isError(other)) return other;
  const weekend = weekendDays(asScalar(values[2]));
  if (isError(weekend)) return weekend;
  const free = asMatrix(values[3])
    .cells.filter((cell) => cell !== null)
    .map(toNumber);
  const error = free.find(isError);
  return error ?? { start, other, weekend, holidays: new Set((free as number[]).map((day) => toSystem(scope, day))) };
}

function workday(scope: Scope, values: WorkdayArguments): Scalar {
  const read = readWorkdays(scope, values);
  if (isError(read)) return read;
  return toWorkbook(
    scope,
    moveWorkdays(toSystem(scope, read.start), Math.trunc(read.other), read.weekend, read.holidays),
  );
}

function networkdays(scope: Scope, values: WorkdayArguments): Scalar {
  const read = readWorkdays(scope, values);
  if (isError(read)) return read;
  const [start, end] = [toSystem(scope, read.start), toSystem(scope, read.other)];
  if (Math.min(start, end) < 0 || Math.max(start, end) > LAST_SERIAL) return errors.num;
  return countWorkdays(start, end, read.weekend, read.holidays);
}
