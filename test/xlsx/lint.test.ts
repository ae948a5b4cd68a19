import { emptySheet, setCell, type Book } from '../../src/xlsx/book';
import { lintWorkbook, type LintCode } from '../../src/xlsx/lint';
import { writeBook } from '../../src/xlsx/write';
import { patch } from './parts';
import { richBook } from './richBook';

const deals = 'xl/worksheets/sheet2.xml';
const table = 'xl/tables/table1.xml';
const workbook = 'xl/workbook.xml';

const codesOf = (bytes: Uint8Array): LintCode[] => [...new Set(lintWorkbook(bytes).map(({ code }) => code))];

async function planted(change: (book: Book) => void): Promise<Uint8Array> {
  const book = richBook();
  change(book);
  return writeBook(book);
}

/** Faults that a writer can make in a part, with what the lint must say about them. */
const partFaults: readonly (readonly [LintCode, string, string | RegExp, string])[] = [
  ['danglingRelationship', 'xl/drawings/drawing1.xml', 'r:id="rId1"', 'r:id="rId99"'],
  ['danglingRelationship', 'xl/worksheets/_rels/sheet2.xml.rels', 'table1.xml', 'table9.xml'],
  ['sharedStringOutOfRange', deals, /t="s"><v>\d+</, 't="s"><v>9999<'],
  ['rowsOutOfOrder', deals, '<row r="3"', '<row r="1"'],
  ['missingPrefix', deals, '_xlfn.IFS', 'IFS'],
  ['missingPrefix', workbook, '_xlfn.MAXIFS', 'MAXIFS'],
  ['missingPrefix', table, '_xlfn.IFS', 'IFS'],
  ['tableColumnCount', table, 'count="7"', 'count="6"'],
  ['tableHeader', table, 'name="Stage"', 'name="Stages"'],
  ['duplicateName', workbook, 'name="crm_rate"', 'name="CRM_STAGES"'],
  ['badFormula', workbook, '>0.2<', '>0.2+<'],
  ['badFormula', table, 'TRUE,"B")', 'TRUE,"B"'],
  ['noCachedValue', deals, /<\/f><v>[^<]*<\/v>/, '</f>'],
];

describe('lints of a workbook', () => {
  it('should find nothing in a book with everything a template uses', async () => {
    expect(lintWorkbook(await writeBook(richBook()))).toEqual([]);
  });

  it.each(partFaults)('should find %s when %s holds it', async (code, path, from, to) => {
    expect(codesOf(patch(await writeBook(richBook()), path, from, to))).toContain(code);
  });

  it('should find wrongStoreType when Excel could not look for the add-in there', async () => {
    const openPane = { storeType: 'Shop', store: 'x', addinId: 'a', version: '1.0.0.0' };
    expect(codesOf(await planted((book) => void (book.openPane = openPane)))).toEqual(['wrongStoreType']);
  });

  const bookFaults: readonly (readonly [LintCode, (book: Book) => void])[] = [
    ['dynamicArray', ({ sheets: [sheet] }) => setCell(sheet!, 0, 9, { value: 1, formula: 'SUM(FILTER(A1:A2,B1:B2))' })],
    [
      'dynamicArray',
      ({ sheets: [sheet] }) => setCell(sheet!, 0, 9, { value: 1, formula: 'A1:A2', dynamicArray: true }),
    ],
    ['structuredReference', ({ sheets: [, sheet] }) => void (sheet!.validations[0]!.formula1 = 'Deals[Stage]')],
    [
      'structuredReference',
      ({ sheets: [, sheet] }) => void (sheet!.conditionalFormats[0]!.formulas = ['Deals[Stage]=1']),
    ],
    ['todayOutsideAsOf', ({ sheets: [sheet] }) => setCell(sheet!, 0, 9, { value: 1, formula: 'TODAY()-D4' })],
    ['todayOutsideAsOf', ({ names }) => void names.push({ name: 'crm_now', formula: 'NOW()' })],
    ['uncheckableFunction', ({ sheets: [sheet] }) => setCell(sheet!, 0, 9, { value: 'A', formula: 'CRM.TIER(A1)' })],
    ['uncheckableFunction', ({ sheets: [sheet] }) => setCell(sheet!, 0, 9, { value: 1, formula: 'BESSELI(1,1)' })],
    ['belowTable', ({ sheets: [, sheet] }) => setCell(sheet!, 8, 2, { value: 'note' })],
    ['badName', ({ names }) => void names.push({ name: 'Q1', formula: '1' })],
    ['badName', ({ sheets: [, sheet] }) => void (sheet!.tables[0]!.name = 'My Deals')],
    ['duplicateColumn', ({ sheets: [, sheet] }) => void (sheet!.tables[0]!.columns[1]!.name = 'ID')],
    ['mergeInTable', ({ sheets: [, sheet] }) => void (sheet!.merges = ['C3:D3'])],
    ['validationOverlap', ({ sheets: [, sheet] }) => void (sheet!.validations[0]!.ranges = 'A1:A2 B2:C2')],
    ['duplicateTable', ({ names }) => void names.push({ name: 'deals', formula: '1' })],
    [
      'tableOverlap',
      ({ sheets: [, sheet] }) => void sheet!.tables.push({ ...sheet!.tables[0]!, id: 2, name: 'Other' }),
    ],
  ];

  it.each(bookFaults)('should find %s', async (code, change) => {
    expect(codesOf(await planted(change))).toContain(code);
  });

  it('should allow a cell beside a table and today in the cell of crm_today', async () => {
    const bytes = await planted(({ sheets }) => {
      setCell(sheets[1]!, 8, 9, { value: 'beside' });
      sheets.push(emptySheet('More'));
    });
    expect(lintWorkbook(bytes)).toEqual([]);
  });
});
