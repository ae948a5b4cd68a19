/**
 * The lunar years 1901 to 2100 by official reckoning (GB/T 33661-2017: moons and solar terms at 120 degrees east). Data and
 * not `Intl`: ICU computes moons too roughly, so that browsers put the Spring Festival of 2027 on 7 February (it is the
 * 6th) and the leap month of 1987 after the seventh month (it was after the sixth), and engines differ among each other.
 *
 * One hexadecimal number per year: bit k says that the (k + 1)-th month has 30 days, else 29; the bits from 13 on are the
 * number of the month after which a leap month follows, 0 for none.
 */
const years = [
  '00752 00ea5 0b64a 0064b 00a9b 09556 0056a 00b59 05752 00752', // 1901
  '0db25 00b25 00a4b 0b4ab 002ad 0056b 04b69 00da9 0fd92 00e92', // 1911
  '00d25 0ba4d 00a56 002b6 095b5 006d4 00ea9 05e92 00e92 0cd26', // 1921
  '0052b 00a57 0b2b6 00b5a 006d4 06ec9 00749 0f693 00a93 0052b', // 1931
  '0ca5b 00aad 0056a 09b55 00ba4 00b49 05a93 00a95 0f52d 00536', // 1941
  '00aad 0b5aa 005b2 00da5 07d4a 00d4a 10a95 00a97 00556 0cab5', // 1951
  '00ad5 006d2 08ea5 00ea5 0064a 06c97 00a9b 0f55a 0056a 00b69', // 1961
  '0b752 00b52 00b25 0964b 00a4b 114ab 002ad 0056d 0cb69 00da9', // 1971
  '00d92 09d25 00d25 15a4d 00a56 002b6 0c5b5 006d5 00ea9 0be92', // 1981
  '00e92 00d26 06a56 00a57 114d6 0035a 006d5 0b6c9 00749 00693', // 1991
  '0952b 0052b 00a5b 0555a 0056a 0fb55 00ba4 00b49 0ba93 00a95', // 2001
  '0052d 08aad 00ab5 135aa 005d2 00da5 0dd4a 00d4a 00c95 0952e', // 2011
  '00556 00ab5 055b2 006d2 0cea5 00725 0064b 0ac97 00cab 0055a', // 2021
  '06ad6 00b69 17752 00b52 00b25 0da4b 00a4b 004ab 0a55b 005ad', // 2031
  '00b6a 05b52 00d92 0fd25 00d25 00a55 0b4ad 004b6 005b5 06daa', // 2041
  '00ec9 11e92 00e92 00d26 0ca56 00a57 004d6 086d5 00755 00749', // 2051
  '06e93 00693 0f52b 0052b 00a5b 0b55a 0056a 00b65 0974a 00b4a', // 2061
  '11a95 00a95 0052d 0caad 00ab5 005aa 08ba5 00da5 00d4a 07c95', // 2071
  '00c96 0f94e 00556 00ab5 0b5b2 006d2 00ea5 08e4a 0068b 10c97', // 2081
  '004ab 0055b 0cad6 00b6a 00752 09725 00b45 00a8b 0549b 004ab', // 2091
].flatMap((decade) => decade.split(' ').map((year) => parseInt(year, 16)));

/** Years that conversions are offered for. */
export const lunarYears = { first: 1901, last: 2100 } as const;

/** Serial of 1901-02-19, the first day of the first year. */
const firstDay = 416;

export interface LunarMonth {
  /** 1..12 */
  readonly month: number;
  /** Leap months follow the month whose number they share (闰六月). */
  readonly isLeap: boolean;
  /** Serial of its first day. */
  readonly first: number;
  /** 29 or 30. */
  readonly length: number;
}

/** Number of the months in their order: 1..leap, leap again, leap + 1..12. */
function numbersOf(leap: number): { month: number; isLeap: boolean }[] {
  const plain = Array.from({ length: 12 }, (_, index) => ({ month: index + 1, isLeap: false }));
  return leap ? [...plain.slice(0, leap), { month: leap, isLeap: true }, ...plain.slice(leap)] : plain;
}

let next = firstDay;
const months: readonly (readonly LunarMonth[])[] = years.map((bits) =>
  numbersOf(bits >> 13).map((number, index) => {
    const month = { ...number, first: next, length: 29 + ((bits >> index) & 1) };
    next += month.length;
    return month;
  }),
);

/** Months of a lunar year in their order, 12 or 13; none outside {@link lunarYears}. */
export const monthsOf = (year: number): readonly LunarMonth[] => months[year - lunarYears.first] ?? [];
