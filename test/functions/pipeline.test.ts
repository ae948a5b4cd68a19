import {
  attainment,
  conversion,
  coverage,
  forecast,
  leak,
  priority,
  runRate,
  stale,
  weighted,
  winRate,
} from '../../src/functions/functions';
import { fakeCells, thrownBy } from '../support/fakeCells';

beforeAll(() => fakeCells());
const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe('functions about deals (C-44, C-46, C-47)', () => {
  test.each([
    ['WEIGHTED', () => weighted(10.05, 0.1), 1.01],
    ['WEIGHTED of a blank', () => weighted('', 0.1), ''],
    ['WINRATE', () => winRate(column('won', 'Lost', '赢单', 'open')), 2 / 3],
    ['WINRATE by stage', () => winRate(column('', 'lost', ''), column('collected', 'met', 'met')), 0.5],
    ['WINRATE of nothing decided', () => winRate(column('open')), ''],
    ['STALE by days', () => stale(31, 30), true],
    ['STALE by a median', () => stale(31, 30, 20, 10), false],
    ['STALE with too few stays', () => stale(31, 30, 20, 9), true],
    ['STALE of a blank', () => stale('', 30), ''],
    ['PRIORITY', () => priority(0.5, 50_000, 'Urgent', 'Yes'), 65],
    ['PRIORITY with other weights', () => priority(0.5, 50_000, '', '', 100_000, [[1, 0, 0, 0]]), 50],
    ['PRIORITY of nothing', () => priority('', ''), ''],
    ['ATTAINMENT', () => attainment(50, 200), 0.25],
    ['ATTAINMENT without a target', () => attainment(50, ''), ''],
    ['COVERAGE', () => coverage(300, 200, 50), 2],
    ['COVERAGE of a reached target', () => coverage(300, 200, 200), ''],
    ['RUNRATE', () => runRate(1000, 46_082, 46_112, 46_091), 3100],
    ['RUNRATE before the first day', () => runRate(0, 46_082, 46_112, 46_081), ''],
  ])('should answer %s', (_, run, expected) => {
    expect(run()).toEqual(expected);
  });

  test.each([
    ['a probability above 1', () => weighted(5, 1.5), '#NUM!'],
    ['columns of different lengths', () => winRate(column('won'), column('met', 'met')), '#VALUE!'],
    ['three weights', () => priority(1, 1, '', '', 1, [[1, 1, 1]]), '#VALUE!'],
    ['a period that ends before it starts', () => runRate(1, 46_112, 46_082, 46_091), '#NUM!'],
    ['too many runs', () => forecast(column(1), column(1), 20_000), '#NUM!'],
  ])('should refuse %s', (_, run, expected) => {
    expect(thrownBy(run)).toMatchObject({ code: expected });
  });

  it('should spill conversion with its interval in the language of the stages', () => {
    const rows = conversion(column('验收', '方案报价', '方案报价', '见到客户'), column('', '输单', '', ''));

    expect(rows[0]).toEqual(['阶段', '已定', '进入下一阶段', '转化率', '下限', '上限', '仍在此阶段']);
    expect(rows[5]!.slice(0, 4)).toEqual(['方案报价', 2, 1, 0.5]);
    expect(rows[1]!.slice(0, 4)).toEqual(['见到客户', 3, 3, 1]);
    expect(rows).toHaveLength(8);
  });

  it('should spill a forecast that a blank row does not change', () => {
    const certain = forecast(column(100, '', 50), column(1, 0.5, 1));

    expect(certain).toEqual([
      ['∑', 'P10', 'P50', 'P90'],
      [150, 150, 150, 150],
    ]);
  });

  it('should spill the leaks, the dearest first', () => {
    const deals = [
      ...Array.from({ length: 10 }, (_, row) => ['committed', 'won', 100, row < 9 ? 'Ann' : 'Bob']),
      ...Array.from({ length: 10 }, (_, row) => ['proposal', 'lost', '', row < 1 ? 'Ann' : 'Bob']),
    ];
    const at = (index: number) => deals.map((deal) => [deal[index]]);

    const [header, ...rows] = leak(at(0), at(1), at(2), at(3));

    expect(header).toEqual(['Group', 'Stage', 'Decided', 'Rate', 'Everybody', 'Cost']);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.slice(0, 5)).toEqual(['Bob', 'Proposal and quote', 10, 0.1, 0.5]);
  });
});
