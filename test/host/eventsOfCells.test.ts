import { bench, dealsTable, runIn } from './session';

/** Listens to one thing in a new workbook with A1:C3 = 1..9, acts, and gives back what was heard. */
async function hear<T>(
  listen: (sheet: Excel.Worksheet, hear: (args: T) => Promise<void>) => void,
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
): Promise<T[]> {
  const { host, run } = await bench();
  const heard: T[] = [];
  await run(async (context, sheet) => {
    sheet.getRange('A1:C3').values = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    await context.sync();
    listen(sheet, async (args) => void heard.push(args));
    await context.sync();
    await act(sheet, context);
    await context.sync();
  });
  await host.settle();
  return heard;
}

function changes(act: Parameters<typeof hear>[1]): Promise<Excel.WorksheetChangedEventArgs[]> {
  return hear<Excel.WorksheetChangedEventArgs>((sheet, handler) => void sheet.onChanged.add(handler), act);
}

describe('events of cells', () => {
  it.each<[string, (sheet: Excel.Worksheet) => unknown, string, string, object | undefined]>([
    ['an edit', (sheet) => (sheet.getRange('A1:B1').values = [[0, 0]]), 'RangeEdited', 'A1:B1', undefined],
    [
      'an inserted row',
      (sheet) => sheet.getRange('2:2').insert('Down'),
      'RowInserted',
      '2:2',
      { insertShiftDirection: 'Down' },
    ],
    [
      'a deleted row',
      (sheet) => sheet.getRange('2:2').delete('Up'),
      'RowDeleted',
      '2:2',
      { deleteShiftDirection: 'Up' },
    ],
    [
      'an inserted column',
      (sheet) => sheet.getRange('B:B').insert('Right'),
      'ColumnInserted',
      'B:B',
      { insertShiftDirection: 'Right' },
    ],
    [
      'a deleted column',
      (sheet) => sheet.getRange('B:B').delete('Left'),
      'ColumnDeleted',
      'B:B',
      { deleteShiftDirection: 'Left' },
    ],
    [
      'an inserted cell',
      (sheet) => sheet.getRange('A2').insert('Down'),
      'CellInserted',
      'A2',
      { insertShiftDirection: 'Down' },
    ],
    [
      'a deleted cell',
      (sheet) => sheet.getRange('A2').delete('Left'),
      'CellDeleted',
      'A2',
      { deleteShiftDirection: 'Left' },
    ],
  ])('should tell of %s', async (_what, act, changeType, address, direction) => {
    const [change] = await changes(act);

    expect(change).toMatchObject({ changeType, address, source: 'Local', triggerSource: 'ThisLocalAddin' });
    expect(change?.changeDirectionState).toEqual(direction);
  });

  it.each<[string, (sheet: Excel.Worksheet) => unknown, object | undefined]>([
    [
      'written',
      (sheet) => (sheet.getRange('B2').values = [['x']]),
      { before: 5, after: 'x', types: ['Double', 'String'] },
    ],
    ['cleared', (sheet) => sheet.getRange('B2').clear(), { before: 5, after: '', types: ['Double', 'Empty'] }],
    ['among others', (sheet) => sheet.getRange('B2:C2').clear('Contents'), undefined],
  ])('should tell before and after of a cell that was %s', async (_what, act, expected) => {
    const [change] = await changes(act);

    const details = change?.details as Excel.ChangedEventDetail | undefined;
    const seen = details && {
      before: details.valueBefore as unknown,
      after: details.valueAfter as unknown,
      types: [details.valueTypeBefore, details.valueTypeAfter],
    };
    expect(seen).toEqual(expected);
  });

  it('should not call new results of formulas a change', async () => {
    const results = await changes((sheet) => {
      sheet.getRange('E5').formulas = [['=SUM(A1:A3)']];
      sheet.getRange('A1').values = [[10]];
    });
    const calculated = await hear<Excel.WorksheetCalculatedEventArgs>(
      (sheet, handler) => void sheet.onCalculated.add(handler),
      async (sheet, context) => {
        sheet.getRange('E5:E6').formulas = [['=SUM(A1:A3)'], ['=C3']];
        await context.sync();
        sheet.getRange('A1').values = [[10]];
      },
    );

    expect(results.map(({ address }) => address)).toEqual(['E5', 'A1']);
    expect(calculated.map(({ address }) => address)).toEqual(['E5,E6', 'E5']);
  });

  it('should name the formulas that were replaced or cleared', async () => {
    const changed = await hear<Excel.WorksheetFormulaChangedEventArgs>(
      (sheet, handler) => void sheet.onFormulaChanged.add(handler),
      async (sheet, context) => {
        sheet.getRange('E1').formulas = [['=A1']];
        await context.sync();
        sheet.getRange('E1:F1').formulas = [['=A1', '=B1']];
        await context.sync();
        sheet.getRange('E1:F1').clear('Contents');
      },
    );

    expect(changed.map(({ formulaDetails }) => formulaDetails)).toEqual([
      [{ cellAddress: 'E1', previousFormula: '' }],
      [{ cellAddress: 'F1', previousFormula: '' }],
      [
        { cellAddress: 'E1', previousFormula: '=A1' },
        { cellAddress: 'F1', previousFormula: '=B1' },
      ],
    ]);
  });

  it('should name only the rows that a sort moved', async () => {
    const sorted = await hear<Excel.WorksheetRowSortedEventArgs>(
      (sheet, handler) => void sheet.onRowSorted.add(handler),
      (sheet) => {
        sheet.getRange('A1:A5').values = [[1], [4], [3], [2], [5]];
        sheet.getRange('A1:C5').sort.apply([{ key: 0 }]);
        sheet.getRange('A1:C5').sort.apply([{ key: 0 }]);
      },
    );

    expect(sorted.map(({ address }) => address)).toEqual(['A2:C2,A4:C4', '']);
  });

  it('should tell a table of its own cells only, and of its selection', async () => {
    const { host, run } = await bench();
    const heard: unknown[] = [];
    await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.onChanged.add(async ({ address, changeType }) => void heard.push([address, changeType]));
      table.onSelectionChanged.add(async ({ isInsideTable, address }) => void heard.push([isInsideTable, address]));
      await context.sync();
      sheet.getRange('B2:F2').values = [[5, null, null, null, 1] as never];
      sheet.getRange('F9').values = [[1]];
      sheet.getRange('C3:D3').select();
      sheet.getRange('F9').select();
      await context.sync();
    });
    await host.settle();

    expect(heard).toEqual([
      ['B2:C2', 'RangeEdited'],
      [true, 'C3'],
      [false, ''],
    ]);
  });

  it('should call lines of a table rows and columns, also the last ones that go', async () => {
    const { host, run } = await bench();
    const heard: unknown[] = [];
    await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.onChanged.add(async ({ address, changeType }) => void heard.push([address, changeType]));
      await context.sync();
      sheet.getRange('A3:C3').insert('Down');
      await context.sync();
      table.rows.getItemAt(2).delete();
      await context.sync();
      table.columns.getItem('Double').delete();
      await context.sync();
    });
    await host.settle();

    expect(heard).toEqual([
      ['A3:C3', 'RowInserted'],
      ['A4:C4', 'RowDeleted'],
      ['C1:C3', 'ColumnDeleted'],
    ]);
  });

  it('should find the changed cells again, or nothing when their sheet is gone', async () => {
    const { host, run } = await bench();
    const heard: Excel.WorksheetChangedEventArgs[] = [];
    const seen = await run(async (context) => {
      const other = context.workbook.worksheets.add('Other');
      other.onChanged.add(async (args) => void heard.push(args));
      await context.sync();
      other.getRange('B2:C2').values = [[1, 2]];
      await context.sync();
      await host.settle();
      const range = heard[0]?.getRange(context).load('values');
      await context.sync();
      other.delete();
      const gone = heard[0]?.getRangeOrNullObject(context).load('address');
      await context.sync();
      return [range?.values, gone?.isNullObject];
    });

    expect(seen).toEqual([[[1, 2]], true]);
  });

  it('should raise the events of a binding: data, new results, selection', async () => {
    const { host, run } = await bench();
    const heard: unknown[] = [];
    await run(async (context, sheet) => {
      sheet.getRange('B2:C3').formulas = [
        [1, 2],
        ['=Z1', 4],
      ];
      const binding = context.workbook.bindings.add('Sheet1!B2:C3', 'Range', 'Mine');
      await context.sync();
      await host.settle();
      binding.onDataChanged.add(async (args) => void heard.push(args.binding.id));
      binding.onSelectionChanged.add(async ({ startRow, startColumn, rowCount, columnCount }) => {
        heard.push([startRow, startColumn, rowCount, columnCount]);
      });
      await context.sync();
      sheet.getRange('B2').values = [[5]];
      await context.sync();
      sheet.getRange('Z1').values = [[7]];
      await context.sync();
      sheet.getRange('Y1').values = [[7]];
      sheet.getRange('C3:D4').select();
      sheet.getRange('Z1').select();
      await context.sync();
    });
    await host.settle();

    expect(heard).toEqual(['Mine', 'Mine', [1, 1, 1, 1]]);
  });

  it('should stay silent after remove() with the context of the handler, and after a reload', async () => {
    const { host, client, run } = await bench();
    const heard: string[] = [];
    const result = await run(async (context, sheet) => {
      const handler = sheet.onChanged.add(async ({ address }) => void heard.push(address));
      await context.sync();
      return handler;
    });
    const write = (address: string) =>
      runIn(client, async (context, sheet) => {
        sheet.getRange(address).values = [[1]];
        await context.sync();
        await host.settle();
      });

    await write('A1');
    await client.Excel.run(result.context, async (context) => {
      result.remove();
      await context.sync();
    });
    await write('A2');
    await run(async (context, sheet) => {
      sheet.onChanged.add(async ({ address }) => void heard.push(address));
      await context.sync();
    });
    const again = await client.reload();
    await runIn(again, async (context, sheet) => {
      sheet.getRange('A3').values = [[1]];
      await context.sync();
    });
    await host.settle();

    expect(heard).toEqual(['A1']);
  });

  it('should lose all but the last edit of a sheet in one request when events may be lost', async () => {
    const { host, run } = await bench({ variant: 'pessimistic' });
    const heard: string[] = [];
    await run(async (context, sheet) => {
      sheet.onChanged.add(async ({ address }) => void heard.push(address));
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A2').values = [[1]];
      await context.sync();
    });
    await host.settle();

    expect(heard).toEqual(['A2']);
  });
});

describe('bindings of the document', () => {
  it('should be those of the workbook, with data and events', async () => {
    const { host, client, run } = await bench();
    await run(async (_context, sheet) => void (await dealsTable(sheet)));
    await host.settle();
    const { document } = client.Office.context;
    const heard: unknown[] = [];

    const added = await new Promise<{ value?: { id: string; type: string } }>((resolve) =>
      document.bindings.addFromNamedItemAsync('Deals', 'table', { id: 'mine' }, resolve),
    );
    await host.settle();
    client.Office.select('bindings#mine').addHandlerAsync('bindingDataChanged', (args) => heard.push(args));
    host.userEdit('Sheet1', 'B2', '7');
    await host.settle();
    const data = await new Promise<{ value?: unknown }>((resolve) =>
      client.Office.select('bindings#mine').getDataAsync({ coercionType: 'matrix' }, resolve),
    );
    const missing = await new Promise<{ status: string }>((resolve) =>
      document.bindings.getByIdAsync('other', resolve),
    );

    expect(added.value).toMatchObject({ id: 'mine', type: 'table' });
    expect(heard).toHaveLength(2);
    expect((data.value as unknown[][])[1]).toEqual(['a', 7, 14]);
    expect(missing.status).toBe('failed');
  });
});
