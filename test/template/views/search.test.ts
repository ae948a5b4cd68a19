import { search } from '../../../src/crm/search';
import { toSerial } from '../../../src/shared/dates';
import { fillWorkbook } from '../../../src/template/records';
import { customerOf, searchEntries } from '../../../src/template/views/search';

const { computed } = fillWorkbook({
  language: 'en',
  clock: toSerial('2024-03-15'),
  records: {
    customers: [
      { id: 'C-1', name: 'Acme', creditCode: '91330567MA28388330' },
      { id: 'C-2', name: 'Old Acme', archived: true },
    ],
    contacts: [{ id: 'P-1', name: 'Li Lei', customer: 'Acme', phone: '138 0013 8000' }],
    opportunities: [{ id: 'D-1', name: 'Pumps', customer: 'C-1' }],
    orders: [{ id: 'O-1', customer: 'C-1' }],
    products: [{ id: 'G-1', name: 'Acme pump' }],
    team: [{ id: 'U-1', name: 'Ana' }],
  },
});

const found = (text: string) =>
  search(searchEntries(computed), text).flatMap(({ table, records }) => records.map(({ id }) => `${table} ${id}`));

describe('what can be found', () => {
  it.each([
    [
      'a customer with all that belongs to it',
      'acme',
      ['customers C-1', 'contacts P-1', 'opportunities D-1', 'orders O-1', 'products G-1'],
    ],
    ['a credit code', 'ma2838', ['customers C-1']],
    ['a telephone number', '13800138000', ['contacts P-1']],
    ['people', 'ana', ['team U-1']],
    ['nothing that was archived', 'old', []],
  ])('should be %s', (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it('should lead to the customer it is about', () => {
    const led = ['customers', 'contacts', 'opportunities', 'orders', 'products'].map((table) =>
      customerOf(computed, table, 0),
    );

    expect(led).toEqual(['C-1', 'C-1', 'C-1', 'C-1', null]);
  });
});
