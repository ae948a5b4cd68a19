import type { Workbook } from '../../src/host';
import { interleave, preparedWorkbook } from '../support/coauthors';

const seeds = (count: number, first = 1): number[] => Array.from({ length: count }, (_, index) => first + index);

describe('co-authors who work at the same time, under the pessimistic rules', () => {
  let workbook: Workbook;

  beforeAll(async () => {
    workbook = await preparedWorkbook();
  });

  it.each([2, 5])(
    'should lose nothing, repeat no id and agree at the end when there are %s of them',
    async (clients) => {
      const results = [];
      for (const seed of seeds(20)) results.push(await interleave({ clients, seed, actions: 10 / clients, workbook }));

      expect(results.flatMap(({ seed, lost }) => lost.map((what) => `seed ${seed}: ${what}`))).toEqual([]);
      expect(results.flatMap(({ duplicates }) => duplicates)).toEqual([]);
      expect(results.every(({ allEqual }) => allEqual)).toBe(true);
      expect(share(results)).toBeGreaterThan(0.9);
    },
  );

  it('should install once when two install at the same time', async () => {
    const result = await interleave({ clients: 2, seed: 1 });

    expect(result).toMatchObject({ lost: [], duplicates: [], allEqual: true });
  });

  it('should play the same run again when the seed is the same', async () => {
    const [first, second] = [
      await interleave({ clients: 3, seed: 11, workbook }),
      await interleave({ clients: 3, seed: 11, workbook }),
    ];

    expect(second).toEqual(first);
  });
});

/** Share of the actions that were neither refused nor in conflict. */
function share(results: readonly { acknowledged: number; refused: number }[]): number {
  const sum = (of: (result: (typeof results)[number]) => number) =>
    results.reduce((total, each) => total + of(each), 0);
  return sum(({ acknowledged }) => acknowledged) / sum(({ acknowledged, refused }) => acknowledged + refused);
}
