import type { Snapshot } from '../../src/crm/snapshot';
import { toSerial } from '../../src/shared/dates';
import { computeAll } from '../../src/template/compute';
import type { Language } from '../../src/template/types';
import type { Book } from '../../src/xlsx/book';
import { buildBook } from '../../src/xlsx/build';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot } from '../../src/xlsx/readTables';
import { writeBook } from '../../src/xlsx/write';
import { randomRecords } from '../support/randomWorkbook';
import { byLastDue, byLastVisit } from '../support/randomWorkbookSettings';

export const today = toSerial('2026-03-31')!;

/** A workbook of random, dirty records as a file, and what the rules say about it. */
export interface DirtyWorkbook {
  readonly language: Language;
  readonly book: Book;
  readonly bytes: Uint8Array;
  /** Read back from the file: the rules see what the judge sees. */
  readonly computed: Snapshot;
}

/** Every rule of the house meets every kind of bad cell; each language has settings of its own. */
export async function dirtyWorkbook(language: Language, seed: number, rows: number): Promise<DirtyWorkbook> {
  const { settings, records } = (language === 'en' ? byLastDue : byLastVisit)(today);
  const all = { ...randomRecords(seed, rows, today, language), ...records };
  const book = buildBook({ language, records: all, settings, clock: today });
  const bytes = await writeBook(book);
  return { language, book, bytes, computed: computeAll(readSnapshot(readBook(bytes)), today) };
}

/** Seed of the random rows: fixed, so that a run can be repeated; CRM_SEED tries others. */
export const seed = Number(process.env['CRM_SEED'] ?? 1);

export const rowsOfEach = 1000;

/** Both languages, and thereby two sets of settings. */
export const workbooks: readonly [Language, number][] = [
  ['en', seed],
  ['zh-CN', seed + 1],
];
