import fc from 'fast-check';
import { emptyBook, emptySheet, setCell, type Book, type BookCell } from '../../src/xlsx/book';
import { readBook } from '../../src/xlsx/read';
import { writeBook } from '../../src/xlsx/write';
import { richBook } from './richBook';

const roundTrip = async (book: Book): Promise<Book> => readBook(await writeBook(book));

const bookOf = (cells: readonly BookCell[]): Book => {
  const sheet = emptySheet('Cells');
  cells.forEach((cell, index) => setCell(sheet, index, index % 40, cell));
  return emptyBook(sheet);
};

const style = fc.constantFrom(
  undefined,
  { numberFormat: '@' },
  { numberFormat: '[$¥-804]#,##0.00' },
  { bold: true, indent: 2 },
);
const error = fc.constantFrom('#N/A', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!');
const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const value = fc.oneof(
  anyText,
  fc.constantFrom('_x0041_', '_x005F_', ' lead', 'trail ', 'a\r\nb\tc', '</v>&amp;', '001', '=1+1', '\uD800', '𠮷', ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  error.map((text) => ({ error: text })),
);
const formula = fc.constantFrom(undefined, 'A1&"<>"', 'MAXIFS(T[A],T[B],">1")', 'LET(x,1,x*2)', "'My Sheet'!$A$1");

const cell = fc.record({ value, style, formula }).map(({ value: content, style: look, formula: text }) => ({
  value: content,
  ...(look && { style: look }),
  ...(text && { formula: text }),
}));

describe('round trip through a file', () => {
  it('should give back every kind of cell exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 60 }), async (cells) => {
        const book = bookOf(cells);
        expect(await roundTrip(book)).toEqual(book);
      }),
      { numRuns: 60 },
    );
  });

  it('should give back a book with everything a template uses', async () => {
    const book = richBook();
    expect(await roundTrip(book)).toEqual(book);
  });

  it('should keep the 1904 system, dynamic arrays and the pane to open', async () => {
    const book = bookOf([{ value: 1, formula: 'SEQUENCE(3)', arrayRange: 'A1:A3', dynamicArray: true }]);
    book.date1904 = true;
    book.openPane = { storeType: 'EXCatalog', store: 'EXCatalog', addinId: 'a-1', version: '1.0.0.0' };
    expect(await roundTrip(book)).toEqual(book);
  });

  it('should write the same bytes when a book is written twice', async () => {
    const [first, second] = [await writeBook(richBook()), await writeBook(richBook())];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

describe('what Excel would refuse or repair', () => {
  it.each<[string, Book]>([
    ['textTooLong', bookOf([{ value: 'x'.repeat(32_768) }])],
    ['formulaTooLong', bookOf([{ value: 1, formula: `1${'+1'.repeat(4_096)}` }])],
    ['badNumber', bookOf([{ value: NaN }])],
    ['badSheetName', emptyBook(emptySheet('a/b'))],
    ['badSheetName', emptyBook(emptySheet('History'))],
    ['duplicateSheetName', emptyBook(emptySheet('Deals'), emptySheet('DEALS'))],
    ['noVisibleSheet', emptyBook({ ...emptySheet('a'), visibility: 'veryHidden' })],
    ['badActiveSheet', { ...emptyBook(emptySheet('a')), activeSheet: 3 }],
  ])('should be refused with %s', async (code, book) => {
    await expect(writeBook(book)).rejects.toMatchObject({ code });
  });

  it('should write the error that Excel gives where the text of a formula is longer than a cell can hold', async () => {
    const text = 'x'.repeat(32_768);

    const book = await roundTrip(bookOf([{ value: text, formula: 'A1&"y"' }]));

    expect(book).toEqual(bookOf([{ value: { error: '#VALUE!' }, formula: 'A1&"y"' }]));
  });

  it('should name the cell when one is at fault', async () => {
    const book = bookOf([{ value: 'fine' }, { value: Infinity }]);
    await expect(writeBook(book)).rejects.toMatchObject({ params: { sheet: 'Cells', cell: 'B2' } });
  });
});
