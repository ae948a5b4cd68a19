import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { createHost, type Host } from '../../src/host';
import { validate } from '../support/validator';
import { workbookState } from './workbookState';

const clock = { now: () => 46_000 };

async function opened(bytes: Uint8Array): Promise<Host> {
  const host = await createHost(clock);
  await host.open(bytes);
  return host;
}

/** Opens a file, saves it and opens that: the same workbook, and nothing that the validator objects to. */
async function survives(bytes: Uint8Array): Promise<Host> {
  const first = await opened(bytes);
  const before = workbookState(first.workbook);
  const saved = await first.save();
  const second = await opened(saved);
  expect(workbookState(second.workbook)).toEqual(before);
  expect((await validate(saved)).errors).toEqual([]);
  return opened(bytes);
}

const reasons = (host: Host): string[] => host.notKept.map(({ reason }) => reason);

/** A package from texts, as no library would write it. */
const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

const relations = (...list: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="http://x/relationships/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A workbook of one sheet in places and prefixes of its own, without styles, theme or shared strings. */
const bare = (sheetData: string, workbook = ''): Uint8Array =>
  zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(['r', 'officeDocument', '/book/Main Book.xml']),
    'book/Main Book.xml':
      `\uFEFF<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:q="r">${workbook}` +
      '<x:sheets><x:sheet name="A&amp;B" sheetId="7" q:id="s"/></x:sheets></x:workbook>',
    'book/_rels/Main Book.xml.rels': relations(['s', 'worksheet', '../tabs/Eins.xml']),
    'tabs/Eins.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${sheetData}</x:sheetData></x:worksheet>`,
  });

async function exceljs(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => unknown): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await fill(workbook.addWorksheet('Data'), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('files that others made', () => {
  it('should open a package with odd places, prefixes, inline strings and cells without addresses', async () => {
    const cells =
      '<x:row><x:c t="inlineStr"><x:is><x:r><x:t xml:space="preserve"> rich</x:t></x:r><x:r><x:t> text</x:t></x:r></x:is></x:c>' +
      '<x:c><x:v>1.5</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>' +
      '<x:row r="5"><x:c r="B5"><x:f>B1*2</x:f></x:c><x:c t="d"><x:v>2026-01-02</x:v></x:c></x:row>';

    const { workbook } = await survives(bare(cells));

    const sheet = workbook.sheet('A&B');
    expect([0, 1, 2, 3].map((column) => sheet.value(0, column))).toEqual([' rich text', 1.5, true, { error: '#N/A' }]);
    workbook.calculateNow();
    expect([sheet.value(4, 1), sheet.value(4, 2)]).toEqual([3, 46_024]);
  });

  it('should keep the 1904 system, names with scopes and a locked structure', async () => {
    const names =
      '<x:workbookPr date1904="1"/><x:workbookProtection lockStructure="1"/><x:calcPr calcMode="manual"/>' +
      '<x:definedNames><x:definedName name="all">\'A&amp;B\'!$A$1</x:definedName>' +
      '<x:definedName name="own" localSheetId="0" hidden="1">1+1</x:definedName></x:definedNames>';

    const { workbook } = await survives(bare('<x:row><x:c><x:v>1</x:v></x:c></x:row>', names));

    expect([workbook.date1904, workbook.protection !== null, workbook.calculationMode]).toEqual([true, true, 'Manual']);
    expect(workbook.names.map(({ name, scope, visible }) => [name, scope?.name, visible])).toEqual([
      ['all', undefined, true],
      ['own', 'A&B', false],
    ]);
  });

  it('should keep what exceljs writes around the cells', async () => {
    const bytes = await exceljs((sheet, workbook) => {
      workbook.company = 'Company & Co';
      sheet.getCell('A1').value = { text: 'link', hyperlink: 'https://example.com/?a=1&b=2', tooltip: 'there' };
      sheet.getCell('A2').note = 'a note';
      sheet.getCell('B1').value = { formula: 'ROW()', shareType: 'shared', ref: 'B1:B3', result: 1 } as never;
      sheet.getCell('B2').value = { sharedFormula: 'B1', result: 2 } as never;
      sheet.getCell('D1').dataValidation = { type: 'list', formulae: ['"a,b"'], allowBlank: true };
      sheet.getCell('D2').dataValidation = { type: 'textLength', operator: 'lessThan', formulae: [5] };
      sheet.getCell('D3').dataValidation = { type: 'custom', formulae: ['LEN(D3)>1'] };
      sheet.getCell('E1').style = { font: { strike: true, vertAlign: 'subscript' }, alignment: { textRotation: -30 } };
      sheet.mergeCells('F1:G2');
      sheet.getRow(5).outlineLevel = 2;
      sheet.getCell('A5').value = 'exceljs forgets rows without cells';
      sheet.getColumn(9).outlineLevel = 1;
      sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 2 }];
      sheet.pageSetup = { orientation: 'landscape', paperSize: 9, scale: 80, horizontalCentered: true };
      sheet.headerFooter.oddFooter = '&LLeft&RPage &P';
      return sheet.protect('', { sort: true, formatCells: true });
    });

    const { workbook, notKept } = await survives(bytes);

    const sheet = workbook.sheet('Data');
    expect(notKept).toEqual([]);
    expect(sheet.cell(0, 0)?.hyperlink).toEqual({ address: 'https://example.com/?a=1&b=2', screenTip: 'there' });
    expect(sheet.cell(1, 1)?.formula).toBe('=ROW()');
    expect(sheet.comments).toMatchObject([{ row: 1, column: 0, content: 'a note' }]);
    expect(sheet.protection?.options).toMatchObject({
      allowSort: true,
      allowFormatCells: true,
      allowInsertRows: false,
    });
    expect(sheet.pageLayout.values).toMatchObject({ Orientation: 'Landscape', PaperSize: 'A4', Zoom: { scale: 80 } });
    expect([sheet.rowOutline.get(4), sheet.columnOutline.get(8)]).toEqual([2, 1]);
    expect(workbook.properties.values.Company).toBe('Company & Co');
  });

  it('should read the criteria of every conditional format that exceljs writes', async () => {
    const style = { font: { bold: true } };
    const bytes = await exceljs((sheet) => {
      const add = (ref: string, rule: object) => sheet.addConditionalFormatting({ ref, rules: [rule as never] });
      add('A1:A9', { type: 'expression', priority: 1, formulae: ['A1>1'], style });
      add('B1:B9', { type: 'cellIs', priority: 2, operator: 'between', formulae: [1, 5], style });
      add('C1:C9', { type: 'top10', priority: 3, rank: 3, percent: true, bottom: true, style });
      add('D1:D9', { type: 'aboveAverage', priority: 4, aboveAverage: false, style });
      add('E1:E9', { type: 'containsText', priority: 5, operator: 'containsText', text: 'x', style });
      add('F1:F9', { type: 'timePeriod', priority: 6, timePeriod: 'today', style });
      add('G1:G9', {
        type: 'iconSet',
        priority: 7,
        iconSet: '4Arrows',
        cfvo: [0, 25, 50, 75].map((value) => ({ type: 'percent', value })),
      });
    });

    const { workbook } = await survives(bytes);

    expect(workbook.sheet('Data').conditionalFormats.map(({ type }) => type)).toEqual([
      ...['Custom', 'CellValue', 'TopBottom', 'PresetCriteria', 'ContainsText', 'PresetCriteria', 'IconSet'],
    ]);
    expect(workbook.sheet('Data').conditionalFormats.some(({ bag }) => 'book' in bag.values)).toBe(false);
  });

  it('should say what it cannot keep', async () => {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const made = await exceljs((sheet, workbook) => {
      sheet.getCell('A1').value = { richText: [{ text: 'a', font: { bold: true } }, { text: 'b' }] };
      sheet.getCell('A2').fill = {
        type: 'gradient',
        gradient: 'angle',
        degree: 0,
        stops: [
          { position: 0, color: { argb: 'FF000000' } },
          { position: 1, color: { argb: 'FFFFFFFF' } },
        ],
      };
      sheet.addImage(workbook.addImage({ buffer: pixel as never, extension: 'png' }), 'B1:C3');
      sheet.autoFilter = 'A1:A2';
      return sheet.protect('secret', {});
    });
    const parts = unzipSync(made);
    parts['xl/pivotTables/pivotTable1.xml'] = strToU8('<pivotTableDefinition/>');
    parts['xl/vbaProject.bin'] = strToU8('macros');

    const host = await survives(zipSync(parts));

    expect(reasons(host)).toEqual(
      expect.arrayContaining([
        'formats of single characters (the text stays)',
        'gradient fills',
        'picture',
        'password of the sheet (it stays protected)',
        'pivot table (its cells stay as values)',
        'macros',
      ]),
    );
    expect(host.workbook.sheet('Data').value(0, 0)).toBe('ab');
  });
});

describe('saving what files of ours have no place for', () => {
  it('should list it', async () => {
    const host = await createHost(clock);
    const { Excel } = await host.connect();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B3').values = [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ];
      sheet.charts.add('XYScatter', sheet.getRange('A1:B3'), 'Auto');
      sheet.shapes.addGeometricShape('Rectangle');
      sheet.protection.protect({}, 'secret');
      await context.sync();
    });

    await host.save();

    expect(host.notKept).toEqual([
      { part: 'Sheet1', reason: 'shapes: 1' },
      { part: 'Sheet1', reason: 'kinds of charts (a similar one is drawn): 1' },
      { part: 'Sheet1', reason: 'passwords: 1' },
    ]);
  });
});
