import { alive } from '../../src/functions/functions';
import { toSerial } from '../../src/shared/dates';
import { fakeCells, thrownBy } from '../support/fakeCells';

beforeAll(() => fakeCells());

const today = toSerial('2026-03-31');

/** Customers who buy every `gap` days and then, some earlier than others, stop. */
function shop(count: number) {
  const customers = Array.from({ length: count }, (_, at) => [`C${at}`]);
  const orders = customers.flatMap(([customer], at) => {
    const [gap, purchases, silence] = [10 + (at % 7) * 5, 1 + (at % 6), (at % 5) * 40];
    return Array.from({ length: purchases }, (_, no) => [customer!, today - silence - no * gap] as const);
  });
  return { customers, buyers: orders.map(([customer]) => [customer]), dates: orders.map(([, day]) => [day]) };
}

describe('ALIVE (C-71)', () => {
  it('should give the probability and the expected purchases beside each customer', () => {
    const { customers, buyers, dates } = shop(60);

    const found = alive([...customers, ['nobody'], ['']], buyers, dates, today);

    expect(found).toHaveLength(62);
    expect(found.slice(-2)).toEqual(Array(2).fill(['', '']));
    const [single, regular] = [found[0]!, found[5]!];
    expect(single[0]).toBe('');
    expect(Number(regular[0])).toBeGreaterThan(0.5);
    expect(Math.min(Number(regular[1]), Number(single[1]))).toBeGreaterThan(0);
  });

  it('should look as far ahead as asked, and leave refunds out', () => {
    const { customers, buyers, dates } = shop(60);
    const amounts = dates.map(() => [5]);

    const year = alive(customers, buyers, dates, today, amounts)[5]!;
    const month = alive(customers, buyers, dates, today, amounts, 30)[5]!;
    const refunded = alive([...customers, ['R']], [...buyers, ['R']], [...dates, [today]], today, [...amounts, [-5]]);

    expect(Number(month[1])).toBeLessThan(Number(year[1]));
    expect([refunded.at(-1), refunded[5]]).toEqual([['', ''], year]);
  });

  it('should refuse to guess from too few customers', () => {
    const { customers, buyers, dates } = shop(20);

    expect(thrownBy(() => alive(customers, buyers, dates, today))).toMatchObject({ code: '#N/A' });
    expect(thrownBy(() => alive(customers, buyers, dates, ''))).toMatchObject({ code: '#VALUE!' });
  });
});
