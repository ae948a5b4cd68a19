import { Workbook } from 'exceljs';
import { createHost } from '../../src/host';
import { toSerial } from '../../src/shared/dates';
import { sampleRecords } from '../../src/template/sample';
import { languages } from '../../src/template/types';
import type { Book, BookSheet } from '../../src/xlsx/book';
import { buildBook } from '../../src/xlsx/build';
import { writeBook } from '../../src/xlsx/write';

/** Scripts of others read our files with exceljs, which finds a sheet's tables by relative targets only. */
const today = toSerial('2026-03-18');

async function resaved(file: Uint8Array): Promise<Uint8Array> {
  const host = await createHost({ now: () => today });
  await host.open(file);
  return host.save();
}

async function load(file: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(file).buffer);
  return workbook;
}

/** Every text that somebody typed, by `Customers!2:3`. */
const textsOf = ({ sheets }: Book): Map<string, unknown> =>
  new Map(sheets.flatMap((sheet) => [...sheet.cells].flatMap(([row, cells]) => textsIn(sheet, row, [...cells]))));

const textsIn = ({ name }: BookSheet, row: number, cells: [number, { value: unknown; formula?: string }][]) =>
  cells
    .filter(([, { value, formula }]) => typeof value === 'string' && value !== '' && formula === undefined)
    .map(([column, { value }]) => [`${name}!${row + 1}:${column + 1}`, value] as const);

const seenBy = (workbook: Workbook, place: string): unknown => {
  const [, sheet, row, column] = /^(.*)!(\d+):(\d+)$/.exec(place)!;
  return workbook.getWorksheet(sheet)?.getCell(Number(row), Number(column)).value;
};

describe.each(languages)('the sample workbook in %s as exceljs reads it', (language) => {
  const book = buildBook({ language, records: sampleRecords(language, today), clock: today });
  const tables = book.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => [sheet.name, name] as const));

  it.each([
    ['fresh', async () => writeBook(book)],
    ['saved by the host', async () => resaved(await writeBook(book))],
  ])('should have all tables and texts when it is %s', async (_, file) => {
    const workbook = await load(await file());

    expect(tables.map(([sheet, name]) => [sheet, workbook.getWorksheet(sheet)?.getTable(name)?.name])).toEqual(tables);
    const texts = textsOf(book);
    expect(texts.size).toBeGreaterThan(1000);
    expect(new Map([...texts.keys()].map((place) => [place, seenBy(workbook, place)]))).toEqual(texts);
  });
});
