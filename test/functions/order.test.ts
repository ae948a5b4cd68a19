import { affinity, ageBand, ageing, costPer, offerNext, trend, uplift } from '../../src/functions/functions';
import { toSerial } from '../../src/shared/dates';
import { fakeCells, thrownBy } from '../support/fakeCells';

beforeAll(() => fakeCells());

describe('functions of orders and campaigns', () => {
  const today = toSerial('2026-03-15');

  it('should band and add up outstanding money (C-51)', () => {
    expect(ageBand(today - 31, today)).toBe('Up to 60 days');
    expect(ageBand(today - 31, today, 'zh-CN')).toBe('逾期 60 天内');
    expect(ageing([[10.5], [''], [4]], [[today - 1], [today], ['']], today, 'code')).toEqual([
      ['notDue', 0, 0],
      ['upTo30', 1, 10.5],
      ['upTo60', 0, 0],
      ['upTo90', 0, 0],
      ['over90', 0, 0],
      ['withoutDueDate', 1, 4],
    ]);
  });

  it('should name products bought together (C-50)', () => {
    const customers = ['a', 'a', 'b', 'b', 'c', 'c', 'd'].map((name) => [name]);
    const products = ['X', 'Y', 'X', 'Y', 'X', 'Y', 'Z'].map((name) => [name]);

    expect(affinity(customers, products)).toEqual([['X', 'Y', 3, 4 / 3]]);
    const amounts = customers.map((_, row) => [row === 1 ? -5 : 5]);
    expect(affinity(customers, products, '', amounts)).toEqual([['', '', '', '']]);
  });

  it('should name what to offer a customer next (C-50)', () => {
    const customers = ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'e'].map((name) => [name]);
    const products = ['X', 'Y', 'X', 'Y', 'X', 'Y', 'X', 'Z'].map((name) => [name]);
    const offer = (customer: unknown) => offerNext(customer, customers, products);

    expect(offer('d')).toEqual([['Y', 'X', 3, (3 * 5) / (4 * 3)]]);
    expect(['a', 'e', 'nobody', ''].map(offer)).toEqual(Array(4).fill([['', '', '', '']]));
  });

  it('should show the months of a category (C-70)', () => {
    const [head, row] = trend([['Tea']], [[toSerial('2026-02-03')]], [[12.34]], today);

    expect([head!.at(-1), row![0], row![1], row!.at(-1)]).toEqual(['2026-02', 'Tea', '', 12.34]);
  });

  it('should leave blank what cannot be computed, and refuse uneven columns (C-61)', () => {
    expect([costPer('', 5), costPer(10, 0), costPer(10, 4)]).toEqual(['', '', 2.5]);
    expect(uplift([[1]], [[0]], [[5]])).toBe('');
    expect(thrownBy(() => uplift([[1]], [], [[5]]))).toMatchObject({ code: '#VALUE!' });
  });
});
