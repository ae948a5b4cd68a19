import { Rehearsal, type CutResult } from '../support/cuts';
import { stories } from '../support/stories';

/** How many cuts between requests, and how many faults within one, are played of each story. */
const sample = { between: 3, within: 2 };

/** A sample of what `npm run bench -- faults` does in full. */
describe.each(stories)('$name, disturbed and done again', (story) => {
  it('should end as if nobody had disturbed it', async () => {
    const rehearsal = await Rehearsal.of(story);
    const every = Math.ceil(rehearsal.allCuts.length / sample.between);
    // An offset of one: the very first request only looks.
    const cuts = rehearsal.allCuts.filter((_, index) => index % every === 1);

    const damaged: CutResult[] = [];
    for (const fault of [...cuts, ...rehearsal.actionFaults(1, sample.within)]) {
      const result = await rehearsal.play(fault);
      if (result.lost.length || result.invalid.length) damaged.push(result);
    }

    expect(damaged).toEqual([]);
  }, 120_000);
});
