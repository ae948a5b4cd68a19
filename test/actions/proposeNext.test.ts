import { proposeNext, type Revisit } from '../../src/actions/logRevisit';
import type { Snapshot } from '../../src/crm/snapshot';
import { fillWorkbook } from '../../src/template/records';
import { sampleRecords } from '../../src/template/sample';
import type { SeedRow } from '../../src/template/seed';
import { randomRecords } from '../support/randomWorkbook';

const clock = 46_000;
type Records = Readonly<Record<string, readonly SeedRow[]>>;

const filled = (records: Records, settings = {}): Snapshot =>
  fillWorkbook({ language: 'en', records, settings, clock }).computed;

const customersOf = ({ tables }: Snapshot) => tables.customers!.columns;

/** Visits before, between and after what the workbooks hold, with and without a date that was agreed. */
const visits = [
  { heldAt: clock, outcome: 'progress', nextAt: null },
  { heldAt: clock - 12, outcome: 'progress', nextAt: null },
  { heldAt: clock - 200, outcome: 'progress', nextAt: clock + 3 },
  { heldAt: clock - 3, outcome: 'progress', nextAt: clock + 40 },
  { heldAt: clock - 1, outcome: 'noAnswer', nextAt: null },
] as const;

const workbooks: readonly (readonly [string, Records, Readonly<Record<string, string>>])[] = [
  ['the sample', sampleRecords('en', clock), {}],
  ['the sample by last due date', sampleRecords('en', clock), { cadenceBase: 'Last due date', shiftToWorkday: 'Yes' }],
  ['a random workbook', randomRecords(3, 60, clock), {}],
];

describe('the proposed next date', () => {
  it.each(workbooks)('should be what the workbook shows after saving, in %s', (_, records, settings) => {
    const before = filled(records, settings);
    const ids = customersOf(before).id!.slice(0, 40);
    const isAlone = (id: unknown) =>
      ids.filter((other) => String(other).toLowerCase() === String(id).toLowerCase()).length === 1;
    for (const visit of visits) {
      const logged = ids.map((customer, row) => ({ id: `F-new-${row}`, customer, channel: 'Call', ...cells(visit) }));
      const after = filled({ ...records, followUps: [...records.followUps!, ...logged] }, settings);

      const proposals = ids.flatMap((id, row) => {
        const next =
          id === null || !isAlone(id) ? null : proposeNext(before, clock, { ...visit, customer: String(id) });
        return next ? [[id, next.nextAt, customersOf(after).nextDue![row]]] : [];
      });

      expect(proposals.length).toBeGreaterThan(10);
      expect(proposals.filter(([, proposed, real]) => proposed !== real)).toEqual([]);
    }
  });

  it('should say what decides, and propose nothing where nobody should call', () => {
    const customers: SeedRow[] = [
      { id: 'C-1', name: 'Acme', isKey: 'Yes', createdAt: clock - 60 },
      { id: 'C-2', name: 'Agreed', createdAt: clock - 60 },
      { id: 'C-3', name: 'Quiet', createdAt: clock - 60, doNotContact: 'Yes' },
      { id: 'C-4', name: 'Ended', createdAt: clock - 60, terminatedAt: clock - 2 },
      { id: 'C-5', name: 'Old', archived: 'Yes' },
    ];
    const followUps: SeedRow[] = [
      { id: 'F-1', customer: 'C-1', heldAt: clock - 5, outcome: 'Progress' },
      { id: 'F-2', customer: 'C-2', heldAt: clock - 5, outcome: 'Progress', nextAt: clock + 78 },
    ];
    const snapshot = filled({ customers, followUps });
    const visit: Omit<Revisit, 'customer' | 'channel'> = { heldAt: clock - 14, outcome: 'progress', nextAt: null };
    const next = (customer: string, more = {}) => proposeNext(snapshot, clock, { ...visit, customer, ...more });

    expect(next('c-1')).toEqual({ nextAt: clock - 5 + 7, reason: 'cadence' });
    expect(next('C-1', { heldAt: clock, nextAt: clock + 9 })).toEqual({ nextAt: clock + 9, reason: 'agreed' });
    expect(next('C-1', { nextAt: clock - 9 })).toEqual({ nextAt: clock - 5 + 7, reason: 'cadence' });
    expect(next('C-2')).toEqual({ nextAt: clock + 78, reason: 'agreed' });
    expect(next('C-3')).toEqual({ nextAt: null, reason: 'doNotContact' });
    expect(next('C-4', { nextAt: clock + 9 })).toEqual({ nextAt: null, reason: 'terminated' });
    expect([next('C-5'), next('C-9')]).toEqual([null, null]);
  });
});

/** As a person types it. */
const cells = ({ heldAt, outcome, nextAt }: (typeof visits)[number]): SeedRow => ({
  ...{ heldAt, nextAt },
  outcome: { progress: 'Progress', noAnswer: 'No answer' }[outcome],
});
