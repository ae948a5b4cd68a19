import { completeness, daysUnverified } from '../../src/crm/completeness';
import { impossibleDates } from '../../src/crm/impossibleDates';
import type { Value } from '../../src/crm/snapshot';

describe('completeness and freshness (C-04)', () => {
  it('should count facts, of which any column will do, and name what is missing', () => {
    const cells: Record<string, Value> = { name: 'Acme', email: 'a@b.cn', address: 'X', createdAt: 1 };

    const { share, missing } = completeness((column) => cells[column] ?? null);

    expect(share).toBeCloseTo(4 / 7, 12);
    expect(missing).toEqual(['owner', 'industry', 'source']);
  });

  it('should count from the latest day on which somebody looked', () => {
    expect(daysUnverified([100, 130.7, null], 160)).toBe(30);
    expect(daysUnverified([null], 160)).toBeNull();
    expect(daysUnverified([200], 160)).toBe(0);
  });
});

describe('impossible dates (C-04)', () => {
  const orders: Record<string, Value[]> = {
    orderedAt: [100, 100, 100, null],
    shippedAt: [99, 100, 151, 140],
    acceptedAt: [null, 'soon', null, null],
    collectedAt: [null, null, null, null],
  };

  it('should list what ended before it began or is done in the future, in row order', () => {
    const found = impossibleDates('orders', [0, 1, 2, 3], (id) => orders[id]!, 150);

    expect(found).toEqual([
      { row: 0, column: 'shippedAt', value: 99 },
      { row: 2, column: 'shippedAt', value: 151 },
    ]);
  });

  it('should list a date once, however often it cannot be', () => {
    const tickets: Record<string, Value[]> = {
      submittedAt: [100, 100],
      firstResponseAt: [103, 104],
      resolvedAt: [102, 99],
    };

    expect(impossibleDates('tickets', [0, 1], (id) => tickets[id]!, 150)).toEqual([
      { row: 0, column: 'resolvedAt', value: 102 },
      { row: 1, column: 'resolvedAt', value: 99 },
    ]);
  });

  it('should not mind the time of day, nor tables without dates', () => {
    const tickets: Record<string, Value[]> = {
      submittedAt: [100.9],
      firstResponseAt: [100.1],
      resolvedAt: [null],
    };

    expect(impossibleDates('tickets', [0], (id) => tickets[id]!, 150)).toEqual([]);
    expect(impossibleDates('products', [0], () => [], 150)).toEqual([]);
  });
});
