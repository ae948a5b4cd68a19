import { todaySerial } from '../../shared/dates';
import { sampleRecords } from '../../template/sample';
import { type Language, languages } from '../../template/types';
import { type Book, emptyBook, emptySheet } from '../../xlsx/book';
import { buildBook } from '../../xlsx/build';
import { writeBook } from '../../xlsx/write';
import { largeRecords } from './largeCompany';
import { messyBook } from './messyList';
import { fromShelf } from './shelf';

type MakeBook = (language: Language, today: number) => Book;

/** The workbooks in the preview's menu; adding one is adding a line here and its name to the page's menu. */
const SCENARIOS: Readonly<Record<string, MakeBook>> = {
  sample: (language, today) => buildBook({ language, records: sampleRecords(language, today), clock: today }),
  empty: (language, today) => buildBook({ language, records: {}, clock: today }),
  messy: messyBook,
  large: (language, today) => buildBook({ language, records: largeRecords(language, today), clock: today }),
  blank: () => emptyBook(emptySheet('Sheet1')),
};

const makers = new Map<string, (today: number) => Book>(
  Object.entries(SCENARIOS).flatMap(([name, make]) =>
    languages.map((language) => [`${name}.${language}.xlsx`, (today: number) => make(language, today)] as const),
  ),
);

/** File names such as `sample.zh-CN.xlsx`. */
export const workbookNames: readonly string[] = [...makers.keys()];

/** Makes one of {@link workbookNames}; the dates of its records lie around `today` (a serial). */
export const makeWorkbook = async (name: string, today: number): Promise<Uint8Array> =>
  writeBook(makers.get(name)!(today));

/** The names of what takes its time, and a lot of memory. */
const isLarge = (name: string): boolean => name.startsWith('large.');

/** What was made last of each name, for as long as it is the same day. */
const made = new Map<string, { readonly today: number; readonly bytes: Promise<Uint8Array> }>();

/** One of {@link workbookNames} as a file, made when it is asked for. */
export function buildWorkbook(name: string): Promise<Uint8Array> {
  const today = todaySerial(new Date());
  const known = made.get(name);
  if (known?.today === today) return known.bytes;
  const bytes = isLarge(name) ? fromShelf(name, today) : makeWorkbook(name, today);
  made.set(name, { today, bytes });
  // What failed once may work the next time.
  bytes.catch(() => made.delete(name));
  return bytes;
}
