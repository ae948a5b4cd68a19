import type { Workbook } from '../../src/host';
import { interleave, type InterleaveOptions, type InterleaveResult, type RunKind } from '../support/coauthors';
import { preparedWorkbook } from '../support/sharedWorkbook';

const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => 1 + index);

/** `npm run bench -- interleave` plays a thousand of each; here a few, so that a mistake shows early. */
describe('co-authors who work at the same time, under the pessimistic rules', () => {
  let workbook: Workbook;

  beforeAll(async () => {
    workbook = await preparedWorkbook();
  });

  async function play(count: number, options: Omit<InterleaveOptions, 'seed'>): Promise<InterleaveResult[]> {
    const results: InterleaveResult[] = [];
    for (const seed of seeds(count)) results.push(await interleave({ workbook, ...options, seed }));
    return results;
  }

  it.each<[RunKind, number, number]>([
    ['online', 2, 6],
    ['online', 5, 6],
    ['offline', 2, 4],
    ['offline', 5, 4],
  ])('should lose nothing, repeat no id and agree at the end (%s, %i clients)', async (kind, clients, runs) => {
    const results = await play(runs, { kind, clients, actions: clients === 2 ? 4 : 2 });

    expect(results.flatMap(({ seed, lost }) => lost.map((what) => `seed ${seed}: ${what}`))).toEqual([]);
    expect(results.flatMap(({ duplicates }) => duplicates)).toEqual([]);
    expect(results.flatMap(({ seed, resurrected }) => resurrected.map((what) => `seed ${seed}: ${what}`))).toEqual([]);
    expect(results.every(({ allEqual }) => allEqual)).toBe(true);
    expect(share(results)).toBeGreaterThan(0.9);
  });

  it('should install once when two install at the same time', async () => {
    const result = await interleave({ clients: 2, seed: 1, actions: 2 });

    expect(result).toMatchObject({ lost: [], duplicates: [], unfinished: 0, allEqual: true });
  });

  it('should finish a half-installed workbook while others work in it', async () => {
    const [result] = await play(1, { clients: 3, repairs: true });

    expect(result).toMatchObject({ lost: [], duplicates: [], resurrected: [], unfinished: 0, allEqual: true });
    expect(result!.acknowledged).toBeGreaterThan(5);
  });

  it('should play the same run again when the seed is the same', async () => {
    const options = { clients: 3, seed: 11, kind: 'offline', workbook } as const;

    const [first, second] = [await interleave(options), await interleave(options)];

    expect(second).toEqual(first);
  });
});

/** Share of the actions that were neither refused nor in conflict. */
function share(results: readonly { acknowledged: number; refused: number }[]): number {
  const sum = (of: (result: (typeof results)[number]) => number) =>
    results.reduce((total, each) => total + of(each), 0);
  return sum(({ acknowledged }) => acknowledged) / sum(({ acknowledged, refused }) => acknowledged + refused);
}
