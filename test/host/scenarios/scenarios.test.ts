import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSample } from '../../../src/cli/host/runSample';
import { readSnippet } from '../../../src/cli/host/sample';
import { createHost } from '../../../src/host';
import { cells, chart, counts, type Fact, has, isMissing, lists, range, sheet } from '../samples/facts';

const first = (workbook: Excel.Workbook) => workbook.worksheets.getItem('Sheet1');
const money = chart(0, 'Charts');
const shape = (name: string) => (workbook: Excel.Workbook) => first(workbook).shapes.getItem(name);
const formats = (workbook: Excel.Workbook) => first(workbook).getRange('A1:A5').conditionalFormats;
const guard = (address: string) => (workbook: Excel.Workbook) => first(workbook).getRange(address).dataValidation;
const thread = (workbook: Excel.Workbook) => workbook.comments.getItemByCell('Sheet1!B2');

/** What is true of the workbook when all buttons of a page were clicked. */
const SCENARIOS: Readonly<Record<string, Fact[]>> = {
  'pipeline-table': [
    cells(
      'sorted, with shares and a total',
      'A2:D5',
      [
        ['Night shift', 'Met', 1200, 0.012],
        ['Spare parts', 'Proposal', 8800, 0.088],
        ['Harbour crane', 'Proposal', 90000, 0.9],
        ['Total', '', 100000, 1],
      ],
      'Pipeline',
    ),
    has('no row is hidden', range('A2:D5', 'Pipeline'), 'rowHidden', false),
  ],
  charts: [
    has('the title', money, 'title/text', 'Booked and paid'),
    has('the axis', money, 'axes/valueAxis/maximum', 400),
    has('its title', money, 'axes/valueAxis/title/text', 'Thousands'),
    lists('the legend', (book) => money(book).legend.legendEntries, 'visible', [true, false]),
    lists('a moving average', (book) => money(book).series.getItemAt(0).trendlines, 'movingAveragePeriod', [3]),
    has('labels', (book) => money(book).series.getItemAt(0), 'dataLabels/position', 'Center'),
    has('a second chart', chart(1, 'Charts'), 'chartType', 'Pie'),
  ],
  comments: [
    has('changed', thread, 'content', 'Who follows up on Monday?'),
    has('resolved', thread, 'resolved', true),
    lists('one answer', (book) => thread(book).replies, 'content', ['I do.']),
    counts('two threads', (book) => book.comments, 2),
  ],
  'conditional-formats': [
    lists('in order of priority', formats, 'type', [
      ...['CellValue', 'ContainsText', 'ColorScale', 'DataBar', 'Custom', 'Custom', 'PresetCriteria'],
    ]),
    has('the text rule', (book) => formats(book).getItemAt(1), 'textComparison/rule', {
      operator: 'Contains',
      text: 'late',
    }),
  ],
  validations: [
    has('a share', guard('A1:A3'), 'rule', { decimal: { formula1: 0, formula2: 1, operator: 'Between' } }),
    has('with a warning', guard('A2'), 'errorAlert/style', 'Warning'),
    has('the list', guard('E5'), 'type', 'List'),
    has('cleared', guard('F1'), 'type', 'None'),
  ],
  document: [
    has('the title', (book) => book.properties, 'title', 'Customers of the north'),
    lists('one property', (book) => book.properties.custom, 'value', ['North-west']),
    has('the setting', (book) => book.settings.getItem('columns'), 'value', { order: ['tier'] }),
    lists('the sheet', (book) => first(book).customProperties, 'value', ['dashboard']),
    counts('one part', (book) => book.customXmlParts, 1),
  ],
  names: [
    has('it followed its cell', (book) => book.names.getItem('rate'), 'formula', '=Sheet1!$B$3'),
    has('so did the formula', range('D2', 'Sheet1'), 'values', [[19]]),
    has('what is gone is an error', range('D3', 'Sheet1'), 'values', [['#NAME?']]),
    has('the sheet has its own', (book) => first(book).names.getItem('local'), 'scope', 'Worksheet'),
  ],
  ranges: [
    cells(
      'a row less',
      'A1:B4',
      [
        ['Rep', 'Calls'],
        ['Bo', 5],
        ['Ann', 4],
        ['', 9],
      ],
      'Sheet1',
    ),
    has('the format moved along', range('B4', 'Sheet1'), 'text', [['9.0']]),
    cells('each once', 'D2:D4', [['Ann'], ['Bo'], ['']], 'Sheet1'),
    cells('turned', 'G1:I1', [['Ann', 'Bo', 'Ann']], 'Sheet1'),
  ],
  shapes: [
    has('moved with the group', shape('Pair'), 'top', 50),
    has('an elbow', shape('Wire'), 'line/connectorType', 'Elbow'),
    has('that holds on', shape('Wire'), 'line/isBeginConnected', true),
    has('a picture', shape('Logo'), 'image/format', 'PNG'),
  ],
  sheets: [
    lists('in this order', (book) => book.worksheets, 'name', ['Deals', 'Sheet1', 'Lists']),
    has('very hidden', sheet('Lists'), 'visibility', 'VeryHidden'),
    has('frozen', (book) => sheet('Deals')(book).freezePanes.getLocation(), 'address', 'Deals!1:2'),
    has('on its side', sheet('Deals'), 'pageLayout/orientation', 'Landscape'),
    cells('only the open cell was written', 'A1:B1', [['open', '']], 'Deals'),
  ],
  events: [cells('one edit was heard', 'E1', [['C3']], 'Sheet1')],
  'older-page': [
    cells('fields have their values', 'A1:B1', [['Acme', 'B']], 'Sheet1'),
    cells(
      'no network, said so',
      'C1',
      [['Not fetched, the page has no network: https://example.com/rates.json']],
      'Sheet1',
    ),
    isMissing('no other sheet', (book) => book.worksheets.getItemOrNullObject('Sheet2')),
  ],
};

describe('scenarios', () => {
  it.each(Object.entries(SCENARIOS))('should run %s and leave what it says', async (name, facts) => {
    const host = await createHost();
    const sample = await readSnippet(readFileSync(join(__dirname, `${name}.yaml`), 'utf8'));

    const { buttons } = await runSample(host, await host.connect(), sample, { timeout: 5000, quiet: true });
    const reader = await host.connect();
    const seen = await reader.Excel.run(async ({ workbook }) => {
      const values: Record<string, unknown> = {};
      for (const { says, read } of facts) values[says] = await read(workbook);
      return values;
    });

    expect(buttons.filter(({ ok }) => !ok)).toEqual([]);
    expect(seen).toEqual(Object.fromEntries(facts.map(({ says, is }) => [says, is])));
  });
});
