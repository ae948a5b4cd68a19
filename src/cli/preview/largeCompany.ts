import type { Value } from '../../crm/snapshot';
import { tableDef } from '../../template/load';
import { sampleRecords } from '../../template/sample';
import type { SeedRow } from '../../template/seed';
import type { Language } from '../../template/types';

/** Customers of the large company. */
export const largeCustomers = 10_000;

/** Every how many copies of the sample's customers bring along their records of a table; other tables stay as they are. */
const everyCopy: Readonly<Record<string, number>> = {
  customers: 1,
  followUps: 1,
  orders: 1,
  contacts: 10,
  opportunities: 10,
  tickets: 10,
};

const copied = Object.keys(everyCopy);

/**
 * The sample company as a big one: its customers again and again with names and ids of their own, so that all cases of
 * the sample occur at this size, too. Deterministic; dates lie around `today` (a serial).
 */
export function largeRecords(language: Language, today: number): Record<string, SeedRow[]> {
  const sample = sampleRecords(language, today);
  const rows: Readonly<Record<string, SeedRow[]>> = { ...sample, followUps: latestByCustomer(sample.followUps!) };
  const copies = largeCustomers / sample.customers!.length;
  const company: Record<string, SeedRow[]> = { ...rows, ...Object.fromEntries(copied.map((table) => [table, []])) };
  for (let copy = 0; copy < copies; copy += 1)
    for (const table of copied)
      if (copy % everyCopy[table]! === 0) company[table]!.push(...rows[table]!.map((row) => copyOf(row, table, copy)));
  return company;
}

/** A year of revisits would be three times as many rows; the last one of each customer tells when the next is due. */
function latestByCustomer(followUps: readonly SeedRow[]): SeedRow[] {
  const byTime = [...followUps].sort((a, b) => Number(a.heldAt ?? 0) - Number(b.heldAt ?? 0));
  return [...new Map(byTime.map((row) => [row.customer, row])).values()];
}

/** The first copy is the sample itself: what else speaks of its records stays right. */
function copyOf(row: SeedRow, table: string, copy: number): SeedRow {
  if (copy === 0) return row;
  const { columns, nameColumn } = tableDef(table);
  const renamed = columns.flatMap(({ id, to }): [string, Value][] => {
    const text = row[id] ?? null;
    if (text === null) return [];
    if (id === nameColumn) return [[id, nameIn(text, copy)]];
    if (!to || !copied.includes(to)) return [];
    // What the record speaks of may not have come along.
    if (copy % everyCopy[to]! !== 0) return [[id, null]];
    return [[id, tableDef(to).nameColumn ? nameIn(text, copy) : idIn(text, copy)]];
  });
  return { ...row, ...Object.fromEntries(renamed), id: idIn(row.id ?? null, copy) };
}

const nameIn = (name: Value, copy: number): string => `${name} ${copy + 1}`;
const idIn = (id: Value, copy: number): string => `${id}${String(copy).padStart(3, '0')}`;
