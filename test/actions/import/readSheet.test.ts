import { readSheet } from '../../../src/actions/import/readSheet';
import type { Book, BookCell, BookSheet } from '../../../src/xlsx/book';

const cell = (value: BookCell['value'], numberFormat?: string): BookCell => ({
  value,
  ...(numberFormat && { style: { numberFormat } }),
});

const sheet = (name: string, rows: Record<number, BookCell[]>, more: Partial<BookSheet> = {}): BookSheet => ({
  name,
  visibility: 'visible',
  showGridlines: true,
  columns: new Map(),
  rows: new Map(),
  cells: new Map(Object.entries(rows).map(([row, cells]) => [Number(row), new Map(cells.map((c, i) => [i, c]))])),
  merges: [],
  tables: [],
  validations: [],
  conditionalFormats: [],
  charts: [],
  ...more,
});

const book = (sheets: BookSheet[], date1904 = false): Book => ({
  date1904,
  sheets,
  names: [],
  properties: {},
  activeSheet: 0,
});

describe('readSheet', () => {
  it('should say by the cell format what a number means', () => {
    const cells = [
      cell(45351, 'yyyy-mm-dd'),
      cell(0.35, '0%'),
      cell(7, '000000'),
      cell(45351, '[Red]0.00" days"'),
      cell(12),
    ];

    expect(readSheet(book([sheet('a', { 0: cells })]))[0]?.cells).toEqual([
      { number: 45351, format: 'date' },
      { number: 0.35, format: 'percent' },
      '000007',
      45351,
      12,
    ]);
  });

  it('should move dates of the 1904 system', () => {
    expect(readSheet(book([sheet('a', { 0: [cell(43889, 'm/d/yy')] })], true))[0]?.cells).toEqual([
      { number: 45351, format: 'date' },
    ]);
  });

  it('should number rows as Excel does, pad short ones and show errors as text', () => {
    const rows = readSheet(book([sheet('a', { 4: [cell({ error: '#N/A' })], 2: [cell('x'), cell(true)] })]));

    expect(rows).toEqual([
      { line: 3, cells: ['x', true] },
      { line: 5, cells: ['#N/A', null] },
    ]);
  });

  it('should leave out the totals row of a table', () => {
    const table = { range: 'A1:A3', showTotals: true } as BookSheet['tables'][number];
    const rows = { 0: [cell('amount')], 1: [cell(5)], 2: [cell(5)] };

    expect(readSheet(book([sheet('a', rows, { tables: [table] })]))).toHaveLength(2);
  });

  it('should take the named sheet, else the first visible one with content', () => {
    const one = [cell('x')];
    const sheets = [
      sheet('hidden', { 0: one }, { visibility: 'hidden' }),
      sheet('empty', {}),
      sheet('data', { 0: [cell('y')] }),
    ];

    expect(readSheet(book(sheets))[0]?.cells).toEqual(['y']);
    expect(readSheet(book(sheets), 'hidden')[0]?.cells).toEqual(['x']);
    expect(() => readSheet(book(sheets), 'none')).toThrow(expect.objectContaining({ code: 'unknownSheet' }));
  });
});
