import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReport } from '../../src/actions/report';
import { buildCalendar } from '../../src/crm/calendar';
import { toSerial } from '../../src/shared/dates';
import { buildBook } from '../../src/xlsx/build';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot } from '../../src/xlsx/readTables';
import { writeBook } from '../../src/xlsx/write';
import { describeWithLibreOffice, recalculate } from '../support/libreoffice';
import { randomRecords } from '../support/randomWorkbook';
import { differences } from '../support/sheetsVersusReport';

const today = toSerial('2026-03-31');
const folder = mkdtempSync(join(tmpdir(), 'crm-clocks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Settings that no other workbook of the judges has: a lunch break, and clocks that depend on the customer's tier. */
const settings = { asOf: today, breakStart: 0.5, breakEnd: 13.25 / 24, escalationHours: 3.5 };
const tiers = [
  { tier: 'A', minValue: 100_000, share: 0.2, slaFactor: 0.5 },
  { tier: 'B', minValue: 20_000, share: 0.3, slaFactor: null },
  { tier: 'C', minValue: 0, share: 0.5, slaFactor: 1.3 },
];

const withoutBreak = buildCalendar(today - 400, today + 800, [], 9 / 24, 17 / 24);
const calendarWithoutBreak = withoutBreak.dates.map((date, index) => ({
  ...{ date, isWorkday: withoutBreak.isWorkday[index]!, nextWorkday: null },
  minutesBefore: withoutBreak.minutesBefore[index]!,
}));

describeWithLibreOffice('service clocks judged by LibreOffice (C-53, C-54)', () => {
  it('should equal the report cell by cell with a factor by tier and a break newer than the calendar', async () => {
    const records = { ...randomRecords(7, 80, today), tiers, calendar: calendarWithoutBreak };
    const path = join(folder, 'clocks.xlsx');
    const bytes = await writeBook(buildBook({ language: 'en', records, settings, clock: today }));
    writeFileSync(path, bytes);
    const rows = buildReport(readSnapshot(readBook(bytes)), today, { rows: true }).rows!;

    const { tickets, team } = rows;
    const result = differences(await recalculate(path), { tickets: tickets!, team: team! }, 'en');

    expect(result.differences.slice(0, 12)).toEqual([]);
    expect(result.compared).toBeGreaterThan(80 * 20);
    const shown = Object.values(tickets!);
    expect(new Set(shown.map((row) => row.slaFactor))).toEqual(new Set([0.5, 1, 1.3]));
    expect(new Set(shown.map((row) => row.escalationLevel))).toEqual(new Set([0, 1, 2, null]));
  });
});
