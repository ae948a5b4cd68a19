import { createHost } from '../../src/host';
import { toFileFormula, toLiveFormula } from '../../src/host/file/formulaForms';
import { readBook } from '../../src/xlsx/read';
import { writeBook } from '../../src/xlsx/write';
import { richBook } from '../xlsx/richBook';
import { bench, dealsTable, runIn } from './session';

describe('opening and saving', () => {
  it.each([
    ['Deals[[#This Row],[Amount]]*2', '[@Amount]*2'],
    ['Deals[[#This Row],[Order id]]', '[@[Order id]]'],
    ['SUM(Other[Amount])&"Deals[[#This Row],[x]]"', 'SUM(Other[Amount])&"Deals[[#This Row],[x]]"'],
    ['Other[[#This Row],[x]]', 'Other[@x]'],
  ])('should show %s as %s inside its table, and write it back', (file, live) => {
    expect(toLiveFormula(file, 'Deals')).toBe(live);
    expect(toFileFormula(live, 'Deals')).toBe(file);
  });

  it('should find everything again in a saved file', async () => {
    const { host, run } = await bench();
    await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.style = 'TableStyleLight9';
      sheet.getRange('B2:B3').numberFormat = [['#,##0.00']];
      sheet.getRange('A2:A3').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      const format = sheet.getRange('B2:B3').conditionalFormats.add('CellValue');
      format.cellValue.rule = { formula1: '=1', operator: 'GreaterThan' };
      format.cellValue.format.font.color = '#FF0000';
      sheet.getRange('E1').formulas = [['=SUM(Deals[Double])']];
      sheet.freezePanes.freezeRows(1);
      context.workbook.names.add('total', sheet.getRange('E1'));
      context.workbook.properties.custom.add('schema', 3);
      context.workbook.worksheets.add('Hidden').visibility = 'VeryHidden';
      await context.sync();
    });

    const reopened = await createHost();
    await reopened.open(await host.save());
    const found = await runIn(await reopened.connect(), async (context, sheet) => {
      const table = sheet.tables.getItem('Deals').load('style');
      const body = table.getDataBodyRange().load('formulas,values,text');
      const validation = sheet.getRange('A2:A3').dataValidation.load('rule');
      const format = sheet
        .getRange('B2')
        .conditionalFormats.getItemAt(0)
        .load('type,cellValue/rule,cellValue/format/font/color');
      const total = context.workbook.names.getItem('total').getRange().load('values,address');
      const hidden = context.workbook.worksheets.getItem('Hidden').load('visibility');
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const schema = context.workbook.properties.custom.getItem('schema').load('value');
      table.getDataBodyRange().getRowsBelow(1).values = [['c', 5, null]];
      const grown = sheet.getRange('C4').load('values');
      await context.sync();
      return {
        table: [table.style, body.formulas[0], body.text[1]],
        rules: [validation.rule, format.cellValue.rule, format.cellValue.format.font.color],
        rest: [total.address, hidden.visibility, frozen.address, schema.value, grown.values],
      };
    });

    expect(found).toEqual({
      table: ['TableStyleLight9', ['a', 1, '=[@Amount]*2'], ['b', '2.00', '4']],
      rules: [
        { list: { inCellDropDown: true, source: 'a,b' } },
        expect.objectContaining({ formula1: '=1', operator: 'GreaterThan' }),
        '#FF0000',
      ],
      rest: ['Sheet1!E1', 'VeryHidden', 'Sheet1!1:1', 3, [[10]]],
    });
  });

  it('should save an added funnel in the shape of the one whose figures it shares', async () => {
    const host = await createHost();
    await host.open(await writeBook(richBook()));
    await runIn(await host.connect(), async (context) => {
      const { worksheets } = context.workbook;
      const dashboard = worksheets.getItem('Dashboard');
      worksheets.add('Mine').charts.add('Funnel', dashboard.getRange('D4:D5'), 'Columns');
      worksheets.add('Other').charts.add('Funnel', dashboard.getRange('D3:D4'), 'Columns');
      await context.sync();
    });

    const { sheets } = readBook(await host.save());

    const spacer = { ref: 'Dashboard!$C$4:$C$5', values: [1250, 0] };
    const spacers = sheets.flatMap(({ name, charts }) =>
      charts.filter(({ kind }) => kind === 'funnel').map((chart) => [name, chart.spacer]),
    );
    expect(spacers).toEqual([
      ['Dashboard', spacer],
      ['Mine', spacer],
      ['Other', undefined],
    ]);
  });

  it('should save every kind of conditional format', async () => {
    const { host, run } = await bench();
    await run(async (context, sheet) => {
      const add = (address: string, type: string) =>
        sheet.getRange(address).conditionalFormats.add(type as Excel.ConditionalFormatType);
      add('A1:A5', 'ColorScale').colorScale.criteria = {
        minimum: { type: 'LowestValue', color: 'blue' },
        maximum: { type: 'Percent', formula: '90', color: '#FF0000' },
      };
      add('B1:B5', 'DataBar').dataBar.positiveFormat.fillColor = '#00FF00';
      add('C1:C5', 'IconSet').iconSet.style = 'ThreeTriangles';
      add('D1:D5', 'TopBottom').topBottom.rule = { rank: 2, type: 'BottomPercent' };
      add('E2:E5', 'ContainsText').textComparison.rule = { operator: 'BeginsWith', text: 'a"b' };
      add('F1:F5', 'PresetCriteria').preset.rule = { criterion: 'DuplicateValues' };
      await context.sync();
    });

    const { conditionalFormats } = readBook(await host.save()).sheets[0] ?? { conditionalFormats: [] };

    expect(conditionalFormats.map(({ type }) => type)).toEqual([
      'colorScale',
      'dataBar',
      'iconSet',
      'top10',
      'beginsWith',
      'duplicateValues',
    ]);
    expect(conditionalFormats[3]?.extra?.attributes).toEqual({ rank: '2', percent: '1', bottom: '1' });
    expect(conditionalFormats[4]?.formulas).toEqual(['LEFT(E2,LEN("a""b"))="a""b"']);
    const scale = conditionalFormats[0]?.extra?.children?.[0]?.children.map(({ attributes }) => attributes);
    expect(scale).toEqual([{ type: 'min' }, { type: 'percent', val: '90' }, { rgb: 'FF0000FF' }, { rgb: 'FFFF0000' }]);
  });
});
