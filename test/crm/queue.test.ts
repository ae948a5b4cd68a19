import fc from 'fast-check';
import { People } from '../../src/crm/people';
import { inOrder, urgency, type Waiting } from '../../src/crm/queue';

const today = 46_000;
const waiting = fc.record({
  dueAt: fc.integer({ min: today - 1_000, max: today + 400 }),
  value: fc.option(fc.double({ min: -1e6, max: 1e9, noNaN: true })),
});

describe('the order of what waits (crm.md 7.1)', () => {
  it('should keep everything that waits, whatever its value', () => {
    fc.assert(
      fc.property(fc.array(waiting), (items) => {
        const ordered = inOrder(items, today);

        const withoutDays = ordered.map(({ dueAt, value }): Waiting => ({ dueAt, value }));
        expect(withoutDays).toHaveLength(items.length);
        expect(withoutDays).toEqual(expect.arrayContaining(items));
      }),
    );
  });

  it('should put what is later and worth at least as much first, and never depend on the order given', () => {
    fc.assert(
      fc.property(fc.array(waiting, { maxLength: 30 }), (items) => {
        const known = items.filter(({ value }) => value !== null);
        const ordered = inOrder(known, today);
        const place = new Map(ordered.map((item, index) => [item, index]));

        for (const a of ordered)
          for (const b of ordered)
            if (a.daysLate > b.daysLate && a.value! >= b.value!) expect(place.get(a)).toBeLessThan(place.get(b)!);
        const seen = ({ dueAt, value }: Waiting) => `${dueAt} ${Math.max(value!, 1)}`;
        expect(inOrder([...known].reverse(), today).map(seen)).toEqual(ordered.map(seen));
      }),
    );
  });

  it('should count an unknown value as the typical one, and a day with a time as its day', () => {
    const [first, second, third] = inOrder(
      [
        { dueAt: today + 0.7, value: 10 },
        { dueAt: today, value: null },
        { dueAt: today, value: 90 },
        { dueAt: today, value: 30 },
      ],
      today,
    );

    expect([first, second, third].map((item) => item!.value)).toEqual([90, null, 30]);
    expect(first!.daysLate).toBe(0);
  });

  it('should be more urgent every day, on both sides of the due day', () => {
    const days = Array.from({ length: 60 }, (_, day) => urgency(day - 30));

    expect(days.every((value, at) => at === 0 || value > days[at - 1]!)).toBe(true);
    expect([urgency(-1), urgency(0), urgency(1)]).toEqual([0.5, 1, 2]);
  });
});

describe('the people of a supervisor', () => {
  const teamOf = (...supervisors: (string | null)[]) => {
    const columns = { id: supervisors.map((_, row) => `U${row}`), name: supervisors.map((_, row) => `P${row}`) };
    const team = { count: supervisors.length, sheetRows: [], columns: { ...columns, supervisor: supervisors } };
    return new People({ tables: { team }, settings: {}, problems: [] });
  };

  it('should reach over all levels, by id or name', () => {
    expect([...teamOf(null, 'U0', 'P1', 'U2', null).reports('U0')].sort()).toEqual(['U1', 'U2', 'U3']);
  });

  it('should end in a circle, and not count the one who asks', () => {
    expect([...teamOf('U2', 'U0', 'U1').reports('U0')].sort()).toEqual(['U1', 'U2']);
    expect(teamOf('U0').reports('U0').size).toBe(0);
    expect(teamOf(null).reports('nobody').size).toBe(0);
  });
});
