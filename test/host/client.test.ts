import { bench, failureOf } from './session';

describe('office.js over the host', () => {
  it('should keep the private names of office.js that the host relies on', async () => {
    const { client } = await bench();

    const seam = client.OfficeExtension as unknown as Record<string, unknown>;

    expect(typeof seam._testTriggerRichApiMessageEvent).toBe('function');
    expect(typeof seam._testSetRichApiMessageReadyImpl).toBe('function');
    expect((seam.SessionBase as { _overrideSession: unknown })._overrideSession).toBeTruthy();
  });

  it('should name class and member when a member is not there', async () => {
    const { run } = await bench();

    const failure = await failureOf(
      run(async (context, sheet) => {
        sheet.getRange('A1').getImage();
        await context.sync();
      }),
    );

    expect(failure).toEqual({ code: 'ApiNotFound', location: 'Range.getImage' });
  });

  it.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void, string, string]>([
    [
      'an unknown sheet',
      (_, c) => c.workbook.worksheets.getItem('nope').load('name'),
      'ItemNotFound',
      'WorksheetCollection.getItem',
    ],
    ['a bad address', (s) => s.getRange('A0:?').load('values'), 'InvalidArgument', 'Worksheet.getRange'],
    [
      'a matrix of another shape',
      (s) => void (s.getRange('A1:B1').values = [[1], [2]]),
      'InvalidArgument',
      'Range.values',
    ],
    [
      'a sheet name in use',
      (_, c) => void c.workbook.worksheets.add('sheet1'),
      'ItemAlreadyExists',
      'WorksheetCollection.add',
    ],
    [
      'a name that is an address',
      (s) => void (s.tables.add('A1:B2', true).name = 'AB12'),
      'InvalidArgument',
      'Table.name',
    ],
    [
      'overlapping tables',
      (s) => [s.tables.add('A1:B2', true), s.tables.add('B1:C2', true)],
      'MergedRangeConflict',
      'TableCollection.add',
    ],
    [
      'a formula that cannot be read',
      (s) => void (s.getRange('A1').formulas = [['=SUM(']]),
      'InvalidArgument',
      'Range.formulas',
    ],
    [
      'a formula on a table that is not there',
      (s) => void (s.getRange('A1').formulas = [['=SUM(No[x])']]),
      'InvalidArgument',
      'Range.formulas',
    ],
    ['deleting the last sheet', (s) => s.delete(), 'InvalidOperation', 'Worksheet.delete'],
  ])("should answer Excel's own code for %s", async (_what, act, code, location) => {
    const { run } = await bench();

    const failure = await failureOf(
      run(async (context, sheet) => {
        act(sheet, context);
        await context.sync();
      }),
    );

    expect(failure).toEqual({ code, location });
  });

  it('should do nothing to null objects and say that they are null', async () => {
    const { run } = await bench();

    const isNull = await run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('nope');
      missing.delete();
      const table = missing.tables.getItemOrNullObject('x');
      await context.sync();
      return [missing.isNullObject, table.isNullObject];
    });

    expect(isNull).toEqual([true, true]);
  });

  it('should keep what came before a failing action', async () => {
    const { run } = await bench();

    await failureOf(
      run(async (context, sheet) => {
        sheet.getRange('A1').values = [['kept']];
        context.workbook.worksheets.getItem('nope').delete();
        context.workbook.worksheets.getItem('nope').activate();
        sheet.getRange('XFE1').values = [['lost']];
        await context.sync();
      }),
    );
    const value = await run(async (context, sheet) => {
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      return range.values;
    });

    expect(value).toEqual([['kept']]);
  });

  it('should count syncs and bytes and refuse more than 5 MB either way', async () => {
    const { host, run } = await bench();
    const wide = 'x'.repeat(30_000);

    const request = await failureOf(
      run(async (context, sheet) => {
        for (let i = 1; i <= 200; i++) sheet.getRange(`A${i}`).values = [[wide]];
        await context.sync();
      }),
    );
    for (let from = 1; from <= 181; from += 60) {
      await run(async (context, sheet) => {
        for (let i = from; i < from + 60; i++) sheet.getRange(`A${i}`).values = [[wide]];
        await context.sync();
      });
    }
    const response = await failureOf(
      run(async (context, sheet) => {
        sheet.getRange('A1:A240').load('values');
        await context.sync();
      }),
    );

    expect(request.code).toBe('RequestPayloadSizeLimitExceeded');
    expect(response.code).toBe('ResponsePayloadSizeLimitExceeded');
    expect(host.stats.syncs).toBeGreaterThan(5);
    expect(host.stats.requestBytes).toBeGreaterThan(6_000_000);
  });

  it('should fail while a cell is being edited unless the script waits', async () => {
    const { host, client } = await bench();
    const write = (context: Excel.RequestContext) => {
      context.workbook.worksheets.getFirst().getRange('A1').values = [[1]];
      return context.sync();
    };
    host.cellEditing = true;

    const refused = await failureOf(client.Excel.run(write));
    const delayed = client.Excel.run({ delayForCellEdit: true }, write);
    host.cellEditing = false;

    await expect(delayed).resolves.not.toThrow();
    expect(refused.code).toBe('InvalidOperationInCellEditMode');
  });

  it('should keep a range on its cells while rows are inserted above', async () => {
    const { run } = await bench();

    const address = await run(async (context, sheet) => {
      const range = sheet.getRange('B5');
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      range.load('address');
      await context.sync();
      return range.address;
    });

    expect(address).toBe('Sheet1!B7');
  });

  it('should answer requirement sets as configured', async () => {
    const { client } = await bench({ requirementSets: { ExcelApi: '1.14' } });

    const { isSetSupported } = client.Office.context.requirements;

    expect([
      isSetSupported('ExcelApi', '1.14'),
      isSetSupported('ExcelApi', '1.15'),
      isSetSupported('RibbonApi'),
    ]).toEqual([true, false, false]);
  });
});
