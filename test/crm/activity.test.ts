import fc from 'fast-check';
import { activityDefaults as policy, activityOf } from '../../src/crm/activity';
import { medianGap, orderGaps } from '../../src/crm/orderGap';
import { winBack, winBackOf } from '../../src/crm/winBack';

const every = (days: number, count: number) => Array.from({ length: count }, (_, index) => index * days);

describe('order gaps (C-31)', () => {
  it('should take orders of one day as one occasion', () => {
    expect(orderGaps([10, 10, 20, 50])).toEqual([10, 30]);
    expect(medianGap([10, 30])).toBe(20);
    expect(medianGap([])).toBeNull();
  });
});

describe('activity (C-30..C-32)', () => {
  const cases: [string, number[], number | null, number, string | null, string][] = [
    ['never bought', [], null, 500, null, 'neverBought'],
    ['one order, 89 days ago', [0], null, 89, 'active', 'fixedDays'],
    ['one order, 90 days ago', [0], null, 90, 'dormant', 'fixedDays'],
    ['one order, 180 days ago', [0], null, 180, 'lost', 'fixedDays'],
    ['monthly buyer: the fixed days are more than twice the gap', every(30, 4), null, 90 + 90, 'dormant', 'ownGap'],
    ['yearly buyer is not lost after half a year', every(365, 3), null, 730 + 200, 'active', 'ownGap'],
    ['yearly buyer asleep after two gaps', every(365, 3), null, 730 + 730, 'dormant', 'ownGap'],
    ['yearly buyer lost after four gaps', every(365, 3), null, 730 + 1460, 'lost', 'ownGap'],
    ['two orders tell no rhythm', every(365, 2), null, 365 + 180, 'lost', 'fixedDays'],
    ['marked lost', [0, 10], 15, 20, 'lost', 'markedLost'],
    ['marked lost, but ordered since', [0, 10], 5, 20, 'active', 'fixedDays'],
    ['marked from tomorrow on', [0, 10], 21, 20, 'active', 'fixedDays'],
    ['marked lost without ever buying', [], 15, 20, 'lost', 'markedLost'],
  ];

  it.each(cases)('should judge: %s', (_, days, lostAt, asOf, activity, rule) => {
    expect(activityOf(days, lostAt, asOf, policy)).toMatchObject({ activity, rule });
  });

  it('should never wake up by waiting', () => {
    const rank = [null, 'active', 'dormant', 'lost'];
    fc.assert(
      fc.property(fc.array(fc.nat(900), { minLength: 1 }), fc.nat(900), fc.nat(900), (list, wait, more) => {
        const days = list.sort((a, b) => a - b);
        const last = days.at(-1)!;
        const [early, late] = [wait, wait + more].map((since) => activityOf(days, null, last + since, policy).activity);
        expect(rank.indexOf(late!)).toBeGreaterThanOrEqual(rank.indexOf(early!));
      }),
    );
  });
});

describe('win-back (C-32)', () => {
  it('should count each loss, and the ones that an order ended', () => {
    const lostAndBack = winBackOf([0, 200, 210], null, 220, policy);
    const lostNow = winBackOf([0], null, 300, policy);
    const marked = winBackOf([0, 10], 5, 20, policy);
    const neverLost = winBackOf([0, 50], null, 60, policy);

    expect([lostAndBack, lostNow, marked, neverLost]).toEqual([
      { lost: 1, wonBack: 1 },
      { lost: 1, wonBack: 0 },
      { lost: 1, wonBack: 1 },
      { lost: 0, wonBack: 0 },
    ]);
    expect(winBack([lostAndBack, lostNow, marked, neverLost])).toEqual({
      ...{ lost: 3, wonBack: 2, rate: 2 / 3 },
      reference: 0.25,
    });
    expect(winBack([neverLost]).rate).toBeNull();
  });

  it('should judge a gap by the rhythm known at the time', () => {
    const yearly = winBackOf([0, 365, 730, 1095], null, 1100, policy);

    // The first two gaps of a year are losses by fixed days; from the third on the rhythm is known.
    expect(yearly).toEqual({ lost: 2, wonBack: 2 });
  });
});
