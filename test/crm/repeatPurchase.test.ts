import { repeatPurchases, type DatedAmount, type PurchasePeriod } from '../../src/crm/repeatPurchase';
import { repeats } from '../../src/functions/functions';
import { toSerial } from '../../src/shared/dates';
import { fakeCells, thrownBy } from '../support/fakeCells';

const order = (date: string, amount: number | null): DatedAmount => ({ day: toSerial(date), amount });

/** Reference log and answers of the lifetimes library (analytics 2.7). */
const log: readonly (readonly DatedAmount[])[] = [
  [order('2015-01-01', 1), order('2015-02-06', 2)],
  [order('2015-01-01', 2)],
  [order('2015-01-01', 3), order('2015-01-02', 1), order('2015-01-05', 5)],
  [order('2015-01-16', 6), order('2015-02-02', 3), order('2015-02-05', 3)],
  [order('2015-01-16', 3), order('2015-01-17', 1), order('2015-01-18', 8)],
  [order('2015-02-02', 5)],
];
const end = toSerial('2015-02-07');
const row = (orders: readonly DatedAmount[], until = end, period?: PurchasePeriod) => {
  const found = repeatPurchases(orders, until, period);
  return found && [found.repeats, found.span, found.age, found.meanAmount];
};

describe('repeat purchases (C-29, C-69; analytics 2.7)', () => {
  it('should give the known answers by day; the mean of no repeat is not known, never 0', () => {
    expect(log.map((orders) => row(orders))).toEqual([
      [1, 36, 37, 2],
      [0, 0, 37, null],
      [2, 4, 37, 3],
      [2, 20, 22, 3],
      [2, 2, 22, 4.5],
      [0, 0, 5, null],
    ]);
  });

  it('should give the known answers by week, Monday to Sunday', () => {
    expect(log.map((orders) => row(orders, end, 'weeks')!.slice(0, 3))).toEqual([
      [1, 5, 5],
      [0, 0, 5],
      [1, 1, 5],
      [1, 3, 3],
      [0, 0, 3],
      [0, 0, 0],
    ]);
  });

  it('should leave the first purchase out of the mean, wherever it stands', () => {
    const unsorted = [order('2014-04-09', 20), order('2014-03-14', 10), order('2014-05-21', 25)];
    expect(repeatPurchases(unsorted, toSerial('2014-06-01'))!.meanAmount).toBe(22.5);
  });

  it('should count the last day and nothing after it', () => {
    const orders = [order('2015-01-01', 1), order('2015-02-06', 2), order('2015-02-07', 4)];
    expect([row(orders, toSerial('2015-02-06')), row(orders)]).toEqual([
      [1, 36, 36, 2],
      [2, 37, 37, 3],
    ]);
    expect(row(orders, toSerial('2014-12-31'))).toBeNull();
  });

  it('should take refunds and orders of zero for no purchases, and a blank amount for one', () => {
    const odd = [order('2015-01-01', 5), order('2015-01-02', -5), order('2015-01-03', 0), order('2015-01-04', null)];
    expect(row(odd)).toEqual([1, 3, 37, null]);
  });
});

describe('=CRM.REPEATS', () => {
  const column = (...cells: readonly unknown[]) => cells.map((cell) => [cell]);
  const orders = log.flatMap((list, who) => list.map(({ day, amount }) => [`C${who + 1}`, day, amount] as const));
  const cells = [0, 1, 2].map((at) => orders.map((one) => [one[at]])) as unknown[][][];

  it('should spill a row for each customer, blank where nothing is known', () => {
    expect(repeats(column('c4', 'nobody', ''), cells[0]!, cells[1]!, cells[2]!, end)).toEqual([
      [2, 20, 22, 3],
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
    expect(repeats(column('C4'), cells[0]!, cells[1]!, cells[2]!, end, '周')).toEqual([[1, 3, 3, 6]]);
  });

  it('should refuse months, which are no periods of equal length', () => {
    fakeCells();
    expect(thrownBy(() => repeats(column('C4'), cells[0]!, cells[1]!, cells[2]!, end, 'months'))).toMatchObject({
      code: '#VALUE!',
    });
  });
});
