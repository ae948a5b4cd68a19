import { toSerial } from '../../src/shared/dates';
import { fillWorkbook } from '../../src/template/records';
import { sampleRecords } from '../../src/template/sample';
import { tableDef } from '../../src/template/load';
import { languages } from '../../src/template/types';

const today = toSerial('2026-03-18');

describe.each(languages)('sample records in %s', (language) => {
  const records = sampleRecords(language, today);
  const { computed } = fillWorkbook({ language, records, clock: today });

  it('should have no problem when they are read back', () => {
    expect(computed.problems).toEqual([]);
  });

  it('should show every state of a revisit when they are fresh', () => {
    expect(new Set(computed.tables.customers!.columns.revisitState).size).toBe(5);
  });

  it('should have deals in all eight stages and every outcome', () => {
    const deals = records.opportunities!;
    expect(new Set(deals.map(({ stage }) => stage)).size).toBe(8);
    expect(new Set(deals.map(({ outcome }) => outcome))).toEqual(new Set(['open', 'won', 'lost']));
  });

  it('should tell records apart where they are referred to by name', () => {
    for (const [table, rows] of Object.entries(records)) {
      const { nameColumn } = tableDef(table);
      if (nameColumn) expect(new Set(rows.map((row) => row[nameColumn])).size).toBe(rows.length);
    }
  });
});

it('should move with the day and differ in nothing else', () => {
  const [now, later] = [today, today + 100].map((day) =>
    fillWorkbook({ language: 'en', records: sampleRecords('en', day), clock: day }),
  );
  const states = (filled: typeof now) => filled!.computed.tables.customers!.columns.tier;
  expect(states(later)).toEqual(states(now));
  expect(sampleRecords('en', today)).toEqual(sampleRecords('en', today));
});
