import { bench, failureOf } from './session';

/** Writes one input into a cell of a number format and reads it back. */
async function typed(input: unknown, format?: string) {
  const { run } = await bench();
  return run(async (context, sheet) => {
    const cell = sheet.getRange('A1');
    if (format) cell.numberFormat = [[format]];
    cell.values = [[input]];
    cell.load('values,text,numberFormat,valueTypes');
    await context.sync();
    return {
      value: cell.values[0]?.[0],
      text: cell.text[0]?.[0],
      format: cell.numberFormat[0]?.[0],
      type: cell.valueTypes[0]?.[0],
    };
  });
}

describe('cells', () => {
  it.each<[unknown, unknown, string, string]>([
    ['5', 5, '5', 'General'],
    ['1,234.5', 1234.5, '1,234.50', '#,##0.00'],
    ['50%', 0.5, '50%', '0%'],
    ['1/2/2024', 45293, '1/2/2024', 'm/d/yyyy'],
    ['2/30/2024', '2/30/2024', '2/30/2024', 'General'],
    ['TRUE', true, 'TRUE', 'General'],
    ['#N/A', '#N/A', '#N/A', 'General'],
    ["'5", '5', '5', 'General'],
    ['1.', 1, '1', 'General'],
    ['abc', 'abc', 'abc', 'General'],
  ])('should read typed %p as en-US Excel does', async (input, value, text, format) => {
    const cell = await typed(input);

    expect(cell).toMatchObject({ value, text, format });
  });

  it.each(['007', '=1+1', '1/2/2024', '+861380000'])('should keep %p as text when the cell is text', async (input) => {
    const cell = await typed(input, '@');

    expect(cell).toEqual({ value: input, text: input, format: '@', type: 'String' });
  });

  it('should leave a cell for null and clear it for an empty string', async () => {
    const { run } = await bench();

    const values = await run(async (context, sheet) => {
      const range = sheet.getRange('A1:B1');
      range.values = [[1, 2]];
      range.values = [[null, '']];
      range.load('values');
      await context.sync();
      return range.values;
    });

    expect(values).toEqual([[1, '']]);
  });

  it("should move formulas, names and other sheets' references when rows are inserted and deleted", async () => {
    const { run } = await bench();

    const result = await run(async (context, sheet) => {
      const other = context.workbook.worksheets.add('My Data');
      other.getRange('A1').formulas = [['=SUM(Sheet1!A2:$A$4)+Sheet1!A9']];
      const name = context.workbook.names.add('block', sheet.getRange('A2:A4'));
      sheet.getRange('3:3').insert('Down');
      sheet.getRange('10:10').delete('Up');
      const cell = other.getRange('A1').load('formulas');
      name.load('formula');
      await context.sync();
      return [cell.formulas[0]?.[0], name.formula];
    });

    expect(result).toEqual(['=SUM(Sheet1!A2:$A$5)+Sheet1!#REF!', '=Sheet1!$A$2:$A$5']);
  });

  it('should rewrite formulas when a sheet, a table or a column is renamed, but no text in them', async () => {
    const { run } = await bench();

    const formulas = await run(async (context, sheet) => {
      sheet.getRange('A1:B2').values = [
        ['Id', 'Amount'],
        ['a', ''],
      ];
      const table = sheet.tables.add('A1:B2', true);
      table.name = 'Deals';
      sheet.getRange('B2').formulas = [['=[@Id]&"Amount"']];
      sheet.getRange('D1').formulas = [['=COUNTA(Deals[Id])&"Deals[Id]"&Sheet1!A1']];
      table.name = 'Orders';
      table.columns.getItem('Id').name = 'Order id';
      sheet.name = 'New one';
      const range = sheet.getRange('A1:D2').load('formulas');
      await context.sync();
      return [range.formulas[0]?.[3], range.formulas[1]?.[1]];
    });

    expect(formulas).toEqual(['=COUNTA(Orders[Order id])&"Deals[Id]"&\'New one\'!A1', '=[@Order id]&"Amount"']);
  });

  it('should copy formulas relatively and fill series', async () => {
    const { run } = await bench();

    const formulas = await run(async (context, sheet) => {
      sheet.getRange('A1:B2').values = [
        [1, '=A1*$A$1'],
        [2, '=A2*$A$1'],
      ];
      sheet.getRange('D5').copyFrom('B1:B2');
      sheet.getRange('A1:A2').autoFill('A1:A4', 'FillSeries');
      const copied = sheet.getRange('D5:D6').load('formulas');
      const series = sheet.getRange('A1:A4').load('values');
      await context.sync();
      return [copied.formulas.flat(), series.values.flat()];
    });

    expect(formulas).toEqual([
      ['=C5*$A$1', '=C6*$A$1'],
      [1, 2, 3, 4],
    ]);
  });

  it('should spill a dynamic array and report it', async () => {
    const { run } = await bench();

    const result = await run(async (context, sheet) => {
      sheet.getRange('B2').formulas = [['=SEQUENCE(2,2)']];
      const spill = sheet.getRange('B2').getSpillingToRange().load('address,values');
      const used = sheet.getUsedRange().load('address');
      await context.sync();
      return [spill.address, spill.values, used.address];
    });

    expect(result).toEqual([
      'Sheet1!B2:C3',
      [
        [1, 2],
        [3, 4],
      ],
      'Sheet1!B2:C3',
    ]);
  });

  it('should sort rows with their formulas and formats, blanks last', async () => {
    const { run } = await bench();

    const sorted = await run(async (context, sheet) => {
      sheet.getRange('A1:B4').values = [
        ['b', '=A1&1'],
        ['', 'x'],
        ['C', 3],
        ['a', 4],
      ];
      sheet.getRange('A1:B4').sort.apply([{ key: 0, ascending: false }]);
      const range = sheet.getRange('A1:B4').load('formulas');
      await context.sync();
      return range.formulas;
    });

    expect(sorted).toEqual([
      ['C', 3],
      ['b', '=A2&1'],
      ['a', 4],
      ['', 'x'],
    ]);
  });

  it('should read entire columns as null and refuse locked cells on a protected sheet', async () => {
    const { run } = await bench();

    const result = await run(async (context, sheet) => {
      const column = sheet.getRange('A:A').load('values,address');
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect();
      sheet.getRange('B1').values = [['free']];
      await context.sync();
      sheet.getRange('A1').values = [['locked']];
      const code = await context.sync().then(
        () => '',
        (error: { code: string }) => error.code,
      );
      return [column.values, column.address, code];
    });

    expect(result).toEqual([null, 'Sheet1!A:A', 'AccessDenied']);
  });

  it('should break only the formulas that name a deleted sheet', async () => {
    const { run } = await bench();
    const formulas = await run(async (context, sheet) => {
      context.workbook.worksheets.add('Data').getRange('A1').values = [[1]];
      context.workbook.worksheets.add('MyData').getRange('A1').values = [[2]];
      const range = sheet.getRange('A1:A3');
      range.formulas = [['=Data!A1'], ['=MyData!A1'], ['="Data!"']];
      context.workbook.worksheets.getItem('Data').delete();
      range.load('formulas,values');
      await context.sync();
      return [range.formulas, range.values];
    });

    expect(formulas).toEqual([
      [['=#REF!'], ['=MyData!A1'], ['="Data!"']],
      [['#REF!'], [2], ['Data!']],
    ]);
  });

  it('should refuse more text than a cell holds', async () => {
    const { run } = await bench();
    const write = (length: number) =>
      run(async (context, sheet) => {
        sheet.getRange('A1').values = [['x'.repeat(length)]];
        await context.sync();
      });

    expect(await failureOf(write(32_767))).toEqual({});
    expect(await failureOf(write(32_768))).toEqual({ code: 'InvalidArgument', location: 'Range.values' });
  });
});
