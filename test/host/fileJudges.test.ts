import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHost, type Host } from '../../src/host';
import { describeWithLibreOffice, recalculate, resave } from '../support/libreoffice';
import { validate } from '../support/validator';
import { bench, dealsTable } from './session';
import { workbookState } from './workbookState';

/** A workbook with one of nearly everything that the API can make and a file can hold. */
async function everything(): Promise<Host> {
  const { host, run } = await bench();
  await run(async (context, sheet) => {
    const { workbook } = context;
    const table = await dealsTable(sheet);
    table.columns.getItem('Amount').filter.applyCustomFilter('>1');
    table.showBandedColumns = true;
    workbook.settings.add('a', { list: [1, 'x"'] });
    workbook.properties.title = 'Title';
    workbook.properties.custom.add('ratio', 1.5);
    workbook.customXmlParts.add('<x xmlns="urn:x"><y/></x>');
    workbook.comments.add('Sheet1!H1', 'hello').replies.add('and more');
    workbook.names.add('rate', '=0.5');
    sheet.names.add('own', sheet.getRange('A1'));
    sheet.getRange('H5').hyperlink = { address: 'https://example.com/?a=1&b=2', textToDisplay: 'x', screenTip: 'tip' };
    sheet.getRange('H6').hyperlink = { documentReference: 'Sheet1!A1', textToDisplay: 'x' };
    sheet.getRange('H7').format.font.strikethrough = true;
    sheet.getRange('H7').format.textOrientation = 45;
    sheet.getRange('D1:D3').dataValidation.rule = { list: { inCellDropDown: false, source: 'a,b' } };
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.centerHorizontally = true;
    sheet.pageLayout.setPrintArea('A1:H9');
    sheet.pageLayout.headersFooters.defaultForAllPages.leftHeader = 'Page &P';
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Auto');
    chart.title.text = 'Deals';
    sheet.getRange('E1').formulas = [['=SUM(Deals[Amount])*rate']];
    sheet.getRange('F1').formulas = [['=SEQUENCE(3)']];
    sheet.showHeadings = false;
    sheet.protection.protect({ allowSort: true });
    const other = workbook.worksheets.add('Other');
    other.getRange('A1:A3').values = [['Head'], [1], [2]];
    other.autoFilter.apply(other.getRange('A1:A3'), 0, { filterOn: 'Values', values: ['1'] });
    workbook.protection.protect();
    await context.sync();
  });
  return host;
}

describe('a saved workbook before its judges', () => {
  it('should be what the Open XML SDK calls valid, with nothing left out', async () => {
    const host = await everything();

    const bytes = await host.save();

    expect((await validate(bytes)).errors).toEqual([]);
    expect(host.notKept).toEqual([]);
  });
});

describeWithLibreOffice('a saved workbook in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crm-host-'));
  const path = join(folder, 'book.xlsx');

  beforeAll(async () => writeFileSync(path, await (await everything()).save()));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('should recalculate to the same values', async () => {
    const values = (await recalculate(path)).get('Sheet1')!;

    expect(values[0]!.slice(0, 5)).toEqual(['Id', 'Amount', 'Double', null, 1.5]);
    expect(values[2]!.slice(0, 3)).toEqual(['b', 2, 4]);
  });

  it('should come back with its comments, links, rules and filters', async () => {
    const host = await createHost();

    await host.open(await resave(path));

    const sheet = host.workbook.sheet('Sheet1');
    const links: unknown[] = [];
    sheet.grid.forEach(
      (_row, _column, { hyperlink }) => hyperlink && links.push(hyperlink.address ?? hyperlink.documentReference),
    );
    expect(sheet.comments[0]?.content).toContain('hello');
    expect(links).toEqual(['https://example.com/?a=1&b=2', expect.stringContaining('Sheet1')]);
    expect(sheet.validations).toMatchObject([{ rule: { list: { inCellDropDown: false, source: 'a,b' } } }]);
    expect(sheet.protection?.options.allowSort).toBe(true);
    expect([...sheet.filteredRows]).toEqual([1]);
    expect([...(host.workbook.sheet('Other').autoFilter?.criteria.values() ?? [])]).toEqual([
      { filterOn: 'Values', values: ['1'] },
    ]);
    const before = workbookState(host.workbook);
    const again = await host.save();
    expect((await validate(again)).errors).toEqual([]);
    await host.open(again);
    expect(workbookState(host.workbook)).toEqual(before);
  });
});
