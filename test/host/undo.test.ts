import { bench, dealsTable, failureOf, runIn } from './session';

describe('host.undo', () => {
  it('should take back one request after the other, cells, rows and table sizes alike', async () => {
    const { host, run } = await bench({ undo: true });
    const state = () =>
      run(async (context, sheet) => {
        const table = sheet.tables.getItem('Deals');
        const range = table.getRange().load('address,formulas');
        const below = sheet.getRange('F1').load('formulas');
        await context.sync();
        return [range.address, range.formulas, below.formulas];
      });
    await run(async (context, sheet) => {
      await dealsTable(sheet);
      sheet.getRange('F1').formulas = [['=SUM(B2:B3)']];
      await context.sync();
    });
    const before = await state();
    await run(async (context, sheet) => {
      sheet.getRange('A4:B4').values = [['c', 3]];
      await context.sync();
      sheet.tables.getItem('Deals').rows.getItemAt(0).delete();
      await context.sync();
    });

    expect([host.undo(), host.undo()]).toEqual([true, true]);
    expect(await state()).toEqual(before);
  });

  it('should take back a merged group at once, and refuse in it what cannot be undone', async () => {
    const { client, host, run } = await bench({ undo: true });
    const grouped = client.Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      sheet.getRange('B1').values = [[2]];
      await context.sync();
      sheet.protection.protect();
      await context.sync();
    });

    expect(await failureOf(grouped)).toEqual({ code: 'UndoNotSupported', location: 'WorksheetProtection.protect' });
    expect(host.undo()).toBe(true);
    const values = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:B1').load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([['', '']]);
  });

  it('should forget everything when a call cannot be undone, and never pass over what others did', async () => {
    const { client, host, run } = await bench({ undo: true });
    const other = await host.connect();
    const write = (value: number) => async (context: Excel.RequestContext, sheet: Excel.Worksheet) => {
      sheet.getRange('A1').values = [[value]];
      await context.sync();
    };
    await run(write(1));
    await runIn(other, write(2));

    expect(host.undo({ client })).toBe(false);
    expect(host.undo({ client: other })).toBe(true);
    expect(host.undo({ client })).toBe(true);

    await run(write(3));
    await run(async (context, sheet) => {
      sheet.protection.protect();
      await context.sync();
    });
    expect(host.undo({ client })).toBe(false);
  });

  it("should take back a person's edit", async () => {
    const { host, run } = await bench({ undo: true });
    host.userEdit('Sheet1', 'A1', '5');

    expect(host.undo()).toBe(true);
    const value = await run(async (context, sheet) => {
      const cell = sheet.getRange('A1').load('values');
      await context.sync();
      return cell.values;
    });
    expect(value).toEqual([['']]);
  });
});
