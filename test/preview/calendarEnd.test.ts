import { buildReport } from '../../src/actions/report';
import { createCalculator } from '../../src/host/calc';
import { Host } from '../../src/host/host';
import { todaySerial } from '../../src/shared/dates';
import { computeAll } from '../../src/template/compute';
import { columnOf } from '../../src/template/environment';
import { sampleRecords } from '../../src/template/sample';
import { buildBook } from '../../src/xlsx/build';
import { readSnapshot } from '../../src/xlsx/readTables';
import { parseRange } from '../../src/xlsx/address';
import { writeBook } from '../../src/xlsx/write';

const today = todaySerial(new Date());
/** A workbook that nobody touched for so long that its calendar is over. */
const clock = today - 1300;
const book = buildBook({ language: 'en', records: sampleRecords('en', clock), clock });

/** A column of the tickets as the native formulas calculate it today. */
async function calculatedTickets(captions: readonly string[]) {
  const host = new Host({ createCalculator });
  await host.open(await writeBook(book));
  host.workbook.calculateNow();
  const { name, tables } = book.sheets.find((sheet) => sheet.tables.some((table) => table.name === 'Tickets'))!;
  const table = tables.find((candidate) => candidate.name === 'Tickets')!;
  const { fromRow, toRow, fromColumn } = parseRange(table.range)!;
  return captions.map((caption) => {
    const column = fromColumn + table.columns.findIndex((candidate) => candidate.name === caption);
    return Array.from({ length: toRow - fromRow }, (_, row) =>
      host.workbook.sheet(name).value(fromRow + 1 + row, column),
    );
  });
}

describe('a workbook past the end of its calendar (C-54)', () => {
  it('should go on escalating, by formula as in code', async () => {
    const computed = computeAll(readSnapshot(book), today);
    const [minutes, levels] = ['lateMinutes', 'escalationLevel'].map((id) => columnOf(computed, 'tickets', id));

    expect(await calculatedTickets(['Minutes late', 'Escalation level'])).toEqual([minutes, levels]);
    expect(levels).toContain(2);
    expect(levels!.filter((level, row) => Number(level) > 0 && !(Number(minutes![row]) > 0))).toEqual([]);
  });

  it('should list that the calendar ends, from 60 days before', () => {
    const ends = (asOf: number) =>
      buildReport(readSnapshot(book), asOf, {}).problems.filter(({ code }) => code === 'calendarEnds');

    expect(ends(clock)).toEqual([]);
    expect(ends(today)).toMatchObject([{ table: 'calendar', column: 'date' }]);
    expect(ends(today)[0]!.message).toMatch(/ends on \d{4}-\d\d-\d\d/);
  });
});
