import { bench, failureOf } from './session';

const SHEETS = { positionType: 'End' } as const;

function asBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

describe('other workbooks', () => {
  it('should insert sheets with free names, and references among them follow', async () => {
    const source = await bench();
    await source.run(async (context, sheet) => {
      sheet.getRange('A1:A2').values = [['Amount'], [21]];
      sheet.tables.add('A1:A2', true).name = 'Orders';
      const second = context.workbook.worksheets.add('Sums');
      second.getRange('A1').formulas = [['=Sheet1!A2*2']];
      await context.sync();
    });
    const base64 = asBase64(await source.host.save());
    const { run } = await bench();

    const seen = await run(async (context, sheet) => {
      sheet.getRange('C1:C2').values = [['x'], [1]];
      sheet.tables.add('C1:C2', true).name = 'Orders';
      const ids = context.workbook.insertWorksheetsFromBase64(base64, SHEETS);
      await context.sync();
      const sheets = context.workbook.worksheets.load('items/name');
      const tables = context.workbook.tables.load('items/name');
      const sum = context.workbook.worksheets
        .getItem(ids.value[1] as string)
        .getRange('A1')
        .load('values,formulas');
      await context.sync();
      const names = (items: { name: string }[]) => items.map(({ name }) => name);
      return { sheets: names(sheets.items), tables: names(tables.items), value: sum.values, formula: sum.formulas };
    });

    expect(seen).toEqual({
      sheets: ['Sheet1', 'Sheet1 (2)', 'Sums'],
      tables: ['Orders', 'Orders2'],
      value: [[42]],
      formula: [["='Sheet1 (2)'!A2*2"]],
    });
  });

  it('should give the workbook in slices that make a file again', async () => {
    const { client, run } = await bench();
    await run(async (context, sheet) => {
      sheet.getRange('A1').values = [['kept']];
      await context.sync();
    });
    const { document } = client.Office.context as unknown as Pick<typeof Office.context, 'document'>;

    const bytes = await new Promise<number[]>((resolve) =>
      document.getFileAsync('compressed' as unknown as Office.FileType, { sliceSize: 1024 }, ({ value: file }) => {
        const slices: number[] = [];
        for (let index = 0; index < file.sliceCount; index++) {
          file.getSliceAsync(index, ({ value }) => slices.push(...(value.data as number[])));
        }
        resolve(slices);
      }),
    );
    const other = await bench();
    await other.host.open(Uint8Array.from(bytes));

    expect(other.host.workbook.findSheet('Sheet1')?.value(0, 0)).toBe('kept');
  });

  it('should refuse what is no workbook', async () => {
    const { run } = await bench();

    const failure = await failureOf(
      run(async (context) => {
        context.workbook.insertWorksheetsFromBase64('bm8=', SHEETS);
        await context.sync();
      }),
    );

    expect(failure.code).toBe('InvalidArgument');
  });
});

describe('rules of conditional formats', () => {
  const REFUSED: [type: string, write: (format: Excel.ConditionalFormat) => void][] = [
    ['Custom', ({ custom }) => void (custom.rule.formula = '=Deals[Amount]>1')],
    ['Custom', ({ custom }) => void (custom.rule.formula = '=SUM((')],
    ['CellValue', ({ cellValue }) => void (cellValue.rule = { formula1: '=1', operator: 'Between' })],
    ['CellValue', ({ cellValue }) => void (cellValue.rule = { formula1: '', operator: 'LessThan' })],
    ['TopBottom', ({ topBottom }) => void (topBottom.rule = { rank: 101, type: 'TopPercent' })],
    ['ContainsText', ({ textComparison }) => void (textComparison.rule = { operator: 'Contains', text: '' })],
    ['IconSet', ({ iconSet }) => void (iconSet.criteria = [{} as Excel.ConditionalIconCriterion])],
    ['DataBar', ({ dataBar }) => void (dataBar.upperBoundRule = { type: 'Percent' })],
  ];

  it.each(REFUSED)('should refuse a %s rule that Excel refuses (%#)', async (type, write) => {
    const { run } = await bench();

    const failure = await failureOf(
      run(async (context, sheet) => {
        write(sheet.getRange('A1').conditionalFormats.add(type as Excel.ConditionalFormatType));
        await context.sync();
      }),
    );

    expect(failure.code).toBe('InvalidArgument');
  });
});
