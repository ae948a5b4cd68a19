import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyBook, emptySheet, getCell, setCell, type Book } from '../../src/xlsx/book';
import { readBook } from '../../src/xlsx/read';
import { writeBook } from '../../src/xlsx/write';
import { describeWithLibreOffice, recalculate, resave, toPng } from '../support/libreoffice';
import { validate } from '../support/validator';
import { richBook } from './richBook';

/** Judges that are not ours: Microsoft's SDK and LibreOffice. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crm-judges-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function save(name: string, book: Book): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await writeBook(book));
  return path;
}

/** Nothing but a header and the blank row that a table must have (decision 23). */
function blankTable(): Book {
  const sheet = emptySheet('Empty');
  setCell(sheet, 0, 0, { value: 'Id' });
  setCell(sheet, 0, 1, { value: 'Line\nbreak' });
  setCell(sheet, 1, 0, { value: null, style: { numberFormat: '@' } });
  const columns = ['Id', 'Line\nbreak'].map((name, index) => ({ id: index + 1, name }));
  const look = {
    style: 'TableStyleLight9',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: false,
  };
  sheet.tables = [{ id: 7, name: 'Empty_1', range: 'A1:B2', columns, ...look }];
  return emptyBook(sheet);
}

function totalsTable(): Book {
  const book = blankTable();
  const sheet = book.sheets[0]!;
  setCell(sheet, 2, 0, { value: 'Total' });
  setCell(sheet, 2, 1, { value: 0, formula: 'SUBTOTAL(103,Empty_1[Id])' });
  const [table] = sheet.tables;
  Object.assign(table!, { range: 'A1:B3', showTotals: true });
  Object.assign(table!.columns[0]!, { totalsLabel: 'Total' });
  Object.assign(table!.columns[1]!, { totalsFunction: 'custom' });
  return book;
}

describe('Open XML SDK', () => {
  it.each<[string, () => Book]>([
    ['everything a template uses', richBook],
    ['a table with one blank row', blankTable],
    ['a totals row', totalsTable],
    [
      'dynamic arrays, 1904 dates and a pane to open',
      () => {
        const sheet = emptySheet('Cells');
        setCell(sheet, 0, 0, { value: 1, formula: 'SORT(UNIQUE(C1:C3))', arrayRange: 'A1:A1', dynamicArray: true });
        const openPane = { storeType: 'Registry', store: 'developer', addinId: 'a-1', version: '1.0.0.0' };
        return { ...emptyBook(sheet), date1904: true, openPane };
      },
    ],
  ])('should find no fault with %s', async (_, book) => {
    expect((await validate(await writeBook(book()))).errors).toEqual([]);
  });
});

describeWithLibreOffice('LibreOffice', () => {
  it('should compute what the cells already show when it recalculates everything', async () => {
    const book = richBook();
    const expected = (row: number, column: number): unknown => getCell(book.sheets[0]!, row, column)!.value;
    // Proof that it recalculated: one cached value is wrong.
    const planted = richBook();
    getCell(planted.sheets[0]!, 3, 3)!.value = -777;
    const sheets = await recalculate(await save('planted.xlsx', planted));
    const dashboard = sheets.get('Dashboard')!;
    for (const [row, column] of [
      [3, 1],
      [3, 2],
      [3, 3],
      [4, 3],
      [6, 1],
      [6, 2],
    ] as const) {
      expect([row, column, dashboard[row]![column]]).toEqual([row, column, expected(row, column)]);
    }
    expect(
      sheets
        .get('Deals')!
        .slice(1)
        .map((row) => row[6]),
    ).toEqual(['B', 'A', 'B']);
  });

  it('should draw the funnel and every other chart', async () => {
    const pictures = await toPng(await save('charts.xlsx', richBook()), join(folder, 'pictures'));
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.every((picture) => existsSync(picture) && statSync(picture).size > 5_000)).toBe(true);
  });

  it('should give back texts, dates and tables when it has saved the file itself', async () => {
    const path = await save('resaved.xlsx', richBook());
    const book = readBook(await resave(path));
    const deals = book.sheets.find(({ name }) => name === 'Deals')!;
    expect([getCell(deals, 1, 0)!.value, getCell(deals, 2, 0)!.value]).toEqual(['00123', '=not a formula']);
    expect(getCell(deals, 3, 3)).toMatchObject({ value: 45_961.5, style: { numberFormat: 'yyyy\\-mm\\-dd' } });
    expect(deals.tables[0]!.columns.map(({ name }) => name)).toEqual(
      richBook().sheets[1]!.tables[0]!.columns.map(({ name }) => name),
    );
    expect(readBook(readFileSync(path)).sheets.map(({ visibility }) => visibility)).toEqual([
      'visible',
      'visible',
      'hidden',
      'veryHidden',
    ]);
  });
});
