import ExcelJS from 'exceljs';
import { buildReport } from '../src/actions/report';
import { buildBook } from '../src/xlsx/build';
import type { Book } from '../src/xlsx/book';
import { readBook } from '../src/xlsx/read';
import { readSnapshot } from '../src/xlsx/readTables';
import { writeBook } from '../src/xlsx/write';
import { benchRecords } from './records';
import { printTable, timed } from './table';

const today = 46_000;

/**
 * `crm new` and `crm report` without the process around them, beside plain exceljs writing and reading the same values
 * (no formulas, tables, charts or rules): the ratio is what a workbook that computes itself costs over a data dump.
 */
export async function files(sizes: readonly number[]): Promise<void> {
  const rows = [];
  for (const size of sizes) {
    const records = benchRecords(size, today);
    const built = await timed(() => buildBook({ language: 'en', records, clock: today }));
    const written = await timed(() => writeBook(built.result));
    const plainWrite = await timed(() => dump(built.result));
    const read = await timed(() => readSnapshot(readBook(written.result)));
    const report = await timed(() => buildReport(read.result, today));
    const plainRead = await timed(() => new ExcelJS.Workbook().xlsx.load(plainWrite.result));
    rows.push({
      rows: size,
      'fill ms': built.ms,
      'write ms': written.ms,
      'exceljs dump ms': plainWrite.ms,
      'new / dump': (built.ms + written.ms) / plainWrite.ms,
      'read ms': read.ms,
      'report ms': report.ms,
      'exceljs load ms': plainRead.ms,
      'report / load': (read.ms + report.ms) / plainRead.ms,
      MB: written.result.length / 1e6,
    });
  }
  printTable('Files: crm new and crm report', rows);
}

async function dump(book: Book): Promise<ArrayBuffer> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of book.sheets) {
    const target = workbook.addWorksheet(sheet.name);
    for (const [row, cells] of sheet.cells) {
      for (const [column, { value }] of cells) {
        if (value !== null && typeof value !== 'object') target.getCell(row + 1, column + 1).value = value;
      }
    }
  }
  return workbook.xlsx.writeBuffer() as Promise<ArrayBuffer>;
}
