import { bench, dealsTable, failureOf } from './session';

describe('charts, rules and settings', () => {
  it('should keep a chart with its series, title and place', async () => {
    const { run } = await bench();

    const chart = await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      const added = sheet.charts.add('ColumnClustered', table.getRange().getResizedRange(0, -1), 'Columns');
      added.title.text = 'Amounts';
      added.setPosition('E2', 'J12');
      added.series.load('items/name');
      added.load('name,top,left,title/text');
      const values = added.series.getItemAt(0).getDimensionValues('Values');
      await context.sync();
      return {
        series: added.series.items.map(({ name }) => name),
        title: added.title.text,
        top: added.top,
        values: values.value,
      };
    });

    expect(chart).toEqual({ series: ['Amount'], title: 'Amounts', top: 15, values: [1, 2] });
  });

  it('should answer UnsupportedOperation for the series of a funnel', async () => {
    const { run } = await bench();

    const failure = await failureOf(
      run(async (context, sheet) => {
        const chart = sheet.charts.add('Funnel', sheet.getRange('A1:B3'), 'Columns');
        chart.series.load('items');
        await context.sync();
      }),
    );

    expect(failure).toEqual({ code: 'UnsupportedOperation', location: 'Chart.series' });
  });

  it('should give back validations and conditional formats, and move them with their rows', async () => {
    const { run } = await bench();

    const result = await run(async (context, sheet) => {
      const range = sheet.getRange('B2:B4');
      range.dataValidation.rule = {
        list: { inCellDropDown: true, source: sheet.getRange('D1:D2') as unknown as string },
      };
      const format = range.conditionalFormats.add('Custom');
      format.custom.rule.formula = '=$B2>10';
      format.custom.format.fill.color = '#ff0000';
      sheet.getRange('1:1').insert('Down');
      const moved = sheet.getRange('B3:B5').dataValidation.load('type,rule');
      format.load('type,custom/rule/formula,custom/format/fill/color');
      const place = format.getRange().load('address');
      await context.sync();
      return [moved.type, moved.rule, format.custom.rule.formula, format.custom.format.fill.color, place.address];
    });

    expect(result).toEqual([
      'List',
      { list: { inCellDropDown: true, source: '=Sheet1!$D$2:$D$3' } },
      '=$B3>10',
      '#FF0000',
      'Sheet1!B3:B5',
    ]);
  });

  it('should refuse a literal list of more than 255 characters', async () => {
    const { run } = await bench();

    const failure = await failureOf(
      run(async (context, sheet) => {
        sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'entry,'.repeat(50) } };
        await context.sync();
      }),
    );

    expect(failure.code).toBe('InvalidArgument');
  });

  it('should share settings between the two interfaces Office has for them', async () => {
    const { client, run } = await bench();

    await run(async (context) => {
      context.workbook.settings.add('color', { deep: [1] });
      await context.sync();
    });
    const { settings } = client.Office.context.document;
    await new Promise<void>((resolve) => settings.refreshAsync(() => resolve()));
    settings.set('size', 3);
    await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
    const size = await run(async (context) => {
      const setting = context.workbook.settings.getItem('size').load('value');
      await context.sync();
      return setting.value as unknown;
    });

    expect([settings.get('color'), size]).toEqual([{ deep: [1] }, 3]);
  });

  it('should evaluate worksheet functions and registered custom functions', async () => {
    const { host, run } = await bench();
    host.registerFunctions('CRM', { TWICE: (value: number) => value * 2 });

    const result = await run(async (context, sheet) => {
      sheet.getRange('A1:A3').values = [[1], [2], ['=CRM.TWICE(A2)']];
      const sum = context.workbook.functions.sum(sheet.getRange('A1:A3')).load('value');
      await context.sync();
      return sum.value;
    });

    expect(result).toBe(7);
  });

  it('should calculate the value of a named formula', async () => {
    const { run } = await bench();
    const name = await run(async (context) => {
      context.workbook.names.add('rate', '=0.25');
      const twice = context.workbook.names.add('twice', '=2*rate').load('type,value');
      await context.sync();
      return [twice.type, twice.value];
    });

    expect(name).toEqual(['Double', 0.5]);
  });
});
