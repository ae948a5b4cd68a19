import fc from 'fast-check';
import { addCadence, matchCadenceRule, type CadenceRule, type CadenceUnit } from '../../src/crm/cadence';
import { nextDue } from '../../src/crm/revisit';
import { partsOf, toIso, toSerial } from '../../src/shared/dates';

const day = fc.integer({ min: toSerial('2000-01-01'), max: toSerial('2099-12-31') });
const unit = fc.constantFrom<CadenceUnit>('days', 'weeks', 'months');
const rule = (name: string, column: string | null, equals: string | null): CadenceRule => ({
  rule: name,
  column,
  equals,
  every: 1,
  unit: 'weeks',
});

describe('revisit cadence (C-35, C-36)', () => {
  it.each<[string, number, CadenceUnit, string]>([
    ['2026-03-24', 1, 'weeks', '2026-03-31'],
    ['2026-02-20', 2, 'weeks', '2026-03-06'],
    ['2026-01-31', 1, 'months', '2026-02-28'],
    ['2024-01-31', 1, 'months', '2024-02-29'],
    ['2026-11-30', 3, 'months', '2027-02-28'],
    ['2025-12-31', 10, 'days', '2026-01-10'],
  ])('should step %s by %i %s to %s', (base, every, by, due) => {
    expect(toIso(addCadence(toSerial(base), every, by)!)).toBe(due);
  });

  it('should know no due date when the rule says no interval or the date leaves the calendar', () => {
    const base = toSerial('9999-12-15');
    expect([addCadence(base, null, 'weeks'), addCadence(base, 1, null), addCadence(base, 1, 'months')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('should never put a later base before an earlier one (nextDue is monotone)', () => {
    fc.assert(
      fc.property(day, fc.nat(400), fc.integer({ min: 1, max: 36 }), unit, (base, later, every, by) => {
        expect(addCadence(base + later, every, by)!).toBeGreaterThanOrEqual(addCadence(base, every, by)!);
      }),
    );
  });

  it('should keep the day of the month unless the month is too short', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 48 }), (base, months) => {
        const due = addCadence(base, months, 'months')!;
        const [from, to] = [partsOf(base), partsOf(due)];
        expect((to.year - from.year) * 12 + to.month - from.month).toBe(months);
        expect(to.day === from.day || (to.day < from.day && partsOf(due + 1).day === 1)).toBe(true);
      }),
    );
  });

  it('should take the first rule that fits, comparing labels without case', () => {
    const rules = [rule('key', 'isKey', 'Yes'), rule('prospect', 'hasIntent', 'yes'), rule('normal', null, null)];
    const at = (labels: Record<string, string>) => matchCadenceRule(rules, (column) => labels[column] ?? '');
    expect([at({ isKey: 'YES', hasIntent: 'Yes' }), at({ hasIntent: 'Yes' }), at({})]).toEqual([0, 1, 2]);
    expect(matchCadenceRule(rules.slice(0, 2), () => '')).toBe(-1);
  });
});

describe('next revisit (decision 13)', () => {
  const facts = { paused: false, agreedNext: null, cadenceDue: toSerial('2026-03-08') };

  it('should let an agreed date beat the cadence and a pause beat both', () => {
    expect(nextDue({ ...facts, agreedNext: 50_000 })).toBe(50_000);
    expect(nextDue({ ...facts, agreedNext: 50_000, paused: true })).toBeNull();
  });

  it('should follow the cadence, and be unknown when nobody was ever contacted or no rule fits', () => {
    expect([nextDue(facts), nextDue({ ...facts, cadenceDue: null })]).toEqual([facts.cadenceDue, null]);
  });
});
