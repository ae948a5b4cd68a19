import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReport } from '../../src/actions/report';
import { toSerial } from '../../src/shared/dates';
import type { Language } from '../../src/template/types';
import { buildBook } from '../../src/xlsx/build';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot } from '../../src/xlsx/readTables';
import { writeBook } from '../../src/xlsx/write';
import { lintWorkbook } from '../../src/xlsx/lint';
import { describeWithLibreOffice, recalculate } from '../support/libreoffice';
import { randomRecords } from '../support/randomWorkbook';
import { differences } from '../support/sheetsVersusReport';
import { validate } from '../support/validator';

const today = toSerial('2026-03-31');
const folder = mkdtempSync(join(tmpdir(), 'crm-judges-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A workbook of random, dirty records: every rule of the house meets every kind of bad cell. */
async function dirtyWorkbook(language: Language, seed: number, rows: number) {
  const book = buildBook({
    language,
    records: randomRecords(seed, rows, today),
    settings: { asOf: today },
    clock: today,
  });
  const bytes = await writeBook(book);
  const path = join(folder, `dirty-${language}-${seed}.xlsx`);
  writeFileSync(path, bytes);
  return { path, bytes, report: buildReport(readSnapshot(readBook(bytes)), today, { rows: true }) };
}

describeWithLibreOffice('native formulas judged by LibreOffice', () => {
  it.each<[Language, number, number]>([
    ['en', 1, 120],
    ['zh-CN', 2, 60],
  ])('should equal the report cell by cell on dirty data (%s, seed %i)', async (language, seed, rows) => {
    const { path, report } = await dirtyWorkbook(language, seed, rows);
    const result = differences(await recalculate(path), report.rows!, language);
    expect(result.differences.slice(0, 12)).toEqual([]);
    expect(result.compared).toBeGreaterThan(rows * 60);
  });

  it('should notice one wrong cached value when LibreOffice does recalculate', async () => {
    const book = buildBook({
      language: 'en',
      records: randomRecords(3, 20, today),
      settings: { asOf: today },
      clock: today,
    });
    const cells = book.sheets.find((sheet) => sheet.name === 'Customers')!.cells;
    const planted = [...cells.values()]
      .flatMap((row) => [...row.values()])
      .find((cell) => cell.formula && typeof cell.value === 'number')!;
    planted.value = -777;
    const path = join(folder, 'planted.xlsx');
    writeFileSync(path, await writeBook(book));
    const sheets = await recalculate(path);
    const report = buildReport(readSnapshot(readBook(readFileSync(path))), today, { rows: true });
    const cached = new Map(readBook(readFileSync(path)).sheets.map((sheet) => [sheet.name, grid(sheet.cells)]));
    expect(differences(sheets, report.rows!, 'en').differences).toEqual([]);
    expect(differences(cached, report.rows!, 'en').differences).toHaveLength(1);
  });
});

describe('files judged by the Open XML SDK and our own lints', () => {
  it.each<Language>(['en', 'zh-CN'])('should have no findings (%s)', async (language) => {
    const { bytes } = await dirtyWorkbook(language, 4, 30);
    expect((await validate(bytes)).errors).toEqual([]);
    expect(lintWorkbook(bytes)).toEqual([]);
  });

  it('should have no findings in an empty workbook', async () => {
    const bytes = await writeBook(buildBook({ language: 'en', records: {}, clock: today }));
    expect((await validate(bytes)).errors).toEqual([]);
    expect(lintWorkbook(bytes)).toEqual([]);
  });
});

function grid(cells: ReadonlyMap<number, ReadonlyMap<number, { value: unknown }>>) {
  const rows: never[][] = [];
  for (const [row, columns] of cells) {
    rows[row] = [];
    for (const [column, cell] of columns) rows[row]![column] = cell.value as never;
  }
  return Array.from(rows, (row) => row ?? []);
}
