import type { Settings } from '../crm/snapshot';
import { partsOf, toSerial } from '../shared/dates';
import type { Language } from '../template/types';

/** Numbers as people of the pane's language write them; `null` shows as a dash. */
export interface Format {
  readonly number: (value: number) => string;
  readonly percent: (fraction: number | null) => string;
  /** Exact, with the currency's decimals. */
  readonly money: (amount: number | null) => string;
  /** Short for large amounts (12.3K, 1.2万), exact below. */
  readonly shortMoney: (amount: number | null) => string;
  /** A day, given as a serial or in ISO notation. */
  readonly date: (day: number | string | null) => string;
  /** A month in ISO notation, `2026-03`. */
  readonly month: (month: string) => string;
  /** A day with the time of day, given as a serial. */
  readonly moment: (moment: number | null) => string;
  /** Month and day, as short as it gets. */
  readonly dayOfMonth: (day: number) => string;
  /** The time of day of a moment. */
  readonly time: (moment: number) => string;
}

export const dash = '–';
/** Amounts below stay exact: 万 starts here. */
const shortFrom = 10_000;
const isoCurrency = /^[A-Za-z]{3}$/;

/** The currency is a cell of the Settings sheet: what is no ISO code is left out rather than trusted. */
export function createFormat(language: Language, settings: Settings): Format {
  const digits = Math.min(Math.max(Number(settings.moneyDigits ?? 2) || 0, 0), 4);
  const currency = String(settings.currency ?? '');
  const style: Intl.NumberFormatOptions = isoCurrency.test(currency)
    ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
    : {};
  // Each is made when it is first used: a view needs two or three of them, and making one takes longer than using it.
  const exact = once(
    () => new Intl.NumberFormat(language, { ...style, maximumFractionDigits: digits, minimumFractionDigits: 0 }),
  );
  const short = once(
    () =>
      new Intl.NumberFormat(language, {
        ...style,
        notation: 'compact',
        maximumFractionDigits: 1,
        minimumFractionDigits: 0,
      }),
  );
  const number = once(() => new Intl.NumberFormat(language));
  const percent = once(() => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
  const utc = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }));
  const day = utc({ dateStyle: 'medium' });
  const month = utc({ year: 'numeric', month: 'short' });
  const moment = utc({ dateStyle: 'medium', timeStyle: 'short' });
  const time = utc({ timeStyle: 'short' });
  const monthDay = utc({ month: 'numeric', day: 'numeric' });
  const orDash = (show: (value: number) => string) => (value: number | null) => (value === null ? dash : show(value));
  return {
    number: (value) => number().format(value),
    percent: orDash((value) => percent().format(value)),
    money: orDash((value) => exact().format(value)),
    date: (serial) => (serial === null ? dash : day().format(utcOf(serial))),
    month: (iso) => month().format(utcOf(`${iso}-01`)),
    moment: orDash((value) => moment().format(utcOf(value) + minutesOf(value) * 60_000)),
    dayOfMonth: (value) => monthDay().format(utcOf(value)),
    time: (value) => time().format(minutesOf(value) * 60_000),
    shortMoney: orDash((value) => (Math.abs(value) < shortFrom ? exact : short)().format(value)),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Minutes since midnight, without the noise of fractions. */
const minutesOf = (serial: number): number => Math.round((serial - Math.floor(serial)) * 1440);

/** Serials know no time zone: the day is formatted as the one it is (decision 6). */
function utcOf(day: number | string): number {
  const { year, month, day: date } = partsOf(typeof day === 'string' ? toSerial(day.slice(0, 10)) : day);
  return Date.UTC(year, month - 1, date);
}
