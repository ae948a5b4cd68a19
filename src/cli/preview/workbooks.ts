import { todaySerial } from '../../shared/dates';
import { sampleRecords } from '../../template/sample';
import { type Language, languages } from '../../template/types';
import { type Book, emptyBook, emptySheet } from '../../xlsx/book';
import { buildBook } from '../../xlsx/build';
import { writeBook } from '../../xlsx/write';
import { largeRecords } from './largeCompany';
import { messyBook } from './messyList';

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

/** What was built last of each name, for as long as it is the same day: a large workbook takes a while. */
const built = new Map<string, { readonly today: number; readonly bytes: Promise<Uint8Array> }>();

/** One of {@link workbookNames} as a file, built when it is asked for: sample dates lie around today. */
export function buildWorkbook(name: string): Promise<Uint8Array> {
  const today = todaySerial(new Date());
  const known = built.get(name);
  if (known?.today === today) return known.bytes;
  const bytes = Promise.resolve().then(() => writeBook(makers.get(name)!(today)));
  built.set(name, { today, bytes });
  // What failed once may work the next time.
  bytes.catch(() => built.delete(name));
  return bytes;
}
