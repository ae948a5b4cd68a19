import { overrideTierChangeset, type TierOverride } from '../../src/actions/overrideTier';
import { toSerial } from '../../src/shared/dates';
import { fillWorkbook } from '../../src/template/records';

const today = toSerial('2026-03-31');
const snapshot = fillWorkbook({
  language: 'en',
  clock: today,
  records: {
    customers: [
      { id: 'C1', name: 'One' },
      { id: 'C2', name: 'Two', tierOverride: 'A', tierOverrideReason: 'Pilot', tierOverrideUntil: today + 5 },
    ],
  },
}).computed;
const change = (override: Partial<TierOverride>) =>
  overrideTierChangeset(
    snapshot,
    { customer: 'C1', tier: 'B', reason: 'New plant', until: today + 90, ...override },
    today,
  ).updates.map(({ id, field, before, after }) => [id, field, before, after]);

describe('a tier set by hand (C-16)', () => {
  it('should write tier, reason and end', () => {
    expect(change({ reason: '  New plant ' })).toEqual([
      ['C1', 'tierOverride', null, 'B'],
      ['C1', 'tierOverrideReason', null, 'New plant'],
      ['C1', 'tierOverrideUntil', null, today + 90],
    ]);
  });

  it('should extend only the end, and do nothing when all of it stands already', () => {
    const present = { customer: 'C2', tier: 'A', reason: 'Pilot' };
    expect(change({ ...present, until: today + 60 })).toEqual([['C2', 'tierOverrideUntil', today + 5, today + 60]]);
    expect(change({ ...present, until: today + 5 })).toEqual([]);
  });

  it('should take all three away', () => {
    expect(change({ customer: 'C2', tier: null, reason: '', until: null })).toEqual([
      ['C2', 'tierOverride', 'A', null],
      ['C2', 'tierOverrideReason', 'Pilot', null],
      ['C2', 'tierOverrideUntil', today + 5, null],
    ]);
  });

  it.each([
    ['overrideReasonNeeded', { reason: '  ' }],
    ['dayInPast', { until: today - 1 }],
    ['unknownTier', { tier: 'Z' }],
    ['recordNotFound', { customer: 'C9' }],
  ])('should be refused: %s', (code, override) => {
    expect(() => change(override)).toThrow(expect.objectContaining({ code }));
  });
});
