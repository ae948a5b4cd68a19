import { bench, dealsTable, failureOf } from './session';

type Scenario = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

/** The code a batch fails with; undefined when it goes through. */
async function codeOf(scenario: Scenario): Promise<string | undefined> {
  const { run } = await bench();
  const failure = await failureOf(
    run(async (context, sheet) => {
      await scenario(sheet, context);
      await context.sync();
    }),
  );
  return failure.code;
}

describe('ranges', () => {
  it('should follow formulas over sheets, names and tables in both directions', async () => {
    const { run } = await bench();

    const found = await run(async (context, sheet) => {
      await dealsTable(sheet);
      const other = context.workbook.worksheets.add('Other');
      context.workbook.names.add('first', sheet.getRange('B2'));
      other.getRange('A1:A2').formulas = [['=SUM(Deals[Amount])'], ['=first+A1']];
      const direct = other.getRange('A2').getDirectPrecedents().load('addresses');
      const all = sheet.getRange('B2').getDependents().load('addresses');
      const perSheet = other.getRange('A2').getPrecedents().getRangeAreasBySheet('Sheet1').load('address');
      await context.sync();
      return [direct.addresses, all.addresses, perSheet.address];
    });

    expect(found).toEqual([['Sheet1!B2', 'Other!A1'], ['Sheet1!C2', 'Other!A1:A2'], 'Sheet1!B2:B3']);
  });

  it.each<[Excel.AutoFillType | string, (number | string)[], (number | string)[]]>([
    ['FillMonths', [45322], [45322, 45351, 45382]],
    ['FillWeekdays', [45296], [45296, 45299, 45300]],
    ['GrowthTrend', [2, 4], [2, 4, 8]],
    ['FillDefault', ['Q4'], ['Q4', 'Q1', 'Q2']],
    ['FillDefault', ['Item 08'], ['Item 08', 'Item 09', 'Item 10']],
  ])('should fill by %s', async (type, seeds, expected) => {
    const { run } = await bench();

    const filled = await run(async (context, sheet) => {
      const source = sheet.getRange(`A1:A${seeds.length}`);
      source.values = seeds.map((seed) => [seed]);
      source.autoFill('A1:A3', type as Excel.AutoFillType);
      const range = sheet.getRange('A1:A3').load('values');
      await context.sync();
      return range.values.flat();
    });

    expect(filled).toEqual(expected);
  });

  it('should copy links, rules and formats as asked, and skip blanks', async () => {
    const { run } = await bench();

    const copied = await run(async (context, sheet) => {
      sheet.getRange('A1:A3').values = [[1], [''], [3]];
      sheet.getRange('A1').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
      sheet.getRange('C1:E1').values = [[7, 8, 9]];
      sheet.getRange('C1').copyFrom('A1:A3', 'Values', true, true);
      sheet.getRange('G1').copyFrom('A1', 'Link');
      sheet.getRange('H1:H2').copyFrom('A1');
      const values = sheet.getRange('C1:E1').load('values');
      const link = sheet.getRange('G1').load('formulas');
      const rules = ['C1', 'H1:H2'].map((address) => sheet.getRange(address).dataValidation.load('type'));
      await context.sync();
      return [values.values, link.formulas, rules.map(({ type }) => type)];
    });

    expect(copied).toEqual([[[1, 8, 3]], [['=A1']], ['None', 'WholeNumber']]);
  });

  it('should copy the areas that are left of a rectangle', async () => {
    const { run } = await bench();

    const values = await run(async (context, sheet) => {
      sheet.getRange('A1:B3').values = [
        [1, 2],
        [3, 4],
        [5, 6],
      ];
      sheet.getRange('D1').copyFrom(sheet.getRanges('A1:B1,A3:B3'));
      const range = sheet.getRange('D1:E2').load('values');
      await context.sync();
      return range.values;
    });

    expect(values).toEqual([
      [1, 2],
      [5, 6],
    ]);
  });

  it('should read and write whole rows and columns in R1C1 style', async () => {
    const { run } = await bench();
    const formula = '=SUM(C1)+COUNT(R[3])&"C1"&SUM(R1C:R[-1]C[1])+SUM(C[3]:C[4])';

    const read = await run(async (context, sheet) => {
      const cell = sheet.getRange('B2');
      cell.formulasR1C1 = [[formula]];
      cell.load('formulas,formulasR1C1');
      await context.sync();
      return [cell.formulas[0]?.[0], cell.formulasR1C1[0]?.[0]];
    });

    expect(read).toEqual(['=SUM($A:$A)+COUNT(5:5)&"C1"&SUM(B$1:C1)+SUM(E:F)', formula]);
  });

  it('should set and read properties cell by cell, and refuse what cells have not', async () => {
    const { run } = await bench();

    const read = await run(async (context, sheet) => {
      sheet
        .getRange('A1')
        .setCellProperties([
          [{ format: { font: { bold: true }, borders: { bottom: { style: 'Double' } } }, numberFormat: '0.0' }],
        ] as unknown as Excel.SettableCellProperties[][]);
      const wanted = { address: true, format: { font: { bold: true }, borders: { bottom: { style: true } } } };
      const properties = sheet.getRange('A1').getCellProperties(wanted as Excel.CellPropertiesLoadOptions);
      await context.sync();
      return properties.value[0]?.[0];
    });

    expect(read).toEqual({
      address: 'Sheet1!A1',
      format: { font: { bold: true }, borders: { bottom: { style: 'Double' } } },
    });
    expect(
      await codeOf((s) => s.getRange('A1').setCellProperties([[{ format: { font: { bolt: true } } }]] as never)),
    ).toBe('InvalidArgument');
  });

  it.each<[string, Scenario]>([
    ['a row outside of the range', (s) => s.getRange('A5:B6').getRow(-1).load('address')],
    [
      'an unknown kind of cells',
      (s) =>
        s
          .getRange('A1')
          .getSpecialCells('Nice' as never)
          .load('address'),
    ],
    ['no columns to compare', (s) => s.getRange('A1:B2').removeDuplicates([], false)],
    ['nothing to replace', (s) => s.getRange('A1').replaceAll('', 'x', {})],
    ['a fill in two directions', (s) => s.getRange('A1').autoFill('A1:B2')],
    ['a link to nowhere', (s) => void (s.getRange('A1').hyperlink = { screenTip: 'x' })],
    ['a row that is too high', (s) => void (s.getRange('A1').format.rowHeight = 500)],
    ['text at an odd angle', (s) => void (s.getRange('A1').format.textOrientation = 120)],
    ['areas that make no rectangle', (s) => s.getRange('E1').copyFrom(s.getRanges('A1:B1,C3:D4'))],
    ['a name for a formula that cannot be read', (_s, c) => c.workbook.names.add('bad', '=SUM(')],
    ['a sheet name Excel keeps for itself', (_s, c) => c.workbook.worksheets.add('History')],
    ['an unknown kind of calculation', (_s, c) => c.workbook.application.calculate('Some' as never)],
  ])('should refuse %s', async (_what, scenario) => {
    expect(await codeOf(scenario)).toBe('InvalidArgument');
  });

  it.each<[string, Scenario]>([
    ['a fill over locked cells', (s) => s.getRange('A1').autoFill('A1:A3')],
    ['a table', (s) => s.tables.add('A1:B2', true)],
    ['a group', (s) => s.getRange('2:3').group('ByRows')],
    ['a validation', (s) => void (s.getRange('A1').dataValidation.rule = { custom: { formula: '=TRUE' } })],
    ['a filter', (s) => s.autoFilter.apply(s.getRange('A1:B3'))],
    ['a column width', (s) => s.getRange('A1').format.autofitColumns()],
  ])('should refuse %s on a protected sheet', async (_what, scenario) => {
    const code = await codeOf((sheet, context) => {
      sheet.protection.protect();
      return scenario(sheet, context);
    });

    expect(code).toBe('AccessDenied');
  });

  it('should keep array constants of names and styles of tables', async () => {
    const { run } = await bench();

    const read = await run(async (context) => {
      const name = context.workbook.names.add('grid', '={1,"a";TRUE,2}').load('type');
      const array = name.arrayValues.load('values,types');
      const styles = context.workbook.tableStyles;
      styles.add('Mine');
      styles.setDefault('Mine');
      const fallback = styles.getDefault().load('name,readOnly');
      const built = styles.getItem('TableStyleDark3').load('readOnly');
      await context.sync();
      return [name.type, array.values, array.types, fallback.name, fallback.readOnly, built.readOnly];
    });

    const types = [
      ['Double', 'String'],
      ['Boolean', 'Double'],
    ];
    expect(read).toEqual([
      'Array',
      [
        [1, 'a'],
        [true, 2],
      ],
      types,
      'Mine',
      false,
      true,
    ]);
  });
});
