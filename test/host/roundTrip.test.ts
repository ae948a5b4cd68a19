import fc from 'fast-check';
import { createHost, type Host } from '../../src/host';
import { childBag, createBag } from '../../src/host/store/bag';
import type { CellValue } from '../../src/host/store/cell';
import type { ConditionalFormat, FilterCriteria, Sheet } from '../../src/host/store/sheet';
import type { StylePatch } from '../../src/host/store/style';
import { Workbook } from '../../src/host/store/workbook';
import { sampleRecords } from '../../src/template/sample';
import { buildBook } from '../../src/xlsx/build';
import { writeBook } from '../../src/xlsx/write';
import { workbookState } from './workbookState';

const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('客户', ' lead', 'a\nb', '<&>"', '_x0041_', "it's"),
);
/** Texts for places where a file keeps no line ends and no controls. */
const label = fc.stringMatching(/^[A-Za-z0-9 <&>"'客户]{1,12}$/).filter((value) => value.trim() === value);
const value: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('#N/A', '#DIV/0!').map((error) => ({ error })),
);
const formula = fc.constantFrom(
  '=SUM(A1:B2)',
  '=IF(A1>1,"<x>",B2)',
  '=Deals[@Amount]*2',
  '=SEQUENCE(2)',
  '=1/0',
  '=TODAY()',
);
const style: fc.Arbitrary<StylePatch> = fc.constantFrom<StylePatch>(
  { numberFormat: '#,##0.00' },
  { bold: true, fontColor: '#FF0000', strikethrough: true },
  { fill: '#00FF00', pattern: 'Solid', horizontal: 'Center', textOrientation: -45 },
  { locked: false, formulaHidden: true, shrinkToFit: true },
  { superscript: true, underline: 'Single', fontName: 'Arial', fontSize: 14 },
  { borders: { EdgeTop: { style: 'Dash', weight: 'Thin', color: '#0000FF' } } },
);
const place = { row: fc.integer({ min: 10, max: 30 }), column: fc.integer({ min: 0, max: 8 }) };
const cells = fc.array(fc.record({ ...place, value, style: fc.option(style) }), { maxLength: 30 });
const link = fc.constantFrom<Record<string, string>>(
  { address: 'https://example.com/?a=1&b=2', screenTip: 'There' },
  { documentReference: 'Sheet1!A1' },
);

type Edit = (workbook: Workbook, sheet: Sheet) => void;

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

function format(type: string, member: string, values: Record<string, unknown>, fill?: string): ConditionalFormat {
  const bag = createBag();
  Object.assign(childBag(bag, member).values, values);
  if (fill) childBag(childBag(childBag(bag, member), 'Format'), 'Fill').values.Color = fill;
  return { id: '', type, areas: [area(1, 1, 5)], stopIfTrue: false, priority: 0, bag };
}

function customFormat(): ConditionalFormat {
  const made = format('Custom', 'Custom', {}, '#FFC7CE');
  childBag(childBag(made.bag, 'Custom'), 'Rule').values.Formula = '=$A1="x"';
  return made;
}

const formats = fc.constantFrom<() => ConditionalFormat>(
  customFormat,
  () => format('CellValue', 'CellValue', { Rule: { formula1: '=1', formula2: '=5', operator: 'Between' } }, '#00FF00'),
  () => format('TopBottom', 'TopBottom', { Rule: { rank: 3, type: 'BottomPercent' } }, '#00FF00'),
  () => format('ContainsText', 'TextComparison', { Rule: { operator: 'EndsWith', text: 'a"b' } }, '#00FF00'),
  () => format('PresetCriteria', 'Preset', { Rule: { criterion: 'OneStdDevBelowAverage' } }, '#00FF00'),
  () => format('PresetCriteria', 'Preset', { Rule: { criterion: 'Today' } }),
  () =>
    format('ColorScale', 'ColorScale', {
      Criteria: {
        minimum: { type: 'LowestValue', color: '#0000FF' },
        midpoint: { type: 'Percentile', formula: '50', color: '#FFFFFF' },
        maximum: { type: 'Formula', formula: '=$A$1', color: '#FF0000' },
      },
    }),
);

const filters = fc.constantFrom<FilterCriteria>(
  { filterOn: 'Values', values: ['n1', { date: '2026-01-02', specificity: 'Day' }, ''] },
  { filterOn: 'Custom', criterion1: '>1', criterion2: '<=3', operator: 'And' },
  { filterOn: 'BottomPercent', criterion1: '50' },
  { filterOn: 'Dynamic', dynamicCriteria: 'AllDatesInPeriodJanuary' },
);

/** One thing that somebody may have done to a sheet. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  cells.map<Edit>((list) => (_workbook, { grid }) => {
    for (const { row, column, value: content, style: look } of list)
      grid.put(row, column, { value: content, ...(look && { style: look }) });
  }),
  fc.record({ ...place, formula }).map<Edit>((cell) => (_workbook, { grid }) => {
    grid.put(cell.row, cell.column + 20, { value: null, formula: cell.formula });
  }),
  fc.record({ ...place, link }).map<Edit>((cell) => (_workbook, { grid }) => {
    grid.put(cell.row + 30, cell.column, { value: 'see', hyperlink: cell.link });
  }),
  filters.map<Edit>((criteria) => ({ tables }, sheet) => {
    tables[0]!.columns[1]!.filter = criteria;
    sheet.filteredRows.add(2);
    sheet.autoFilter = { area: area(50, 0, 3, 2), criteria: new Map([[1, criteria]]) };
  }),
  formats.map<Edit>((make) => (_workbook, sheet) => {
    sheet.conditionalFormats.push({ ...make(), priority: sheet.conditionalFormats.length });
  }),
  fc
    .record({ content: text, author: label, resolved: fc.boolean(), reply: fc.option(text) })
    .map<Edit>((said) => (_workbook, sheet) => {
      const row = sheet.comments.length;
      const shared = { id: '', row, column: 9, contentType: 'Plain', created: '2026-01-02T03:04:05.00', mentions: [] };
      const { author, resolved } = said;
      const replies = said.reply === null ? [] : [{ ...shared, content: said.reply, author, resolved, replies: [] }];
      sheet.comments.push({ ...shared, content: said.content, author, resolved, replies });
    }),
  fc.record({ key: label, value: fc.jsonValue({ maxDepth: 2 }) }).map<Edit>((setting) => ({ settings }) => {
    settings.set(setting.key, JSON.parse(JSON.stringify(setting.value)) as unknown);
  }),
  fc.record({ title: label, company: label }).map<Edit>(({ title, company }) => ({ properties, customProperties }) => {
    Object.assign(properties.values, { Title: title, Company: company });
    customProperties.set('Shared', true).set('Ratio', 0.5).set('Text', title);
  }),
  label.map<Edit>((content) => (workbook) => {
    const number = String(workbook.nextNumber('xml')).padStart(12, '0');
    const xml = `<note xmlns="urn:x">${content.replace(/[<&>]/g, '')}</note>`;
    workbook.xmlParts.push({ id: `{00000000-0C00-0000-0000-${number}}`, xml });
  }),
  fc.constantFrom<Edit>(
    (workbook) => void (workbook.calculationMode = 'Manual'),
    (workbook) => void (workbook.protection = {}),
    (_workbook, sheet) => void (sheet.merges = [area(90, 0, 2, 3)]),
    (_workbook, sheet) => void (sheet.freeze = area(0, 0, 2, 16384)),
    (_workbook, sheet) => void (sheet.showHeadings = false),
    (_workbook, sheet) => void (sheet.tabColor = '#00B050'),
    (_workbook, sheet) => void sheet.rowOutline.set(3, 1).set(4, 2),
    (_workbook, sheet) => void sheet.columnOutline.set(3, 1),
    (_workbook, sheet) => void sheet.hiddenRows.add(7),
    (_workbook, { pageLayout }) => void Object.assign(pageLayout.values, { Orientation: 'Landscape', PaperSize: 'A4' }),
    (_workbook, { pageLayout }) => void (pageLayout.values['print.area'] = [area(0, 0, 9, 4)]),
    (_workbook, { pageLayout }) => void (pageLayout.values['print.rows'] = [area(0, 0, 1, 16384)]),
    (_workbook, { pageLayout }) =>
      void (childBag(childBag(pageLayout, 'HeadersFooters'), 'DefaultForAllPages').values.LeftHeader = 'Page &P'),
    (workbook, scope) =>
      void workbook.names.push({
        name: `n${workbook.names.length}`,
        formula: '=Sheet1!$A$1',
        scope,
        visible: false,
        comment: 'c',
      }),
  ),
);

/** A workbook with a table and whatever was done to it. */
function workbookOf(edits: readonly Edit[]): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.activeSheet;
  ['Name', 'Amount', 'Double'].forEach((caption, column) => sheet.grid.put(0, column, { value: caption }));
  [1, 2, 3].forEach((row) => {
    sheet.grid.put(row, 0, { value: `n${row}` });
    sheet.grid.put(row, 1, { value: row });
    sheet.grid.put(row, 2, { value: null, formula: '=[@Amount]*2' });
  });
  const table = workbook.createTable('Deals', sheet, area(0, 0, 4, 3));
  table.columns = [
    { id: 1, name: 'Name' },
    { id: 2, name: 'Amount' },
    { id: 3, name: 'Double', formula: '=[@Amount]*2' },
  ];
  table.highlightFirstColumn = true;
  for (const apply of edits) apply(workbook, sheet);
  return workbook;
}

const options = { now: () => 46_000 };

async function reopened(bytes: Uint8Array): Promise<Host> {
  const host = await createHost(options);
  await host.open(bytes);
  return host;
}

describe('open, save, open', () => {
  it('should give the same workbook whatever was done to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
        const first = await createHost(options);
        await first.load(workbookOf(edits));
        const second = await reopened(await first.save());
        expect(workbookState(second.workbook)).toEqual(workbookState(first.workbook));
        expect(second.notKept).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('should give the same sample workbook', async () => {
    const sample = { language: 'en', records: sampleRecords('en', 46_000), clock: 46_000 } as const;
    const first = await reopened(await writeBook(buildBook(sample)));
    const second = await reopened(await first.save());
    expect(workbookState(second.workbook)).toEqual(workbookState(first.workbook));
    expect(first.notKept).toEqual([]);
  });
});
