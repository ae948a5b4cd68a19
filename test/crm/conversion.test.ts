import fc from 'fast-check';
import { skippedChecklists } from '../../src/crm/checklist';
import { conversions, furthestStage, type DealProgress } from '../../src/crm/conversion';
import { dwell, stageEntry, staleLimit, staysByStage, type StageEntry } from '../../src/crm/dwell';
import type { Outcome } from '../../src/crm/funnel';
import { dearestByDimension, leaks, type LeakDeal } from '../../src/crm/leak';
import { proportion } from '../../src/crm/proportion';
import { decidedByStage, stageProbabilities, stageProbability } from '../../src/crm/winProbability';

const progress: fc.Arbitrary<DealProgress> = fc.record({
  furthest: fc.integer({ min: -1, max: 7 }),
  outcome: fc.constantFrom<Outcome>('open', 'won', 'lost'),
});
const deals = (count: number, furthest: number, outcome: Outcome): DealProgress[] =>
  Array.from({ length: count }, () => ({ furthest, outcome }));

describe('shares with their interval (C-46)', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('should give the published Wilson interval of %i / %i', (hits, n, low, high) => {
    const share = proportion(hits, n);

    expect([share.low, share.high].map((bound) => Number(bound!.toFixed(4)))).toEqual([low, high]);
  });

  it('should say nothing about no case', () => {
    expect(proportion(0, 0)).toEqual({ n: 0, hits: 0, rate: null, low: null, high: null });
  });
});

describe('conversion from stage to stage (C-46, C-47)', () => {
  it('should count who is still in a stage apart, not as a failure', () => {
    const all = [...deals(3, 0, 'open'), ...deals(1, 0, 'lost'), ...deals(4, 1, 'won')];

    expect(conversions(all, 3)[0]).toMatchObject({ stage: 0, n: 5, hits: 4, rate: 0.8, pending: 3 });
  });

  it('should place each deal once: passed on, lost or still there', () => {
    fc.assert(
      fc.property(fc.array(progress, { maxLength: 40 }), (all) => {
        const steps = conversions(all, 8);
        steps.forEach(({ stage, n, hits, pending }, index) => {
          expect(n + pending).toBe(all.filter(({ furthest }) => furthest >= stage).length);
          expect(hits).toBe(index < 6 ? steps[index + 1]!.n + steps[index + 1]!.pending : hits);
        });
      }),
    );
  });

  it.each([
    ['the present stage', 3, null, false, 3],
    ['a stage that it fell back from', 2, 5, false, 5],
    ['the commitment once it is won', 2, null, true, 6],
    ['nothing', null, null, false, null],
  ])('should know the furthest stage by %s', (_, stageNo, historyNo, isWon, expected) => {
    expect(furthestStage(stageNo, historyNo, isWon, 6)).toBe(expected);
  });
});

describe('probability of a stage (C-44)', () => {
  it('should use its own share from 30 decided deals on, else the default, and say which', () => {
    expect(stageProbability(4, 7, 0.35)).toMatchObject({ n: 7, basis: 'default', probability: 0.35 });
    expect(stageProbability(12, 29, 0.35)).toMatchObject({ basis: 'default', probability: 0.35 });
    expect(stageProbability(12, 30, 0.35)).toMatchObject({ basis: 'own', probability: 0.4 });
  });

  it('should keep the default from the commitment on, where every deal counts as won', () => {
    const decided = decidedByStage([...deals(40, 2, 'won'), ...deals(20, 0, 'lost'), ...deals(9, 1, 'open')], 3);

    const basis = stageProbabilities(decided, [0.1, 0.2, 0.9], 2).map(({ basis, n }) => [basis, n]);

    expect(basis).toEqual([
      ['own', 60],
      ['own', 40],
      ['default', 40],
    ]);
  });
});

describe('days in a stage (C-46)', () => {
  const path = (deal: number, ...days: number[]): StageEntry[] => days.map((day, stage) => ({ deal, stage, day }));

  it('should take stays from one entry to the next, in any order, and leave the last one open', () => {
    const entries = [...path(0, 100, 105, 125), ...path(1, 90, 97)].reverse();

    expect(staysByStage(entries, 3)).toEqual([[5, 7], [20], []]);
  });

  it('should use the median only when there are enough stays, and say so', () => {
    const entries = Array.from({ length: 10 }, (_, deal) => path(deal, 100, 101 + deal)).flat();

    const [first, second] = dwell(entries, [14, 30]);

    expect(first).toEqual({ stage: 0, n: 10, medianDays: 5.5, limit: 11, basis: 'median' });
    expect(second).toEqual({ stage: 1, n: 0, medianDays: null, limit: 30, basis: 'default' });
    expect(staleLimit(5.5, 9, null)).toEqual({ limit: null, basis: 'default' });
  });

  it.each([
    ['the later of history and cell', 200, 210.5, 100, 210],
    ['the creation when nothing else is known', null, null, 100, 100],
    ['nothing', null, null, null, null],
  ])('should know the stage entry by %s', (_, historyAt, since, created, expected) => {
    expect(stageEntry(historyAt, since, created)).toBe(expected);
  });
});

describe('the biggest leak (C-46)', () => {
  const deal = (furthest: number, outcome: Outcome, owner: string, amount: number | null): LeakDeal => ({
    ...{ furthest, outcome, amount },
    groups: { owner },
  });
  const many = (count: number, one: LeakDeal) => Array.from({ length: count }, () => one);

  it('should name the owner whose drop costs most, with the facts of the sentence', () => {
    const all = [
      ...many(18, deal(1, 'won', 'Ann', 1000)),
      ...many(2, deal(0, 'lost', 'Ann', null)),
      ...many(6, deal(1, 'won', 'Bob', 1000)),
      ...many(14, deal(0, 'lost', 'Bob', 0)),
    ];

    const found = leaks(all, [0.5, 0.9]);

    // Everybody: 24 of 40; Bob: 6 of 20; (0.6 - 0.3) x 20 x 1000 x 0.9.
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ dimension: 'owner', group: 'Bob', stage: 0, n: 20, rate: 0.3, expected: 0.6 });
    expect(found[0]!.cost).toBeCloseTo(5400, 6);
    expect(found[0]!.isSure).toBe(true);
  });

  it('should say nothing about groups of a few deals', () => {
    expect(leaks([...many(9, deal(0, 'lost', 'Ann', 5)), ...many(9, deal(1, 'won', 'Bob', 5))], [0.5, 0.9])).toEqual(
      [],
    );
  });

  it('should give the dearest of each dimension', () => {
    const rows = [
      ['stage', 9],
      ['owner', 8],
      ['owner', 7],
      ['product', 1],
    ].map(([dimension, cost]) => ({ dimension, cost }) as never);

    expect(dearestByDimension(rows)).toEqual([rows[0], rows[1], rows[3]]);
  });
});

describe('exit checklists (C-45)', () => {
  it.each([
    ['two stages left without', 4, 1, 2],
    ['all done', 4, 3, 0],
    ['a stage without criteria', 3, 1, 0],
    ['no checklist kept', 4, null, null],
    ['no stage', null, 1, null],
  ])('should count %s', (_, stageNo, doneNo, expected) => {
    const criteria = _ === 'a stage without criteria' ? [true, false, true] : [true, true, true, true];
    expect(skippedChecklists(stageNo, doneNo, criteria)).toBe(expected);
  });
});
