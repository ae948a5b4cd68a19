import fc from 'fast-check';
import { effectiveOutcome, funnel, stages, weightedAmount, type Deal, type Outcome } from '../../src/crm/funnel';
import { sumMoney, toMinor } from '../../src/shared/numbers';

const deal: fc.Arbitrary<Deal> = fc.record({
  stage: fc.option(fc.constantFrom<string>(...stages, 'unknown')),
  outcome: fc.constantFrom<Outcome>('open', 'won', 'lost'),
  amount: fc.option(fc.integer({ min: -100_000, max: 10_000_000 }).map((cents) => cents / 100)),
  probability: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
});
const deals = fc.array(deal, { maxLength: 60 });
const of = (all: readonly Deal[]) => funnel(all, stages, 2);
const cents = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + toMinor(amount, 2), 0);

describe('sales funnel (C-45, decision 14)', () => {
  it.each<[Outcome | null, number | null, Outcome]>([
    [null, 5, 'open'],
    [null, 6, 'won'],
    [null, 8, 'won'],
    [null, null, 'open'],
    ['open', 7, 'open'],
    ['won', 1, 'won'],
    ['lost', 8, 'lost'],
  ])('should read outcome %s at stage %s as %s', (outcome, stageNo, expected) => {
    expect(effectiveOutcome(outcome, stageNo, 6)).toBe(expected);
  });

  it('should round the weighted amount per deal, half away from zero, and only of open deals', () => {
    const open: Deal = { stage: 'met', outcome: 'open', amount: 10.05, probability: 0.1 };
    expect(weightedAmount(open, 2)).toBe(1.01);
    expect(of([open, open]).stages[0]!.weighted).toBe(2.02);
    expect([weightedAmount({ ...open, outcome: 'won' }, 2), weightedAmount({ ...open, amount: null }, 2)]).toEqual([
      null,
      null,
    ]);
  });

  it('should place every known deal exactly once: in a stage, collected or lost', () => {
    fc.assert(
      fc.property(deals, (all) => {
        const result = of(all);
        const shown = result.stages.reduce((sum, stage) => sum + stage.count, 0);
        const known = all.filter(({ stage }) => stage !== null && stage !== 'unknown');
        const gone = known.filter(
          ({ outcome, stage }) => outcome === 'lost' || (outcome === 'won' && stage === 'collected'),
        );
        expect(shown).toBe(known.length - gone.length);
      }),
    );
  });

  it('should not depend on the order of rows, and add up to the cent', () => {
    fc.assert(
      fc.property(deals, (all) => {
        const result = of(all);
        expect(of([...all].reverse())).toEqual(result);
        const shown = all.filter(
          ({ outcome, stage }) =>
            stages.includes(stage as never) && (outcome === 'open' || (outcome === 'won' && stage !== 'collected')),
        );
        expect(cents(result.stages.map(({ amount }) => amount))).toBe(
          toMinor(
            sumMoney(
              shown.map(({ amount }) => amount),
              2,
            ),
            2,
          ),
        );
        expect(result.bookings).toBe(result.won.amount);
      }),
    );
  });

  it('should convert from stage to stage at rates that only fall (C-46)', () => {
    const at = (stage: string, outcome: Outcome): Deal => ({ stage, outcome, amount: null, probability: null });
    const result = of([at('met', 'open'), at('found', 'lost'), at('found', 'open'), at('committed', 'won')]);
    expect(result.stages.map(({ reached }) => reached)).toEqual([4, 3, 1, 1, 1, 1, 0, 0]);
    expect(result.stages.map(({ conversion }) => conversion)).toEqual([3 / 4, 1 / 3, 1, 1, 1, 0, null, null]);
    fc.assert(
      fc.property(deals, (all) => of(all).stages.every(({ conversion }) => conversion === null || conversion <= 1)),
    );
  });
});
