import fc from 'fast-check';
import { openChecklists, skippedChecklists } from '../../src/crm/checklist';
import { dealMove, type DealState } from '../../src/crm/dealMove';
import { staysByStage, type StageEntry } from '../../src/crm/dwell';
import { effectiveOutcome, type Outcome } from '../../src/crm/funnel';
import { claimRefusal, defaultPoolRules, type PoolState } from '../../src/crm/pool';

const committed = 6;
const move = (from: [number | null, Outcome | null], to: [number | null, Outcome | null]) => {
  const moved = dealMove({ stageNo: from[0], outcome: from[1] }, { stageNo: to[0], outcome: to[1] }, committed);
  return typeof moved === 'string' ? moved : [moved.stageNo, moved.outcome];
};

describe('moving a deal (C-45, decision 14)', () => {
  it.each<[string, [number | null, Outcome | null], [number | null, Outcome | null], unknown]>([
    ['go on and stay as typed', [2, 'open'], [4, null], [4, 'open']],
    ['win by its stage', [2, null], [6, null], [6, null]],
    ['win although it was typed open', [2, 'open'], [7, null], [7, 'won']],
    ['be won at the commitment at least', [2, null], [null, 'won'], [6, 'won']],
    ['be won where it is, when that is later', [7, 'lost'], [null, 'won'], [7, 'won']],
    ['go on to cash when it is won', [6, 'won'], [8, null], [8, 'won']],
    ['be lost where it is', [3, null], [null, 'lost'], [3, 'lost']],
    ['be lost after it was won', [6, null], [null, 'lost'], [6, 'lost']],
    ['be lost without a stage', [null, null], [null, 'lost'], [null, 'lost']],
    ['be open again where it was lost', [3, 'lost'], [null, 'open'], [3, null]],
    ['be open again before the commitment', [8, 'won'], [null, 'open'], [5, null]],
    ['not move while lost', [3, 'lost'], [4, null], 'dealIsLost'],
    ['not fall back while won', [6, null], [4, null], 'dealIsWon'],
    ['not be won early', [3, null], [5, 'won'], 'wonBeforeCommitted'],
    ['not be open late', [8, 'won'], [7, 'open'], 'openAfterCommitted'],
  ])('should %s', (_, from, to, expected) => {
    expect(move(from, to)).toEqual(expected);
  });

  it('should never leave a deal open after the commitment or won before it, and do nothing the second time', () => {
    const stageNo = fc.option(fc.integer({ min: 1, max: 8 }));
    const outcome = fc.option(fc.constantFrom<Outcome>('open', 'won', 'lost'));
    fc.assert(
      fc.property(stageNo, outcome, stageNo, outcome, (from, was, to, wanted) => {
        const wish = { stageNo: to, outcome: wanted };
        const moved = dealMove({ stageNo: from, outcome: was }, wish, committed);
        if (typeof moved === 'string' || (to ?? wanted) === null) return;
        const counts = effectiveOutcome(moved.outcome, moved.stageNo, committed);
        if (was !== 'won') expect(counts === 'won' && (moved.stageNo ?? 0) < committed).toBe(false);
        expect(counts === 'open' && (moved.stageNo ?? 0) >= committed).toBe(false);
        expect(dealMove(moved as DealState, wish, committed)).toEqual(moved);
      }),
    );
  });
});

describe('exit checklists on the way (C-45)', () => {
  it('should ask for those of all stages left that are not done, and for none on the way back', () => {
    const criteria = [true, false, true, true];

    expect(openChecklists(1, 4, null, criteria)).toEqual([1, 3]);
    expect(openChecklists(1, 4, 1, criteria)).toEqual([3]);
    expect(openChecklists(4, 1, null, criteria)).toEqual([]);
  });

  it('should count what the history has as unchecked where nobody says which checklists are done', () => {
    expect(skippedChecklists(4, null, [true, true, true, true], 2)).toBe(2);
    expect(skippedChecklists(4, 3, [true, true, true, true], 2)).toBe(0);
  });
});

describe('days in a stage when a deal is lost, or was first seen late (C-46)', () => {
  const entry = (stage: number, day: number, isLate?: true): StageEntry => ({
    deal: 0,
    stage,
    day,
    ...(isLate && { isLate }),
  });

  it('should neither finish a stay by a loss nor count the time that the deal was lost', () => {
    expect(staysByStage([entry(0, 10), entry(-1, 14), entry(0, 30), entry(1, 33)], 2)).toEqual([[3], []]);
  });

  it('should not measure a stay whose beginning nobody knows', () => {
    expect(staysByStage([entry(0, 10, true), entry(1, 30), entry(2, 35)], 3)).toEqual([[], [5], []]);
  });
});

describe('claiming from the public pool', () => {
  it.each<[PoolState, number, number, string | null]>([
    ['inPool', 199, 4, null],
    ['inPool', 200, 0, 'holdingCapReached'],
    ['inPool', 0, 5, 'claimCapReached'],
    ['recyclable', 0, 0, 'notInPool'],
  ])('should answer %s with %i held and %i claimed by %s', (state, holding, claimed, expected) => {
    expect(claimRefusal(state, holding, claimed, defaultPoolRules)).toBe(expected);
  });
});
