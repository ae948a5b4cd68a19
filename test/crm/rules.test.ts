import { NearestName } from '../../src/crm/nearest';
import { orderStatus, outstanding } from '../../src/crm/order';
import { ReferenceIndex } from '../../src/crm/reference';
import { daysOverdue, revisitBase, revisitState } from '../../src/crm/revisit';
import { roi } from '../../src/crm/roi';
import { resolutionLate, responseLate } from '../../src/crm/sla';

describe('revisit base and state (C-36, decision 13)', () => {
  it('should take the last revisit, else the creation date, else the earliest linked record', () => {
    expect(revisitBase(30, 20, [10])).toBe(30);
    expect(revisitBase(null, 20.75, [10])).toBe(20);
    expect(revisitBase(null, null, [null, 12, 11, null])).toBe(11);
    expect(revisitBase(null, null, [null])).toBeNull();
  });

  it('should call a customer overdue from the day after the due date', () => {
    expect([9, 10, 11].map((today) => revisitState(false, 10, today))).toEqual(['upcoming', 'dueToday', 'overdue']);
    expect([9, 10, 13].map((today) => daysOverdue(10, today))).toEqual([0, 0, 3]);
    expect([revisitState(true, 1, 99), revisitState(false, null, 99)]).toEqual(['paused', 'never']);
  });
});

describe('tickets (C-54)', () => {
  it('should be late when done after the due moment, or not done by the end of the due day', () => {
    expect([responseLate(10.5, 10.5, false, 99), responseLate(10.5, 10.51, false, 10)]).toEqual([false, true]);
    expect([
      responseLate(10.5, null, true, 10),
      responseLate(10.5, null, true, 11),
      responseLate(10.5, null, false, 99),
    ]).toEqual([false, true, false]);
    expect(responseLate(null, 99, true, 99)).toBe(false);
  });

  it('should stop the clock of a ticket that waits for the customer', () => {
    const waiting = { isOpen: true, waiting: true, waitingSince: 10 };
    expect(resolutionLate(10.5, null, waiting, 99)).toBe(false);
    expect(resolutionLate(10.5, null, { ...waiting, waitingSince: 11 }, 99)).toBe(true);
    expect(resolutionLate(10.5, null, { ...waiting, waitingSince: null }, 99)).toBe(false);
    expect(resolutionLate(10.5, null, { ...waiting, waiting: false }, 11)).toBe(true);
  });
});

describe('campaigns and orders (C-61, C-51)', () => {
  it('should have no return without a cost', () => {
    expect([roi(1000, 400), roi(0, 80), roi(10, 0), roi(10, null), roi(10, -5)]).toEqual([1.5, -1, null, null, null]);
  });

  it('should follow the latest date of an order, and settle it with the collection date', () => {
    expect([
      orderStatus(null, null, null),
      orderStatus(1, null, null),
      orderStatus(null, 2, null),
      orderStatus(1, null, 3),
    ]).toEqual(['ordered', 'shipped', 'accepted', 'collected']);
    expect([outstanding(0.3, null, 0.1, 2), outstanding(5, 40_000, 1, 2), outstanding(null, null, null, 2)]).toEqual([
      0.2,
      0,
      null,
    ]);
  });
});

describe('references (decision 2)', () => {
  const index = new ReferenceIndex(['C1', null, '007', 'c1'], ['Acme', 'Acme', 'C1', 'Solo']);

  it('should find ids first, then names that only one record has', () => {
    expect(['c1', 'SOLO', '007', '7', 'acme', 'nobody', '', null].map((cell) => index.find(cell))).toEqual(
      [0, 3, 2, 'none', 'ambiguous', 'none', 'none', null].map((found) => found ?? 'none'),
    );
  });

  it('should find a column at once as it finds each cell, also after a record was renamed', () => {
    const renamed = new ReferenceIndex(['C1', 'C2'], ['Acme', 'Solo']);
    const cells = ['c2', 'Acme', 'Other', null];
    const rows = () => [...renamed.rowsMeant(cells)];

    expect(rows()).toEqual([1, 0, -1, -1]);
    renamed.change(0, 'name', 'Acme', 'Other');
    expect(rows()).toEqual([1, -1, 0, -1]);
    expect(renamed.find('Other')).toBe(0);
  });

  it('should refuse what MATCH cannot look up', () => {
    const long = 'x'.repeat(256);
    expect(new ReferenceIndex([long], null).find(long)).toBe('none');
  });
});

describe('nearest name (C-04)', () => {
  const nearest = new NearestName(['GTX Pro', 'GTX Basic', 'MG Special', '华信贸易有限公司', 'x'.repeat(300)]);

  it.each([
    ['GTXPro', 'GTX Pro'],
    ['gtx-basik', 'GTX Basic'],
    ['MG Spezial', 'MG Special'],
    ['华信贸易公司', null],
    ['华信贸易有限公', '华信贸易有限公司'],
    ['Something else', null],
    ['', null],
    ['x'.repeat(10_000), null],
  ])('should suggest for %s: %s', (text, name) => {
    expect(nearest.find(text)).toBe(name);
  });

  it('should stop comparing letters when very many names are unknown, but still see equal ones', () => {
    const many = new NearestName(Array.from({ length: 5_000 }, (_, index) => `Customer number ${index}`));
    for (let index = 0; index < 20; index += 1) many.find(`Kunde mit Nummer ${index}`);
    expect([many.find('Custumer number 7'), many.find('customer-number 7')]).toEqual([null, 'Customer number 7']);
  });
});
