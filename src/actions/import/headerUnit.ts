import { currenciesOf } from './currency';

/** What a header such as `金额（万元）` or `Revenue (USD m)` says about every number below it. */
export interface HeaderUnit {
  /** Power of ten that bare numbers are multiplied by. */
  readonly exponent: number;
  /** Currency words, to be checked against the workbook's currency. */
  readonly marks: readonly string[];
}

export const noUnit: HeaderUnit = { exponent: 0, marks: [] };

/** Chinese and English magnitudes as powers of ten. */
export const magnitudes: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
  万亿: 12,
  k: 3,
  '000': 3,
  '000s': 3,
  thousand: 3,
  thousands: 3,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  millions: 6,
  bn: 9,
  billion: 9,
  billions: 9,
};
const bracketed = /[([{【〔「]([^)\]}】〕」]*)[)\]}】〕」]/gu;
const words = /000s?|[A-Za-z]{0,3}\p{Sc}|[A-Za-z]+|万亿|千万|百万|[千万萬亿億]|\p{Script=Han}+/gu;

/** Metres and kelvins, unless the column holds money. */
const physical: ReadonlySet<string> = new Set(['m', 'k']);

/** The unit in a header's brackets; a silent factor of 10,000 would be the worst mistake an import can make (C-05). */
export function headerUnit(header: string, isMoney: boolean): HeaderUnit {
  const inside = [...header.normalize('NFKC').matchAll(bracketed)].map(([, content = '']) =>
    content.replace('单位', ''),
  );
  const found = inside
    .flatMap((content) => content.match(words) ?? [])
    .filter((word) => isMoney || !physical.has(word.toLowerCase()));
  const exponents = found.map((word) => magnitudeOf(word) ?? 0);
  return { exponent: exponents.reduce((sum, exponent) => sum + exponent, 0), marks: found.filter(isCurrency) };
}

const magnitudeOf = (word: string): number | undefined => {
  const key = word.toLowerCase();
  return Object.hasOwn(magnitudes, key) ? magnitudes[key] : undefined;
};

/** Codes count in capitals only: `all`, `top` and `try` are words before they are currencies. */
const isCurrency = (word: string): boolean => currenciesOf(word) !== undefined && word === word.toUpperCase();
