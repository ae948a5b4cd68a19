import { zipSync } from 'fflate';
import { toSerial } from '../../src/shared/dates';
import type { Book } from '../../src/xlsx/book';
import { writeBook } from '../../src/xlsx/write';
import { crm, report, workFolder } from './cli';

const row = (...values: (string | number | boolean)[]) =>
  new Map(
    values.map((value, column) => [
      column,
      { value, ...(column === 2 && typeof value === 'number' ? { style: { numberFormat: 'yyyy-mm-dd' } } : {}) },
    ]),
  );

/** Somebody's own list: a title above the header, a real date, a number in a text column. */
const list: Book = {
  date1904: false,
  names: [],
  properties: {},
  activeSheet: 0,
  sheets: [
    {
      ...{
        name: 'My list',
        visibility: 'visible',
        showGridlines: true,
        columns: new Map(),
        rows: new Map(),
        merges: [],
      },
      ...{ tables: [], validations: [], conditionalFormats: [], charts: [] },
      cells: new Map([
        [0, row('Clients of the year')],
        [2, row('Company', 'VIP', 'Customer since', 'Phone')],
        [3, row('Acme', true, toSerial('2026-03-01'), 5550100)],
        [4, row('Beta', false, toSerial('2026-02-01'), '=1+1')],
      ]),
    },
  ],
};

describe('XLSX files on the command line', () => {
  const { path, file } = workFolder();

  it('should import a sheet that is no CRM table', async () => {
    const source = file('list.xlsx', await writeBook(list));
    const made = await crm('new', path('book.xlsx'), '--import', `customers=${source}`);
    expect(made).toMatchObject({ code: 0 });
    const { customers, revisits, problems } = await report(path('book.xlsx'), '--today', '2026-03-31');
    expect([customers.count, problems]).toEqual([2, []]);
    expect(revisits.overdue).toMatchObject([
      { customer: 'Beta', dueAt: '2026-03-01', rule: 'normal' },
      { customer: 'Acme', dueAt: '2026-03-08', rule: 'key' },
    ]);
  });

  it('should say when a zip is no workbook', async () => {
    const source = file('word.docx', zipSync({ 'word/document.xml': new TextEncoder().encode('<w/>') }));
    const { code, err } = await crm('new', path('none.xlsx'), '--import', `customers=${source}`);
    expect([code, err]).toEqual([1, expect.stringContaining('word.docx: The file is not an Excel workbook')]);
  });
});
