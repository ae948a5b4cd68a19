import { noticesChangeset } from '../../src/actions/recordNotices';
import { buildReport } from '../../src/actions/report';
import { toSerial } from '../../src/shared/dates';
import type { SeedRow } from '../../src/template/seed';
import { fillWorkbook } from '../../src/template/records';

const today = toSerial('2026-03-31');
const report = (notices: SeedRow[]) => {
  const records = {
    team: [
      { id: 'U1', name: 'Ann', supervisor: 'Bob' },
      { id: 'U2', name: 'Bob', supervisor: null },
    ],
    customers: [
      { id: 'C1', name: 'Acme', owner: 'Ann', isKey: true, createdAt: today - 20 },
      { id: 'C2', name: 'Nobody', owner: null, isKey: true, createdAt: today - 20 },
    ],
    milestones: [{ id: 'M1', name: 'Plan', customer: 'C1', dueAt: today + 10 }],
    notices,
  };
  return buildReport(fillWorkbook({ language: 'en', records, clock: today }).computed, today);
};

describe('record that people were told (C-38)', () => {
  it('should log owner and supervisor once, and nobody again', () => {
    let next = 0;
    const change = noticesChangeset(report([]), today, (prefix) => `${prefix}-${(next += 1)}`);

    const rows = change.appends.map(({ values }) => values as SeedRow);
    expect(
      rows.map(({ kind, customer, milestone, person, role }) => [kind, customer, milestone, person, role]),
    ).toEqual([
      ['revisit', 'C1', null, 'U1', 'owner'],
      ['revisit', 'C1', null, 'U2', 'supervisor'],
      ['milestone', 'C1', 'M1', 'U1', 'owner'],
      ['milestone', 'C1', 'M1', 'U2', 'supervisor'],
    ]);
    expect(rows[0]).toMatchObject({ id: 'NT-1', dueAt: today - 13, notifiedAt: today });
    expect(noticesChangeset(report(rows), today, () => 'x').appends).toEqual([]);
  });
});
