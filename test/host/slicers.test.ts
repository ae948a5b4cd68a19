import { bench, failureOf, runIn } from './session';

/** A table of fruit in A1:C5 and a pivot table of it at F3. */
async function fruit() {
  const { client } = await bench();
  await runIn(client, async (context, sheet) => {
    sheet.getRange('A1:C5').values = [
      ['Farm', 'Type', 'Sold'],
      ['A', 'Lime', 300],
      ['A', 'Lemon', 250],
      ['B', 'Lime', 80],
      ['B', 'Orange', 20],
    ];
    sheet.tables.add('A1:C5', true).name = 'Fruit';
    const pivot = sheet.pivotTables.add('Sales', 'Fruit', 'F3');
    pivot.rowHierarchies.add(pivot.hierarchies.getItem('Farm'));
    pivot.dataHierarchies.add(pivot.hierarchies.getItem('Sold'));
    await context.sync();
  });
  return <T>(batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
    runIn(client, (context, sheet) => batch(sheet, context));
}

async function itemsOf(slicer: Excel.Slicer): Promise<[string, boolean, boolean][]> {
  const items = slicer.slicerItems.load('items');
  await slicer.context.sync();
  return items.items.map(({ key, isSelected, hasData }) => [key, isSelected, hasData]);
}

describe('slicers', () => {
  it('should hide the rows of a table that are not selected, and show them again', async () => {
    const run = await fruit();

    const seen = await run(async (sheet, context) => {
      const slicer = sheet.slicers.add('Fruit', 'Type');
      slicer.selectItems(['Lime']);
      const filtered = sheet.getRange('A1:C5').getVisibleView().load('values');
      const selected = slicer.getSelectedItems();
      slicer.load('isFilterCleared');
      await context.sync();
      const during = [filtered.values.length, selected.value, slicer.isFilterCleared];
      slicer.clearFilters();
      const all = sheet.getRange('A1:C5').getVisibleView().load('values');
      slicer.load('isFilterCleared');
      await context.sync();
      return [during, [all.values.length, slicer.isFilterCleared]];
    });

    expect(seen).toEqual([
      [3, ['Lime'], false],
      [5, true],
    ]);
  });

  it('should filter a pivot table by a field that it does not show', async () => {
    const run = await fruit();

    const cells = await run(async (sheet, context) => {
      sheet.slicers.add('Sales', 'Type').selectItems(['Lime', 'Orange']);
      const range = sheet.pivotTables.getItem('Sales').layout.getRange().load('values');
      await context.sync();
      return range.values;
    });

    expect(cells).toEqual([
      ['Row Labels', 'Sum of Sold'],
      ['A', 300],
      ['B', 100],
      ['Grand Total', 400],
    ]);
  });

  it('should tell which items other filters leave, and select all when the last one is cleared', async () => {
    const run = await fruit();

    const [types, after] = await run(async (sheet, context) => {
      const slicer = sheet.slicers.add('Sales', 'Type');
      sheet.slicers.add('Sales', 'Farm').selectItems(['B']);
      slicer.selectItems(['Lime']);
      const before = await itemsOf(slicer);
      slicer.slicerItems.getItem('Lime').isSelected = false;
      await context.sync();
      return [before, await itemsOf(slicer)];
    });

    expect(types).toEqual([
      ['Lemon', false, false],
      ['Lime', true, true],
      ['Orange', false, true],
    ]);
    expect(after?.every(([, isSelected]) => isSelected)).toBe(true);
  });

  it('should go when its table goes, but leave the filter when it is deleted', async () => {
    const run = await fruit();

    const counts = await run(async (sheet, context) => {
      const slicer = sheet.slicers.add('Fruit', 'Type');
      slicer.selectItems(['Lime']);
      slicer.delete();
      sheet.slicers.add('Fruit', 'Farm');
      const visible = sheet.getRange('A1:C5').getVisibleView().load('values');
      const before = context.workbook.slicers.getCount();
      sheet.tables.getItem('Fruit').convertToRange();
      const after = context.workbook.slicers.getCount();
      await context.sync();
      return [visible.values.length, before.value, after.value];
    });

    expect(counts).toEqual([3, 1, 0]);
  });

  it.each([
    ['an unknown source', (sheet: Excel.Worksheet) => sheet.slicers.add('Nothing', 'Type'), 'ItemNotFound'],
    ['an unknown field', (sheet: Excel.Worksheet) => sheet.slicers.add('Fruit', 'Colour'), 'ItemNotFound'],
    [
      'no sheet to stand on',
      (sheet: Excel.Worksheet) => sheet.context.workbook.slicers.add('Fruit', 'Type'),
      'InvalidArgument',
    ],
    [
      'a width of 0',
      (sheet: Excel.Worksheet) => void (sheet.slicers.add('Fruit', 'Type').width = 0),
      'InvalidArgument',
    ],
    [
      'an unknown item',
      (sheet: Excel.Worksheet) => sheet.slicers.add('Fruit', 'Type').selectItems(['Kiwi']),
      'InvalidArgument',
    ],
  ])('should refuse %s', async (_what, act, code) => {
    const run = await fruit();

    const failure = await failureOf(
      run(async (sheet, context) => {
        act(sheet);
        await context.sync();
      }),
    );

    expect(failure.code).toBe(code);
  });
});
