import { toSerial } from '../../../src/shared/dates';
import { columnOf } from '../../../src/template/environment';
import { fillWorkbook } from '../../../src/template/records';

const today = toSerial('2026-03-20');

describe('who answers for a customer (C-66)', () => {
  it('should follow the computed stage where nobody holds another', () => {
    const team = [
      { id: 'U-REP', name: 'Rep', role: 'rep', supervisor: 'Boss' },
      { id: 'U-BOSS', name: 'Boss', role: 'manager', supervisor: 'Top' },
      { id: 'U-TOP', name: 'Top', role: 'top', supervisor: null },
    ];
    const customers = [
      { id: 'C-NEW', name: 'Never bought', owner: 'Rep', lifecycle: null },
      { id: 'C-BUYS', name: 'Bought', owner: 'Rep', lifecycle: null },
      { id: 'C-HELD', name: 'Bought, but held', owner: 'Rep', lifecycle: 'prospective' },
    ];
    const orders = ['C-BUYS', 'C-HELD'].map((customer, at) => ({
      ...{ id: `O-${at}`, customer, orderedAt: today - 10, amount: 100 },
    }));

    const { computed } = fillWorkbook({ language: 'en', clock: today, records: { team, customers, orders } });

    expect(columnOf(computed, 'customers', 'accountable')).toEqual(['Rep', 'Top', 'Boss']);
  });
});
