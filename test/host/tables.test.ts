import { bench, dealsTable, runIn } from './session';

describe('tables', () => {
  it('should grow, fill calculated columns and keep formats when rows are written right below', async () => {
    const { run } = await bench();

    const result = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.columns.getItem('Amount').getDataBodyRange().numberFormat = [['0.00']];
      table.getDataBodyRange().getRowsBelow(2).values = [
        ['c', 3, null],
        ['d', 4, null],
      ];
      const body = table.getDataBodyRange().load('address,values');
      const added = sheet.getRange('B4:C5').load('formulas,text');
      await context.sync();
      return [body.address, body.values[3], added.formulas[1]?.[1], added.text[0]?.[0]];
    });

    expect(result).toEqual(['Sheet1!A2:C5', ['d', 4, 8], '=[@Amount]*2', '3.00']);
  });

  it.each<[string, (sheet: Excel.Worksheet, table: Excel.Table) => void]>([
    ['the totals row is shown', (_sheet, table) => void (table.showTotals = true)],
    [
      'a validation lies there',
      (sheet) =>
        void (sheet.getRange('B4').dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } }),
    ],
    [
      'something lies there',
      (sheet, table) => {
        sheet.getRange('C4').values = [['x']];
        table.resize('A1:C3');
      },
    ],
  ])('should not grow when %s', async (_when, prepare) => {
    const { run } = await bench();

    const rows = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      prepare(sheet, table);
      await context.sync();
      table.rows.load('count');
      await context.sync();
      const before = table.rows.count;
      table.getRange().getRowsBelow(1).getCell(0, 0).values = [['new']];
      table.rows.load('count');
      await context.sync();
      return table.rows.count - before;
    });

    expect(rows).toBe(0);
  });

  it('should need the edge cell of a new row under the pessimistic rules', async () => {
    const { run } = await bench({ variant: 'pessimistic' });

    const counts = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.getDataBodyRange().getRowsBelow(1).values = [['c', 3, null]];
      table.rows.load('count');
      await context.sync();
      const without = table.rows.count;
      table.getDataBodyRange().getRowsBelow(1).values = [['', '', '']];
      table.getDataBodyRange().getRowsBelow(1).values = [['c', 3, 6]];
      table.rows.load('count');
      await context.sync();
      return [without, table.rows.count];
    });

    expect(counts).toEqual([2, 3]);
  });

  it('should let the last writer win when two clients append to the row they both saw', async () => {
    const { host, client, run } = await bench();
    const other = await host.connect();
    await run(async (_context, sheet) => void (await dealsTable(sheet)));

    await runIn(client, async (context, sheet) => {
      sheet.getRange('A4:C4').values = [['mine', 3, null]];
      await context.sync();
    });
    await runIn(other, async (context, sheet) => {
      sheet.getRange('A4:C4').values = [['theirs', 4, null]];
      await context.sync();
    });
    const values = await run(async (context, sheet) => {
      const body = sheet.tables.getItem('Deals').getDataBodyRange().load('values');
      await context.sync();
      return body.values;
    });

    expect(values.map((row) => row[0])).toEqual(['a', 'b', 'theirs']);
  });

  it('should delete rows upwards with what lies below, and keep one blank row', async () => {
    const { run } = await bench();

    const result = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      sheet.getRange('A6').values = [['below']];
      table.rows.getItemAt(0).delete();
      await context.sync();
      table.rows.getItemAt(0).delete();
      const body = table.getDataBodyRange().load('address,values,formulas');
      const below = sheet.getUsedRange().getLastRow().getCell(0, 0).load('address,values');
      await context.sync();
      return [body.address, body.formulas[0], below.address];
    });

    expect(result).toEqual(['Sheet1!A2:C2', ['', '', '=[@Amount]*2'], 'Sheet1!A5']);
  });

  it('should show only rows that pass a filter', async () => {
    const { run } = await bench();

    const visible = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.columns.getItem('Amount').filter.applyCustomFilter('>1');
      const view = table.getDataBodyRange().getVisibleView().load('values');
      await context.sync();
      return view.values;
    });

    expect(visible).toEqual([['b', 2, 4]]);
  });

  it('should add columns, rows and totals as the API says', async () => {
    const { run } = await bench();

    const result = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.columns.add(1, [['Note'], ['n1'], ['n2']]);
      table.rows.add(0, [['z', 'n0', 9, '=[@Amount]*2']]);
      table.showTotals = true;
      const range = table.getRange().load('address,values');
      await context.sync();
      return [range.address, range.values];
    });

    expect(result).toEqual([
      'Sheet1!A1:D5',
      [
        ['Id', 'Note', 'Amount', 'Double'],
        ['z', 'n0', 9, 18],
        ['a', 'n1', 1, 2],
        ['b', 'n2', 2, 4],
        ['Total', '', '', 24],
      ],
    ]);
  });

  it('should leave no reference to a column or table that is gone', async () => {
    const { run } = await bench();
    const read = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      sheet.getRange('F5:F6').formulas = [['=SUM(Deals[Double])'], ['=SUM(Deals[Amount])&"Deals[Amount]"']];
      table.columns.getItem('Amount').delete();
      const [body, outside] = [sheet.getRange('B2:B3'), sheet.getRange('F5:F6')].map((r) => r.load('formulas'));
      await context.sync();
      const afterColumn = [body?.formulas, outside?.formulas];
      table.convertToRange();
      outside?.load('formulas');
      await context.sync();
      return [...afterColumn, outside?.formulas];
    });

    expect(read).toEqual([
      [['=#REF!*2'], ['=#REF!*2']],
      [['=SUM(Deals[Double])'], ['=SUM(#REF!)&"Deals[Amount]"']],
      [['=SUM(Sheet1!$B$2:$B$3)'], ['=SUM(#REF!)&"Deals[Amount]"']],
    ]);
  });

  it('should turn references to the own row into row-relative addresses when a table becomes a range', async () => {
    const { run } = await bench();
    const cells = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.convertToRange();
      const range = sheet.getRange('C2:C3').load('formulas,values');
      await context.sync();
      return [range.formulas, range.values];
    });

    expect(cells).toEqual([
      [['=Sheet1!$B2*2'], ['=Sheet1!$B3*2']],
      [[2], [4]],
    ]);
  });
});
