import { noticesChangeset, recordNotices } from '../../src/actions/recordNotices';
import { buildReport } from '../../src/actions/report';
import type { Snapshot } from '../../src/crm/snapshot';
import { toSerial } from '../../src/shared/dates';
import type { SeedRow } from '../../src/template/seed';
import { fillWorkbook } from '../../src/template/records';
import { installed } from '../workbook/support';

const today = toSerial('2026-03-31');
const team = [
  { id: 'U1', name: 'Ann', supervisor: 'Bob' },
  { id: 'U2', name: 'Bob', supervisor: null },
];
const acme = { id: 'C1', name: 'Acme', owner: 'Ann', isKey: true, createdAt: today - 20 };
/** Nobody gave this customer an id. */
const hostile = `=*?~"'<b>${'x'.repeat(200)}`;
const workbook = (notices: SeedRow[]) => {
  const records = {
    team,
    customers: [
      acme,
      { id: 'C2', name: 'Nobody', owner: null, isKey: true, createdAt: today - 20 },
      { id: null, name: hostile, owner: 'Bob', isKey: true, createdAt: today - 20 },
    ],
    milestones: [{ id: 'M1', name: 'Plan', customer: 'C1', dueAt: today + 10 }],
    notices,
  };
  return fillWorkbook({ language: 'en', records, clock: today }).computed;
};
const noting = (snapshot: Snapshot) => noticesChangeset(snapshot, buildReport(snapshot, today), today);

describe('record that people were told (C-38)', () => {
  it('should log owner and supervisor once, and nobody again', () => {
    const change = noting(workbook([]));

    const rows = change.appends.map(({ values }) => values as SeedRow);
    expect(
      rows.map(({ kind, customer, milestone, person, role }) => [kind, customer, milestone, person, role]),
    ).toEqual([
      ['revisit', 'C1', null, 'U1', 'owner'],
      ['revisit', 'C1', null, 'U2', 'supervisor'],
      ['revisit', hostile, null, 'U2', 'owner'],
      ['milestone', 'C1', 'M1', 'U1', 'owner'],
      ['milestone', 'C1', 'M1', 'U2', 'supervisor'],
    ]);
    expect(rows[0]).toMatchObject({ dueAt: today - 13, notifiedAt: today });
    expect(noting(workbook(rows)).appends).toEqual([]);
    // As earlier versions numbered them.
    expect(noting(workbook(rows.map((row, index) => ({ ...row, id: `NT-7F3K9QX${index}` })))).appends).toEqual([]);
  });

  it('should give the same rows to whoever notes the same, with ids that are short and plain', () => {
    const ids = noting(workbook([])).appends.map(({ id }) => id);

    expect(noting(workbook([])).appends.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(5);
    expect(ids.filter((id) => !/^NT-[0-9A-Z]{1,13}$/.test(id))).toEqual([]);
  });

  it('should note again what was archived', () => {
    const rows = noting(workbook([])).appends.map(({ values }) => values as SeedRow);

    const { appends } = noting(workbook(rows.map((row) => ({ ...row, archived: true }))));

    expect(appends.map(({ id }) => id)).toEqual(rows.map(({ id }) => `${id}-2`));
  });

  it('should write nothing where it was noted since the list was made, however much that was', async () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ ...acme, id: `C1${n}`, name: `Acme ${n}` }));
    const records = { team, customers: many };
    const snapshot = fillWorkbook({ language: 'en', records, clock: today }).computed;
    const fixture = await installed();
    const tell = () => recordNotices(fixture.home, snapshot, buildReport(snapshot, today), { clock: today });

    await tell();
    const { changeset } = await tell();

    expect(changeset.appends).toEqual([]);
    expect((await fixture.home.read()).tables.notices!.count).toBe(24);
  });
});
