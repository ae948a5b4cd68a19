import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { emptyBook, emptySheet, getCell, type Book } from '../../src/xlsx/book';
import { openPackage } from '../../src/xlsx/package/zip';
import { readBook } from '../../src/xlsx/read';
import { writeBook } from '../../src/xlsx/write';
import { foreignParts, pack, patch, without } from './parts';

const sample = readFileSync(join(__dirname, 'files', 'funnel-and-pane.xlsx'));
const valuesOf = (book: Book): unknown[][] =>
  [...book.sheets[0]!.cells.values()].map((row) => [...row.values()].map(({ value }) => value));
const formulasOf = (book: Book): unknown[] =>
  [...book.sheets[0]!.cells.values()].flatMap((row) => [...row.values()].map(({ formula }) => formula));

describe('a file with a funnel and a pane', () => {
  const book = readBook(sample);

  it('should give the funnel its ranges and its spacer', () => {
    expect(book.sheets[0]!.charts).toMatchObject([
      {
        kind: 'funnel',
        title: 'Pipeline by stage',
        series: [
          { categoriesRef: 'Dashboard!$A$4:$A$7', valuesRef: 'Dashboard!$D$4:$D$7', values: [1700, 2000, 1500, 3000] },
        ],
        spacer: { ref: 'Dashboard!$C$4:$C$7', values: [650, 500, 750, 0] },
      },
    ]);
    expect(book.names.map(({ name }) => name)).toEqual(['StageCol', 'VatRate']);
  });

  it('should show formulas as people type them', () => {
    expect(getCell(book.sheets[0]!, 11, 0)).toEqual({
      value: 'Lead',
      formula: 'SORT(UNIQUE(Deals[Stage]))',
      arrayRange: 'A12:A15',
      dynamicArray: true,
    });
    expect(book.sheets[1]!.tables[0]!.columns[5]).toMatchObject({ formula: 'CRM.TIER(Deals[[#This Row],[Amount]])' });
  });

  it('should name the add-in whose pane opens', () => {
    expect(book.openPane).toMatchObject({ storeType: 'Registry', version: '1.0.0.0' });
  });
});

describe('files of other programs', () => {
  it('should read cells without addresses, inline and rich texts, guides left out', () => {
    const strings = '<si><r><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si>';
    const rows =
      '<row><c t="inlineStr"><is><t xml:space="preserve"> in </t><rPh sb="0" eb="1"><t>guide</t></rPh></is></c><c t="s"><v>0</v></c><c/><c><v>1e3</v></c></row>' +
      '<row r="5"><c r="C5" t="b"><v>1</v></c><c r="D5" t="e"><v>#N/A</v></c><c r="E5" t="str"><f>""</f><v></v></c></row>';
    const book = readBook(pack(foreignParts(rows, '', strings)));
    expect(valuesOf(book)).toEqual([
      [' in ', 'rich text', 1000],
      [true, { error: '#N/A' }, ''],
    ]);
    expect([...book.sheets[0]!.cells.keys()]).toEqual([0, 4]);
  });

  it('should write shared formulas out for every cell', () => {
    const rows =
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$C$1+SUM(S!A:A)&amp;"A1"</f><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c><c r="C2"><f t="shared" si="0"/><v>2</v></c></row>';
    expect(formulasOf(readBook(pack(foreignParts(rows))))).toEqual([
      'A1*$C$1+SUM(S!A:A)&"A1"',
      'A2*$C$1+SUM(S!A:A)&"A1"',
      'B2*$C$1+SUM(S!B:B)&"A1"',
    ]);
  });

  it('should keep dates serials of the workbook’s own system', () => {
    const rows = '<row r="1"><c r="A1" t="d"><v>2026-01-31T12:00:00Z</v></c></row>';
    expect(valuesOf(readBook(pack(foreignParts(rows))))).toEqual([[46_053.5]]);
    const old = pack(foreignParts(rows, '', '', '<x:workbookPr date1904="true"/>'));
    expect(valuesOf(readBook(old))).toEqual([[46_053.5 - 1_462]]);
  });

  it('should read validations and formats that name other sheets', () => {
    const more =
      '<extLst><ext xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:dataValidations><x14:dataValidation type="list" allowBlank="1">' +
      '<x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations>' +
      '<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="4"><xm:f>Lists!$A$1=1</xm:f>' +
      '<x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>C1:C9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
    const [sheet] = readBook(pack(foreignParts('', more))).sheets;
    expect(sheet!.validations).toMatchObject([{ ranges: 'B2:B9', type: 'list', formula1: 'Lists!$A$1:$A$3' }]);
    expect(sheet!.conditionalFormats).toMatchObject([
      { ranges: 'C1:C9', formulas: ['Lists!$A$1=1'], style: { bold: true } },
    ]);
  });
});

describe('hostile and broken files', () => {
  const whole = pack(foreignParts('<row r="1"><c r="A1"><v>1</v></c></row>'));
  const sheetPath = 'xl/worksheets/sheet1.xml';
  const cases: readonly (readonly [string, string, Uint8Array])[] = [
    ['a text file', 'notXlsx', strToU8('Name,Stage\nA,B')],
    ['nothing', 'notXlsx', new Uint8Array()],
    ['some other zip', 'notXlsx', zipSync({ 'readme.txt': strToU8('hello') })],
    ['a zip without its workbook', 'notXlsx', without(whole, 'xl/workbook.xml')],
    ['a password', 'encrypted', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['a truncated zip', 'damaged', sample.subarray(0, sample.length - 400)],
    ['a missing sheet', 'damaged', without(whole, sheetPath)],
    ['XML that does not close', 'damaged', patch(whole, sheetPath, '</row>', '')],
    ['a document type', 'damaged', patch(whole, sheetPath, '<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')],
    ['a cell beyond the grid', 'damaged', patch(whole, sheetPath, 'r="A1"', 'r="XFE1"')],
    ['a row beyond the grid', 'damaged', patch(whole, sheetPath, '<row r="1"', '<row r="1048577"')],
    ['an unknown shared string', 'damaged', patch(whole, sheetPath, '<c r="A1"', '<c r="A1" t="s"')],
    ['a number that is none', 'damaged', patch(whole, sheetPath, '<v>1</v>', '<v>one</v>')],
    ['a number beyond all numbers', 'damaged', patch(whole, sheetPath, '<v>1</v>', '<v>1e999</v>')],
  ];

  it.each(cases)('should tell %s as %s', (_, code, bytes) => {
    expect(() => readBook(bytes)).toThrow(expect.objectContaining({ code }));
  });

  it('should refuse to unpack more than the limit', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(2_000_000) });
    expect(() => openPackage(bomb, 1_000_000)).toThrow(expect.objectContaining({ code: 'tooLarge' }));
  });

  it('should not believe a dimension that covers the whole grid', () => {
    expect(readBook(whole).sheets[0]!.cells.size).toBe(1);
  });

  it('should keep text that looks like markup, a script or a formula as text', async () => {
    const sheet = emptySheet('S');
    const texts = ['<script>alert(1)</script>', '=HYPERLINK("http://x")', '__proto__', ']]>'];
    sheet.cells.set(0, new Map(texts.map((value, column) => [column, { value }])));
    expect(valuesOf(readBook(await writeBook(emptyBook(sheet))))).toEqual([texts]);
  });
});
