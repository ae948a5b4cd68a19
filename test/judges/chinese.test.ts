import { toSerial } from '../../src/shared/dates';
import { sampleRecords } from '../../src/template/sample';
import { buildBook } from '../../src/xlsx/build';
import type { BookSheet } from '../../src/xlsx/book';

const today = toSerial('2026-03-31');

/**
 * Product and file format names, ISO codes, terms that have no other name in Chinese (decision 28), and the places of a
 * greeting that code fills in.
 */
const exempt =
  /\{[a-z]+\}|\b[A-Z]-[0-9A-Z]{8}\b|[\w.-]+@[\w.-]+|https?:\/\/\S+|\b(Excel|ISO|CNY|USD|zh-CN|SLA|ROI|RFM|CRM|E-?mail|[A-Z]{1,3}|[A-Z0-9-]*\d[A-Z0-9-]*)\b/g;

const latinWord = /[A-Za-z]{2,}/;

/** What a reader sees: texts of visible cells on visible sheets. */
function visibleTexts(sheet: BookSheet): string[] {
  return [...sheet.cells.values()].flatMap((row) =>
    [...row].flatMap(([column, cell]) =>
      typeof cell.value === 'string' && !sheet.columns.get(column)?.hidden ? [cell.value] : [],
    ),
  );
}

describe('a Chinese workbook', () => {
  const book = buildBook({
    language: 'zh-CN',
    records: sampleRecords('zh-CN', today),
    settings: { asOf: today },
    clock: today,
  });
  const sheets = book.sheets.filter((sheet) => sheet.visibility === 'visible');

  it('should have no English left in what a reader sees', () => {
    const texts = sheets.flatMap((sheet) => [
      sheet.name,
      ...visibleTexts(sheet),
      ...sheet.charts.flatMap((chart) => [chart.title ?? '', ...chart.series.map((series) => series.name ?? '')]),
    ]);
    expect(texts.filter((text) => latinWord.test(text.replace(exempt, '')))).toEqual([]);
  });

  it('should have Chinese sheet names', () => {
    expect(sheets.map((sheet) => sheet.name).filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([]);
  });
});
