import { adopt, planAdopt } from '../../../src/actions/adopt';
import { proposeAdoption } from '../../../src/actions/adopt/propose';
import type { Corrections } from '../../../src/actions/adopt/types';
import { install, planInstall } from '../../../src/actions/install';
import { sequenceIds } from '../../../src/shared/ids';
import { buildWorkbook } from '../../../src/cli/preview/workbooks';
import { workbookFromBook } from '../../../src/host/file/fromBook';
import { readBook } from '../../../src/xlsx/read';
import { tableDef } from '../../../src/template/load';
import type { Language } from '../../../src/template/types';
import { adding, columnAt, connect, openWorkbook, run, today, valuesAt, type LiveFixture } from '../support';

/** Titles and notes around a list as people keep it: `D` stands for a date. */
const messy = [
  ['Our customers 2026', '', '', '', ''],
  ['as of March', '', '', '', ''],
  ['City', 'Company', 'Since', 'Tier', 'Visits'],
  ['Lyon', 'Acme', today - 400, 'A', 3],
  ['', '', '', '', ''],
  ['Oslo', 'Bolt', today - 90, 'B', 5],
  ['Rome', '=HYPERLINK("x")', today - 10, '', '=E4+E6'],
  ['Total', '', '', '', '=SUM(E4:E7)'],
];

/** A workbook with a messy list, one cell of it selected. */
async function messyWorkbook(): Promise<LiveFixture> {
  const fixture = await openWorkbook();
  await run(fixture, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.name = 'Clients';
    const range = sheet.getRange('B2:F9');
    range.getColumn(2).numberFormat = [['dd/mm/yyyy']] as string[][];
    range.formulas = messy;
    sheet.getRange('C8').values = [["'=HYPERLINK"]];
    sheet.getRange('B2:F2').merge(false);
    sheet.getRange('B4:F4').format.fill.color = '#FFD700';
    sheet.getRange('C5').format.font.bold = true;
    const marked = sheet.getRange('C5:C8').conditionalFormats.add('Custom');
    marked.custom.rule.formula = '=$C5="Acme"';
    marked.custom.format.font.color = '#C00000';
    sheet.getRange('B5:B8').dataValidation.rule = { list: { inCellDropDown: true, source: 'Lyon,Oslo,Rome' } };
    sheet.getRange('D5').select();
    await context.sync();
  });
  return fixture;
}

async function adoptSelection(
  fixture: LiveFixture,
  corrections: Corrections = {},
  language: Language = 'en',
): Promise<Awaited<ReturnType<typeof adopt>>> {
  const source = await fixture.home.lookAtSelection();
  const { adoption } = proposeAdoption(source, language, corrections);
  const plan = await planAdopt(fixture.home, language, [adoption]);
  return adopt(fixture.home, plan, [adoption], { ids: sequenceIds() });
}

/** Everything a person sees in a range. */
const looksAt = (fixture: LiveFixture, sheet: string, address: string): Promise<unknown> =>
  run(fixture, async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load('formulas,numberFormat,text');
    const cells = range.getCellProperties({ format: { fill: { color: true }, font: { bold: true, color: true } } });
    const own = range.worksheet.getRange('B5:F8');
    const marks = own.conditionalFormats.load('items/type,items/custom/rule/formula');
    const choices = own.getColumn(0).dataValidation.load('rule,type');
    await context.sync();
    return {
      formulas: range.formulas,
      formats: range.numberFormat,
      cells: cells.value,
      marks: marks.items.map(({ custom }) => custom.rule.formula),
      choices: [choices.type, choices.rule],
    };
  });

describe('adopting a sheet that a person keeps', () => {
  it('should recognise the list when one of its cells is selected', async () => {
    const fixture = await messyWorkbook();

    const proposal = proposeAdoption(await fixture.home.lookAtSelection(), 'en');

    expect(proposal.table).toBe('customers');
    expect(proposal.columns.map(({ column }) => column)).toEqual(['region', 'name', 'createdAt', 'tierReviewed', null]);
    expect(proposal.adoption).toMatchObject({ sheet: 'Clients', row: 3, column: 1, rows: 5, columns: 5 });
    expect(proposal.records).toBe(3);
    expect(proposal.blockers).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('should recognise the list that the preview offers (%s)', async (language) => {
    const fixture = await openWorkbook();
    await fixture.host.load(workbookFromBook(readBook(await buildWorkbook(`messy.${language}.xlsx`))));
    const { home } = await connect(fixture.host);
    await run(fixture, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('B5').select();
      await context.sync();
    });

    const { table, columns, records, blockers } = proposeAdoption(await home.lookAtSelection(), language);

    expect([table, records, blockers]).toEqual(['customers', 9, []]);
    expect(columns.map(({ column }) => column)).toEqual([
      'region',
      'name',
      'phone',
      'createdAt',
      'tierReviewed',
      null,
      null,
    ]);
  });

  it('should add the missing columns to the list and leave every cell of it as it is', async () => {
    const fixture = await messyWorkbook();
    const before = await looksAt(fixture, 'Clients', 'A1:F12');

    const report = await adoptSelection(fixture);

    expect(report).toEqual({ skipped: [], records: 3, idsFilled: 3 });
    expect(await looksAt(fixture, 'Clients', 'A1:F12')).toEqual(before);
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
    expect(await columnAt(fixture, 'Customers', 'Customer ID')).toEqual(['C-1', '', 'C-2', 'C-3']);
    expect(await columnAt(fixture, 'Customers', 'CRM Tier')).toEqual(['A', '', 'B', 'C']);
  });

  it('should read and write the adopted records like any others', async () => {
    const fixture = await messyWorkbook();
    await adoptSelection(fixture);

    await fixture.home.apply(adding('followUps', { id: 'F-1', customer: 'Acme', heldAt: today - 1, channel: 'call' }));
    const snapshot = await fixture.home.read();

    expect(snapshot.tables.customers!.columns.name).toEqual(['Acme', 'Bolt', '=HYPERLINK']);
    expect(snapshot.problems).toEqual([]);
    expect(await columnAt(fixture, 'Customers', 'Last revisit')).toEqual([today - 1, '', '', '']);
  });

  it('should keep the name and the totals row when the list is an Excel table already', async () => {
    const fixture = await openWorkbook();
    await run(fixture, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B3').values = [
        ['客户名称', '联系电话'],
        ['远大', '021-5566'],
        ['新元', '010-8899'],
      ];
      const table = sheet.tables.add('A1:B3', true);
      table.name = '客户表';
      table.style = 'TableStyleDark3';
      table.showTotals = true;
      sheet.getRange('A2').select();
      await context.sync();
    });

    await adoptSelection(fixture, {}, 'zh-CN');

    expect(await valuesAt(fixture, 'Sheet1', 'A1:C4')).toMatchObject([
      ['客户名称', '联系电话', '客户编号'],
      ['远大', '021-5566', 'C-1'],
      ['新元', '010-8899', 'C-2'],
      ['Total', 2, ''],
    ]);
    const style = await run(fixture, async (context) => {
      const table = context.workbook.tables.getItem('客户表').load('style,showTotals');
      await context.sync();
      return [table.style, table.showTotals];
    });
    expect(style).toEqual(['TableStyleDark3', true]);
    expect((await planInstall(fixture.home, 'zh-CN')).steps).toEqual([]);
  });

  it('should move what stands on the right only when the person agreed', async () => {
    const fixture = await messyWorkbook();
    await run(fixture, async (context) => {
      context.workbook.worksheets.getItem('Clients').getRange('H20').values = [['My notes']];
      await context.sync();
    });

    await expect(adoptSelection(fixture)).rejects.toMatchObject({ code: 'noRoomRight' });
    expect(fixture.host.workbook.sheets).toHaveLength(1);
    await adoptSelection(fixture, { insertColumns: true });

    const missing = tableDef('customers').columns.length - 4;
    const moved = await run(fixture, async (context) => {
      const found = context.workbook.worksheets.getItem('Clients').getRange().find('My notes', {}).load('address');
      await context.sync();
      return found.address;
    });
    expect(moved).not.toContain('H20');
    expect(missing).toBeGreaterThan(30);
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
  });

  it.each([
    ['protected', (sheet: Excel.Worksheet): void => sheet.protection.protect()],
    ['layoutChanged', (sheet: Excel.Worksheet): void => void (sheet.getRange('C4').values = [['Firm']])],
    ['severalTables', (sheet: Excel.Worksheet): void => void sheet.tables.add('B5:C6', true)],
  ] as const)('should refuse before the first write when the sheet changed meanwhile: %s', async (code, change) => {
    const fixture = await messyWorkbook();
    const { adoption } = proposeAdoption(await fixture.home.lookAtSelection(), 'en');
    const plan = await planAdopt(fixture.home, 'en', [adoption]);
    await run(fixture, async (context) => {
      change(context.workbook.worksheets.getItem('Clients'));
      await context.sync();
    });

    await expect(adopt(fixture.home, plan, [adoption], { ids: sequenceIds() })).rejects.toMatchObject({ code });

    expect(fixture.host.workbook.sheets).toHaveLength(1);
    expect(Object.keys((await run(fixture, names)) as object)).toEqual([]);
  });

  it('should refuse a second list of the same kind when ours holds a record', async () => {
    const fixture = await messyWorkbook();
    const { adoption } = proposeAdoption(await fixture.home.lookAtSelection(), 'en', { replaces: true });
    await install(fixture.home, 'en');
    await fixture.home.apply(adding('customers', { id: 'C-9', name: 'Ours', createdAt: today }));

    await expect(planAdopt(fixture.home, 'en', [adoption])).rejects.toMatchObject({ code: 'alreadyKept' });
  });

  it('should take the place of our empty table only when the person agreed', async () => {
    const fixture = await messyWorkbook();
    await install(fixture.home, 'en');
    await run(fixture, async (context) => {
      context.workbook.worksheets.getItem('Clients').getRange('D5').select();
      await context.sync();
    });

    await expect(adoptSelection(fixture)).rejects.toMatchObject({ code: 'emptyTableThere' });
    await adoptSelection(fixture, { replaces: true });

    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
    expect(fixture.host.workbook.sheets.map(({ name }) => name)).not.toContain('Customers');
    expect(await columnAt(fixture, 'Customers', 'Company')).toEqual(['Acme', '', 'Bolt', '=HYPERLINK']);
    await fixture.home.apply(adding('followUps', { id: 'F-1', customer: 'Acme', heldAt: today - 1, channel: 'call' }));
    expect(await columnAt(fixture, 'Customers', 'Last revisit')).toEqual([today - 1, '', '', '']);
    expect(await valuesAt(fixture, 'Dashboard', 'A1:H60')).not.toContainEqual(expect.arrayContaining(['#REF!']));
  });

  it('should keep what somebody entered into the empty table after the plan was shown', async () => {
    const fixture = await messyWorkbook();
    const { adoption } = proposeAdoption(await fixture.home.lookAtSelection(), 'en', { replaces: true });
    await install(fixture.home, 'en');
    const plan = await planAdopt(fixture.home, 'en', [adoption]);
    await fixture.home.apply(adding('customers', { id: 'C-9', name: 'Ours', createdAt: today }));

    const late = adopt(fixture.home, plan, [adoption], { ids: sequenceIds() });

    await expect(late).rejects.toMatchObject({ code: 'alreadyKept' });
    expect(await columnAt(fixture, 'Customers', 'Customer')).toEqual(['Ours']);
  });
});

async function names(context: Excel.RequestContext): Promise<Record<string, string>> {
  const { names: all } = context.workbook.load('names/items/name');
  await context.sync();
  return Object.fromEntries(all.items.map(({ name }) => [name, name]));
}
