import { bench, failureOf } from './session';

const SALES = [
  ['Farm', 'Type', 'Class', 'Sold', 'Stock'],
  ['A', 'Lime', 'Organic', 300, 2000],
  ['A', 'Lemon', 'Organic', 250, 1800],
  ['B', 'Lime', 'Conventional', 80, 1000],
  ['B', 'Orange', 'Organic', 20, 500],
  ['C', 'Orange', 'Conventional', 5, ''],
];

type Names = Partial<Record<'rows' | 'columns' | 'filters' | 'data', string[]>>;

/** A pivot table over the sales in A1:E6, at H3 of the same sheet. */
async function salesPivot(names: Names) {
  const { host, run } = await bench();
  await run(async (context, sheet) => {
    sheet.getRange('A1:E6').values = SALES;
    const pivot = sheet.pivotTables.add('Sales', 'Sheet1!A1:E6', 'H3');
    const field = (name: string) => pivot.hierarchies.getItem(name);
    for (const name of names.rows ?? []) pivot.rowHierarchies.add(field(name));
    for (const name of names.columns ?? []) pivot.columnHierarchies.add(field(name));
    for (const name of names.filters ?? []) pivot.filterHierarchies.add(field(name));
    for (const name of names.data ?? []) pivot.dataHierarchies.add(field(name));
    await context.sync();
  });
  /** Changes the pivot table and reads what it shows. */
  const shown = (change: (pivot: Excel.PivotTable, context: Excel.RequestContext) => unknown = () => undefined) =>
    run(async (context, sheet) => {
      const pivot = sheet.pivotTables.getItem('Sales');
      await change(pivot, context);
      const range = pivot.layout.getRange().load('values');
      await context.sync();
      return range.values;
    });
  return { host, run, shown };
}

describe('pivot tables', () => {
  it('should sum up by rows with subtotals when compact', async () => {
    const { shown } = await salesPivot({ rows: ['Farm', 'Type'], data: ['Sold', 'Stock'] });

    expect(await shown()).toEqual([
      ['Row Labels', 'Sum of Sold', 'Count of Stock'],
      ['A', 550, 2],
      ['Lemon', 250, 1],
      ['Lime', 300, 1],
      ['B', 100, 2],
      ['Lime', 80, 1],
      ['Orange', 20, 1],
      ['C', 5, 0],
      ['Orange', 5, 0],
      ['Grand Total', 655, 4],
    ]);
  });

  it('should cross rows with columns and leave blanks where nothing is', async () => {
    const { shown } = await salesPivot({ rows: ['Type'], columns: ['Class'], data: ['Sold'] });

    expect(await shown()).toEqual([
      ['Sum of Sold', 'Column Labels', '', ''],
      ['Row Labels', 'Conventional', 'Organic', 'Grand Total'],
      ['Lemon', '', 250, 250],
      ['Lime', 80, 300, 380],
      ['Orange', 5, 20, 25],
      ['Grand Total', 85, 570, 655],
    ]);
  });

  it('should put groups side by side and totals below when tabular', async () => {
    const { shown } = await salesPivot({ rows: ['Farm', 'Type'], data: ['Sold'] });

    const cells = await shown(({ layout }) => {
      layout.layoutType = 'Tabular';
      layout.repeatAllItemLabels(true);
    });

    expect(cells.slice(0, 4)).toEqual([
      ['Farm', 'Type', 'Sum of Sold'],
      ['A', 'Lemon', 250],
      ['A', 'Lime', 300],
      ['A Total', '', 550],
    ]);
  });

  it('should tell where its parts are, filters above', async () => {
    const { run } = await salesPivot({ rows: ['Farm'], columns: ['Type'], filters: ['Class'], data: ['Sold'] });

    const addresses = await run(async (context, sheet) => {
      const { layout } = sheet.pivotTables.getItem('Sales');
      const parts = [
        layout.getRange(),
        layout.getDataBodyRange(),
        layout.getRowLabelRange(),
        layout.getColumnLabelRange(),
        layout.getFilterAxisRange(),
      ].map((part) => part.load('address'));
      await context.sync();
      return parts.map(({ address }) => address.replace('Sheet1!', ''));
    });

    expect(addresses).toEqual(['H3:L8', 'I5:L8', 'H4:H8', 'I3:L4', 'H1:I1']);
  });

  it('should take a field from the axis where it was', async () => {
    const { shown, run } = await salesPivot({ rows: ['Farm', 'Type'], data: ['Sold'] });

    await shown((pivot) => pivot.columnHierarchies.add(pivot.hierarchies.getItem('Type')));
    const rows = await run(async (context, sheet) => {
      const { rowHierarchies } = sheet.pivotTables.getItem('Sales');
      rowHierarchies.load('items/name');
      await context.sync();
      return rowHierarchies.items.map(({ name }) => name);
    });

    expect(rows).toEqual(['Farm']);
  });

  it('should show another function under its own name, unless somebody renamed the data', async () => {
    const { shown } = await salesPivot({ rows: ['Farm'], data: ['Sold', 'Stock'] });

    const cells = await shown(async ({ dataHierarchies }, context) => {
      dataHierarchies.load('items');
      await context.sync();
      const [sold, stock] = dataHierarchies.items as [Excel.DataPivotHierarchy, Excel.DataPivotHierarchy];
      stock.name = 'On hand';
      for (const data of [sold, stock]) data.summarizeBy = 'Max';
    });

    expect(cells.slice(0, 2)).toEqual([
      ['Row Labels', 'Max of Sold', 'On hand'],
      ['A', 300, 2000],
    ]);
  });

  it('should show shares, and differences with #N/A where the base has no value', async () => {
    const { shown } = await salesPivot({ rows: ['Farm', 'Type'], data: ['Sold'] });
    const showAs = (rule: (pivot: Excel.PivotTable) => Excel.ShowAsRule) =>
      shown((pivot) => void (pivot.dataHierarchies.getItem('Sum of Sold').showAs = rule(pivot)));

    const shares = await showAs(() => ({ calculation: 'PercentOfGrandTotal' }));
    const differences = await showAs((pivot) => {
      const baseField = pivot.hierarchies.getItem('Farm').fields.getItem('Farm');
      return { calculation: 'DifferenceFrom', baseField, baseItem: baseField.items.getItem('A') };
    });

    expect(shares[1]?.[1]).toBeCloseTo(550 / 655);
    expect(differences.slice(4, 7)).toEqual([
      ['B', -450],
      ['Lime', -220],
      ['Orange', '#N/A'],
    ]);
  });

  it.each([
    ['label', { labelFilter: { condition: 'BeginsWith', substring: 'L', exclusive: true } }, ['Orange']],
    ['value', { valueFilter: { condition: 'GreaterThan', comparator: 100, value: 'Sum of Sold' } }, ['Lemon', 'Lime']],
    [
      'top',
      { valueFilter: { condition: 'TopN', threshold: 1, selectionType: 'Items', value: 'Sum of Sold' } },
      ['Lime'],
    ],
    ['manual', { manualFilter: { selectedItems: ['Orange', 'Lime'] } }, ['Lime', 'Orange']],
  ])('should keep what a %s filter keeps, and sum only that', async (_kind, filter, kept) => {
    const { shown } = await salesPivot({ rows: ['Type'], data: ['Sold'] });

    const cells = await shown((pivot) =>
      pivot.hierarchies
        .getItem('Type')
        .fields.getItem('Type')
        .applyFilter(filter as Excel.PivotFilters),
    );

    const body = cells.slice(1, -1);
    expect(body.map(([label]) => label as string)).toEqual(kept);
    expect(cells.at(-1)?.[1]).toBe(body.reduce((sum, [, value]) => sum + Number(value), 0));
  });

  it('should refuse a filter on a field that is on no axis', async () => {
    const { shown } = await salesPivot({ rows: ['Farm'], data: ['Sold'] });

    const failure = await failureOf(
      shown((pivot) =>
        pivot.hierarchies
          .getItem('Type')
          .fields.getItem('Type')
          .applyFilter({ manualFilter: { selectedItems: ['Lime'] } }),
      ),
    );

    expect(failure).toEqual({ code: 'InvalidOperation', location: 'PivotField.applyFilter' });
  });

  it('should sort by the values of one column', async () => {
    const { shown } = await salesPivot({ rows: ['Farm'], columns: ['Type'], data: ['Sold'] });

    const cells = await shown((pivot) => {
      const lime = pivot.hierarchies.getItem('Type').fields.getItem('Type').items.getItem('Lime');
      const farm = pivot.hierarchies.getItem('Farm').fields.getItem('Farm');
      farm.sortByValues('Ascending', pivot.dataHierarchies.getItem('Sum of Sold'), [lime]);
    });

    expect(cells.slice(2, -1).map(([farm]) => farm as string)).toEqual(['C', 'B', 'A']);
  });

  it('should show new numbers of its source only after a refresh', async () => {
    const { shown, run } = await salesPivot({ rows: ['Farm'], data: ['Sold'] });
    await run(async (context, sheet) => {
      sheet.getRange('D2').values = [[1300]];
      await context.sync();
    });

    const before = await shown();
    const after = await shown((pivot) => pivot.refresh());

    expect([before[1], after[1]]).toEqual([
      ['A', 550],
      ['A', 1550],
    ]);
  });

  it('should lock its cells, move as a whole and leave none behind', async () => {
    const { run, shown } = await salesPivot({ rows: ['Farm'], data: ['Sold'] });

    const write = await failureOf(
      run(async (context, sheet) => {
        sheet.getRange('I4').values = [[1]];
        await context.sync();
      }),
    );
    const tear = await failureOf(
      run(async (context, sheet) => {
        sheet.getRange('H5:H5').insert('Down');
        await context.sync();
      }),
    );
    const left = await run(async (context, sheet) => {
      sheet.getRange('1:1').insert('Down');
      const moved = sheet.pivotTables.getItem('Sales').layout.getRange().load('address');
      await context.sync();
      const { address } = moved;
      sheet.pivotTables.getItem('Sales').delete();
      const used = sheet.getRange(address.replace('Sheet1!', '')).getUsedRangeOrNullObject(true);
      await context.sync();
      return [address, used.isNullObject];
    });

    expect([write.code, tear.code]).toEqual(['PivotTableRangeConflict', 'PivotTableRangeConflict']);
    expect(left).toEqual(['Sheet1!H4:I8', true]);
    expect((await failureOf(shown())).code).toBe('ItemNotFound');
  });

  it('should not grow over a table or another pivot table', async () => {
    const { run, shown } = await salesPivot({ rows: ['Farm'] });
    await run(async (context, sheet) => {
      sheet.tables.add('H8:I9', true);
      await context.sync();
    });

    const failure = await failureOf(shown((pivot) => pivot.rowHierarchies.add(pivot.hierarchies.getItem('Type'))));

    expect(failure.code).toBe('PivotTableRangeConflict');
    expect(await shown()).toEqual([['Row Labels'], ['A'], ['B'], ['C'], ['Grand Total']]);
  });

  it('should be copied with its sheet and live on by itself', async () => {
    const { run } = await salesPivot({ rows: ['Farm'], data: ['Sold'] });

    const seen = await run(async (context, sheet) => {
      const copied = sheet.copy('End').pivotTables.getItem('Sales');
      copied.rowHierarchies.add(copied.hierarchies.getItem('Class'));
      const ranges = [sheet.pivotTables.getItem('Sales'), copied].map(({ layout }) =>
        layout.getRange().load('rowCount'),
      );
      await context.sync();
      return ranges.map(({ rowCount }) => rowCount);
    });

    expect(seen).toEqual([5, 9]);
  });

  it('should be drawn by nobody on a protected sheet', async () => {
    const { run, shown } = await salesPivot({ rows: ['Farm'], data: ['Sold'] });
    const protect = (options: Excel.WorksheetProtectionOptions) =>
      run(async (context, sheet) => {
        sheet.protection.unprotect();
        sheet.protection.protect(options);
        await context.sync();
      });

    await protect({});
    const refused = await failureOf(shown((pivot) => pivot.refresh()));
    await protect({ allowPivotTables: true });
    const allowed = await failureOf(shown((pivot) => pivot.refresh()));

    expect([refused.code, allowed.code]).toEqual(['AccessDenied', undefined]);
  });
});
