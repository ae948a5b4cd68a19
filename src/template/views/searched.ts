import type { Needs } from '../needs';

/** What can be found: tables in the order of the results, with the columns that people search by. */
export interface Searched {
  readonly table: string;
  readonly name: string | null;
  readonly others?: readonly string[];
  readonly phones?: readonly string[];
  /** The name of the customer finds the record, too. */
  readonly ofCustomer?: boolean;
}

export const searched: readonly Searched[] = [
  { table: 'customers', name: 'name', others: ['email', 'creditCode'], phones: ['phone'] },
  { table: 'contacts', name: 'name', others: ['email', 'title'], phones: ['phone'], ofCustomer: true },
  { table: 'opportunities', name: 'name', ofCustomer: true },
  { table: 'orders', name: null, ofCustomer: true },
  { table: 'tickets', name: 'subject', ofCustomer: true },
  { table: 'campaigns', name: 'name', others: ['goal'] },
  { table: 'products', name: 'name', others: ['category'] },
  { table: 'team', name: 'name', others: ['email'], phones: ['phone'] },
];

/** Columns that a result shows beside its name. */
export const searchDetails: Readonly<Record<string, readonly string[]>> = {
  customers: ['id', 'owner', 'region'],
  contacts: ['customer', 'title', 'phone'],
  opportunities: ['customer', 'stage', 'amount'],
  orders: ['id', 'orderedAt', 'amount'],
  tickets: ['customer', 'status', 'id'],
  campaigns: ['channel', 'startAt'],
  products: ['category', 'price'],
  team: ['role', 'region'],
};

/** What the search reads of the workbook. */
export const searchNeeds: Needs = Object.fromEntries(
  searched.map(({ table, name, others = [], phones = [], ofCustomer }) => [
    table,
    [
      'archived',
      ...(name ? [name] : []),
      ...others,
      ...phones,
      ...(ofCustomer ? ['customer'] : []),
      ...(searchDetails[table] ?? []),
    ],
  ]),
);
