import type { Settings } from '../crm/snapshot';
import type { Language } from '../template/types';

/** Numbers as people of the pane's language write them; `null` shows as a dash. */
export interface Format {
  readonly number: (value: number) => string;
  readonly percent: (fraction: number | null) => string;
  /** Exact, with the currency's decimals. */
  readonly money: (amount: number | null) => string;
  /** Short for large amounts (12.3K, 1.2万), exact below. */
  readonly shortMoney: (amount: number | null) => string;
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
  const exact = new Intl.NumberFormat(language, { ...style, maximumFractionDigits: digits, minimumFractionDigits: 0 });
  const short = new Intl.NumberFormat(language, {
    ...style,
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const orDash = (show: (value: number) => string) => (value: number | null) => (value === null ? dash : show(value));
  return {
    number: (value) => number.format(value),
    percent: orDash((value) => percent.format(value)),
    money: orDash((value) => exact.format(value)),
    shortMoney: orDash((value) => (Math.abs(value) < shortFrom ? exact : short).format(value)),
  };
}
