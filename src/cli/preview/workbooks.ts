import { todaySerial } from '../../shared/dates';
import { sampleRecords } from '../../template/sample';
import { type Language, languages } from '../../template/types';
import { type Book, emptyBook, emptySheet } from '../../xlsx/book';
import { buildBook } from '../../xlsx/build';
import { writeBook } from '../../xlsx/write';
import { ownSheetBook } from './ownSheet';

type MakeBook = (language: Language, today: number) => Book;

/** The workbooks in the preview's menu; adding one is adding a line here and its name to the page's menu. */
const SCENARIOS: Readonly<Record<string, MakeBook>> = {
  sample: (language, today) => buildBook({ language, records: sampleRecords(language, today), clock: today }),
  empty: (language, today) => buildBook({ language, records: {}, clock: today }),
  own: ownSheetBook,
  blank: () => emptyBook(emptySheet('Sheet1')),
};

const makers = new Map<string, (today: number) => Book>(
  Object.entries(SCENARIOS).flatMap(([name, make]) =>
    languages.map((language) => [`${name}.${language}.xlsx`, (today: number) => make(language, today)] as const),
  ),
);

/** File names such as `sample.zh-CN.xlsx`. */
export const workbookNames: readonly string[] = [...makers.keys()];

/** One of {@link workbookNames} as a file, built when it is asked for: sample dates lie around today. */
export function buildWorkbook(name: string): Promise<Uint8Array> {
  return writeBook(makers.get(name)!(todaySerial(new Date())));
}
