import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReport, type Report } from '../../src/actions/report';
import { toSerial } from '../../src/shared/dates';
import { sampleRecords } from '../../src/template/sample';
import type { Language } from '../../src/template/types';
import type { Book, BookCell, BookSheet } from '../../src/xlsx/book';
import { buildBook } from '../../src/xlsx/build';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot } from '../../src/xlsx/readTables';
import { writeBook } from '../../src/xlsx/write';
import { describeWithLibreOffice, resave } from '../support/libreoffice';

const today = toSerial('2026-03-31');
const bookOf = (language: Language): Book =>
  buildBook({ language, records: sampleRecords(language, today), settings: { asOf: today }, clock: today });
const reportOf = (book: Book): Report => buildReport(readSnapshot(book), today + 400, { rows: true });

/** The figures; problems and what waits today name rows, which edits may move. */
const figures = ({ problems, today: { items, counts }, ...rest }: Report) => ({
  ...rest,
  today: { items: items.map(({ row: _, ...item }) => item), counts },
  problems: problems.length,
});
/** What is not translated: names of records are data, and the sample's are in its language. */
const codesOf = ({ leaks, stale, ...funnel }: Report['funnel']) => ({
  ...funnel,
  leaks: leaks.map(({ group: _, ...leak }) => leak),
  stale: stale.map(({ opportunity: _, ...deal }) => deal),
});
const overdueFirst = ({ revisits }: Report) =>
  revisits.overdue.map(({ customerId, dueAt }) => `${dueAt} ${customerId}`).sort();

const sheetOf = (book: Book, name: string): BookSheet => book.sheets.find((sheet) => sheet.name === name)!;

/** Moves the cells of a sheet; what `to` sends nowhere is dropped. */
function moveCells(sheet: BookSheet, to: (row: number, column: number) => readonly [number, number]): void {
  const moved = new Map<number, Map<number, BookCell>>();
  for (const [row, cells] of sheet.cells) {
    for (const [column, cell] of cells) {
      const [newRow, newColumn] = to(row, column);
      moved.set(newRow, (moved.get(newRow) ?? new Map<number, BookCell>()).set(newColumn, cell));
    }
  }
  sheet.cells.clear();
  for (const [row, cells] of moved) sheet.cells.set(row, cells);
}

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const rangeOf = (top: number, left: number, rows: number, columns: number) =>
  `${letters(left)}${top + 1}:${letters(left + columns - 1)}${top + rows}`;
const rowsOf = (sheet: BookSheet) => Math.max(...sheet.cells.keys()) + 1;

/** What people do to their workbook; every edit keeps the records. */
const edits: Record<string, (book: Book) => void> = {
  'a sheet is renamed': (book) => {
    sheetOf(book, 'Customers').name = 'Our clients';
    for (const name of book.names) {
      if (name.sheet === 'Customers') name.sheet = 'Our clients';
      name.formula = name.formula.replaceAll("'Customers'!", "'Our clients'!");
    }
  },
  'sheets are put in another order': (book) => {
    book.sheets.reverse();
    book.activeSheet = book.sheets.length - 1;
  },
  'a caption is renamed': (book) => {
    const sheet = sheetOf(book, 'Customers');
    const column = sheet.tables[0]!.columns.findIndex(({ name }) => name === 'Owner');
    sheet.tables[0]!.columns[column]!.name = 'Looked after by';
    sheet.cells.get(0)!.get(column)!.value = 'Looked after by';
  },
  'rows are sorted the other way': (book) => {
    const sheet = sheetOf(book, 'Opportunities');
    const last = rowsOf(sheet) - 1;
    moveCells(sheet, (row, column) => (row === 0 ? [row, column] : [last + 1 - row, column]));
  },
  'a table is moved down and to the right': (book) => {
    const sheet = sheetOf(book, 'Customers');
    const rows = rowsOf(sheet);
    moveCells(sheet, (row, column) => [row + 6, column + 2]);
    sheet.tables[0]!.range = rangeOf(6, 2, rows, sheet.tables[0]!.columns.length);
  },
  'a column of their own stands in the middle': (book) => {
    const sheet = sheetOf(book, 'Customers');
    const { columns } = sheet.tables[0]!;
    moveCells(sheet, (row, column) => [row, column >= 3 ? column + 1 : column]);
    sheet.cells.forEach((cells, row) => cells.set(3, { value: row === 0 ? 'My mark' : 'x' }));
    columns.splice(3, 0, { id: columns.length + 1, name: 'My mark' });
    sheet.tables[0]!.range = rangeOf(0, 0, rowsOf(sheet), columns.length);
  },
  'two columns change places': (book) => {
    const sheet = sheetOf(book, 'Opportunities');
    const { columns } = sheet.tables[0]!;
    const swap = (column: number) => ({ 4: 5, 5: 4 })[column] ?? column;
    moveCells(sheet, (row, column) => [row, swap(column)]);
    [columns[4], columns[5]] = [columns[5]!, columns[4]!];
  },
  'cached values are wrong': (book) => {
    for (const sheet of book.sheets) {
      for (const cells of sheet.cells.values()) for (const cell of cells.values()) if (cell.formula) cell.value = 4711;
    }
  },
  'blank rows stand at the end of a table': (book) => {
    const sheet = sheetOf(book, 'Orders');
    sheet.tables[0]!.range = rangeOf(0, 0, rowsOf(sheet) + 5, sheet.tables[0]!.columns.length);
  },
};

describe('crm report on a workbook that people have edited', () => {
  const before = reportOf(bookOf('en'));

  it.each(Object.keys(edits))('should give the same figures when %s', async (edit) => {
    const book = readBook(await writeBook(bookOf('en')));
    edits[edit]!(book);
    const after = reportOf(readBook(await writeBook(book)));
    const rank = (report: Report) =>
      Object.values(report.rows!.customers!).forEach((row) => delete (row as Record<string, unknown>).overdueRank);
    const expected = structuredClone(before);
    [after, expected].forEach(rank);
    expect(figures(after)).toEqual(figures(expected));
  });

  it('should give the same codes in the other language', () => {
    const chinese = reportOf(bookOf('zh-CN'));
    expect([chinese.customers, codesOf(chinese.funnel), overdueFirst(chinese)]).toEqual([
      before.customers,
      codesOf(before.funnel),
      overdueFirst(before),
    ]);
    expect(chinese.revisits.overdue.map(({ rule }) => rule)).toEqual(before.revisits.overdue.map(({ rule }) => rule));
  });

  it('should follow labels that the manager renamed', () => {
    const book = bookOf('en');
    for (const sheet of book.sheets) {
      for (const cells of sheet.cells.values()) {
        for (const cell of cells.values()) if (cell.value === 'Won' && !cell.formula) cell.value = 'Signed';
      }
    }
    expect(reportOf(book).funnel).toEqual(before.funnel);
  });
});

describeWithLibreOffice('crm report on a workbook that LibreOffice saved', () => {
  it.each<Language>(['en', 'zh-CN'])('should give the same figures (%s)', async (language) => {
    const folder = mkdtempSync(join(tmpdir(), 'crm-resave-'));
    try {
      const path = join(folder, 'sample.xlsx');
      const book = bookOf(language);
      writeFileSync(path, await writeBook(book));
      expect(figures(reportOf(readBook(await resave(path))))).toEqual(figures(reportOf(book)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
