import { createHost } from '../../src/host';
import { tableStyle } from '../../src/host/preview/grid/tableLook';
import type { Table } from '../../src/host/store/table';

async function newTable(): Promise<Table> {
  const host = await createHost();
  const { Excel } = await host.connect();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:A4').values = [['Name'], ['Acme'], ['Bolt'], ['Crow']];
    sheet.tables.add('A1:A4', true);
    await context.sync();
  });
  return host.workbook.tables[0]!;
}

const white = '#FFFFFF';

describe('the look of a table in the grid', () => {
  it.each([
    ['TableStyleLight1', { fontColor: '#000000' }, { fill: '#D9D9D9', fontColor: '#000000' }],
    ['TableStyleLight2', { fontColor: '#366092' }, { fill: '#DCE6F1', fontColor: '#366092' }],
    ['TableStyleLight9', { fill: '#4F81BD', fontColor: white }, {}],
    ['TableStyleLight16', {}, { fill: '#DCE6F1' }],
    ['TableStyleMedium2', { fill: '#4F81BD', fontColor: white }, { fill: '#DCE6F1' }],
    ['TableStyleMedium10', { fill: '#C0504D', fontColor: white }, { fill: '#E6B8B7' }],
    ['TableStyleMedium15', { fill: '#000000', fontColor: white }, { fill: '#D9D9D9' }],
    ['TableStyleDark3', { fill: '#000000', fontColor: white }, { fill: '#963634', fontColor: white }],
    ["A person's own", { fill: '#4F81BD', fontColor: white }, { fill: '#DCE6F1' }],
  ])('should colour heading and bands as Excel does when its style is %s', async (style, heading, band) => {
    const table = await newTable();
    table.style = style;

    const colors = [0, 1].map((row) => tableStyle(table, row, 0)!).map(({ fill, fontColor }) => ({ fill, fontColor }));

    expect(colors).toEqual([heading, band]);
  });
});
