import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReport } from '../../src/actions/report';
import { toSerial } from '../../src/shared/dates';
import type { SeedRow } from '../../src/template/seed';
import { buildBook } from '../../src/xlsx/build';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot } from '../../src/xlsx/readTables';
import { writeBook } from '../../src/xlsx/write';
import { describeWithLibreOffice, recalculate } from '../support/libreoffice';
import { randomRecords } from '../support/randomWorkbook';
import { differences } from '../support/sheetsVersusReport';

const today = toSerial('2026-03-31');
const folder = mkdtempSync(join(tmpdir(), 'crm-cadence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The three rules of a new workbook with other intervals. */
const rules = (...intervals: [number | null, string | null][]): SeedRow[] =>
  [
    { rule: 'key', name: 'A', column: 'isKey', equals: '是' },
    { rule: 'prospect', name: 'B', column: 'hasIntent', equals: '是' },
    { rule: 'normal', name: 'C', column: null, equals: null },
  ].map((rule, at) => ({ ...rule, every: intervals[at]![0], unit: intervals[at]![1] }));

const byLastDue = {
  settings: { cadenceBase: '上次应访日', shiftToWorkday: '是' },
  cadenceRules: rules([3, 'workdays'], [2, 'months'], [3, 'weeks']),
};
const byLastDone = {
  settings: { breakStart: 0.5, breakEnd: 13 / 24 },
  cadenceRules: rules([5, 'days'], [null, 'weeks'], [4, 'workdays']),
};

describeWithLibreOffice('cadence rules judged by LibreOffice (C-35)', () => {
  it.each([
    ['last due date, days off move', byLastDue],
    ['last revisit, days off stay, a lunch break, a rule without interval', byLastDone],
  ])('should equal the report cell by cell: %s', async (_, { settings, cadenceRules }) => {
    const records = { ...randomRecords(7, 120, today), cadenceRules };
    const book = buildBook({ language: 'zh-CN', records, settings: { asOf: today, ...settings }, clock: today });
    const path = join(folder, `${Object.keys(settings)[0]}.xlsx`);
    writeFileSync(path, await writeBook(book));
    const report = buildReport(readSnapshot(readBook(readFileSync(path))), today, { rows: true });

    const result = differences(await recalculate(path), report.rows!, 'zh-CN');

    const own = /^(milestones\.|contacts\.|customers\.(cadence|nextDue|daysOverdue|revisit))/;
    expect(result.differences.filter(({ place }) => own.test(place)).slice(0, 12)).toEqual([]);
    const dues = Object.values(report.rows!.customers!).map((row) => row.cadenceDue);
    expect(dues.filter((due) => due !== null).length).toBeGreaterThan(50);
  });
});
