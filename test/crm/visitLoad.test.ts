import fc from 'fast-check';
import { buildCalendar } from '../../src/crm/calendar';
import { levelVisits, type LevellingLimits } from '../../src/crm/levelling';
import { loadChange, projectedDays, visitLoad, type DueVisit } from '../../src/crm/visitLoad';
import { mondayOf } from '../../src/crm/week';
import { toIso, toSerial } from '../../src/shared/dates';

const today = toSerial('2026-03-04'); // a Wednesday
const calendar = buildCalendar(toSerial('2026-01-01'), toSerial('2026-12-31'), [], 9 / 24, 17 / 24);
const span = { today, weeks: 4, calendar };
const visit = (owner: string | null, due: string, every: number | null, unit: DueVisit['unit']): DueVisit => ({
  owner,
  due: toSerial(due),
  every,
  unit,
});

describe('load by owner and week (C-36, C-65)', () => {
  it('should repeat each visit by its cadence, and put what is overdue on today', () => {
    expect(projectedDays(visit('a', '2026-02-01', 1, 'weeks'), span).map(toIso)).toEqual([
      '2026-03-04',
      '2026-03-11',
      '2026-03-18',
      '2026-03-25',
    ]);
    expect(projectedDays(visit('a', '2026-03-10', null, null), span).map(toIso)).toEqual(['2026-03-10']);
    expect(projectedDays(visit('a', '2026-03-30', 1, 'days'), span)).toEqual([]);
  });

  it('should show both sides of a change, weeks that only one side knows included', () => {
    const before = visitLoad([visit('a', '2026-03-10', 1, 'weeks'), visit(null, '2026-03-05', 1, 'months')], span);
    const after = visitLoad([visit('a', '2026-03-10', 2, 'weeks'), visit(null, '2026-03-05', 1, 'months')], span);
    const change = loadChange(before, after).map((week) => [week.owner, toIso(week.monday), week.before, week.after]);
    expect(change).toEqual([
      ['a', '2026-03-09', 1, 1],
      ['a', '2026-03-16', 1, 0],
      ['a', '2026-03-23', 1, 1],
      [null, '2026-03-02', 1, 1],
    ]);
  });
});

describe('levelling within tolerance and capacity (C-35, C-65)', () => {
  const limits: LevellingLimits = { today, tolerance: 3, capacity: () => 5, calendar };
  const level = (dues: string[], change: Partial<LevellingLimits> = {}) =>
    levelVisits(
      dues.map((due) => ({ owner: 'a', due: toSerial(due) })),
      { ...limits, ...change },
    ).map(({ to, reason }) => `${toIso(to)} ${reason}`);

  it('should move the second of a day to the next day with room, the later one first', () => {
    expect(level(['2026-03-10', '2026-03-10', '2026-03-10'])).toEqual([
      '2026-03-10 fits',
      '2026-03-11 moved',
      '2026-03-09 moved',
    ]);
  });

  it('should take working days only, never before today, and leave what finds no room', () => {
    expect(level(['2026-03-07'])).toEqual(['2026-03-06 moved']);
    expect(level(['2026-03-04', '2026-03-01'], { tolerance: 1 })).toEqual(['2026-03-05 moved', '2026-03-04 fits']);
    expect(level(['2026-03-10', '2026-03-10'], { tolerance: 0 })).toEqual(['2026-03-10 fits', '2026-03-10 full']);
  });

  it('should say what stands against the due day', () => {
    const why = (dues: string[], change: Partial<LevellingLimits> = {}) =>
      levelVisits(
        dues.map((due) => ({ owner: 'a', due: toSerial(due) })),
        { ...limits, ...change },
      ).map(({ obstacle }) => obstacle);
    expect(why(['2026-03-07', '2026-03-10', '2026-03-10'])).toEqual(['dayOff', null, 'dayFull']);
    expect(why(['2026-03-09', '2026-03-10'], { capacity: () => 1 })).toEqual([null, 'weekFull']);
  });

  it('should take Monday to Friday for working days where the calendar does not reach', () => {
    const late = { today: toSerial('2027-03-01') };
    expect(level(['2027-03-08', '2027-03-08', '2027-03-13'], late)).toEqual([
      '2027-03-08 fits',
      '2027-03-09 moved',
      '2027-03-12 moved',
    ]);
  });

  it('should move nothing but days off without a capacity', () => {
    expect(level(['2026-03-10', '2026-03-10'], { capacity: () => null })).toEqual([
      '2026-03-10 fits',
      '2026-03-10 fits',
    ]);
  });

  it('should never break tolerance or capacity, and lose no visit', () => {
    const visits = fc.array(
      fc.record({ owner: fc.constantFrom('a', 'b', null), due: fc.integer({ min: today - 9, max: today + 40 }) }),
    );
    fc.assert(
      fc.property(visits, fc.nat(5), fc.integer({ min: 1, max: 12 }), (given, tolerance, perWeek) => {
        const levelled = levelVisits(given, { today, tolerance, capacity: () => perWeek, calendar });
        expect(levelled.map(({ visit: index }) => index)).toEqual(given.map((_, index) => index));
        const moved = levelled.filter(({ reason }) => reason !== 'full');
        expect(moved.every(({ from, to }) => Math.abs(to - from) <= tolerance && to >= today)).toBe(true);
        const weeks = new Map<string, number>();
        for (const { visit: index, to } of moved) {
          const week = `${given[index]!.owner} ${mondayOf(to)}`;
          weeks.set(week, (weeks.get(week) ?? 0) + 1);
        }
        expect([...weeks.values()].every((count) => count <= perWeek)).toBe(true);
      }),
    );
  });
});
