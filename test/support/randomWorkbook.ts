import { template } from '../../src/template/load';
import { inputColumns } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import type { Value } from '../../src/crm/snapshot';
import type { ColumnDef } from '../../src/template/types';

/** A small seeded generator (mulberry32), so that a failing workbook can be built again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ids and names that trip SUMIFS, MATCH and careless codecs. */
const nastyIds = [
  '007',
  '7',
  '1E5',
  '100000',
  '=A1',
  '<5',
  'a*',
  'a?',
  'a~b',
  'A*',
  '"quoted"',
  "it's",
  '>',
  'TRUE',
  '客户一',
  'x y',
];
const nastyNames = [
  'Acme',
  'ACME',
  'Acme*',
  '007',
  '7',
  '=SUM(1)',
  '+86 10',
  '-x',
  '@home',
  'A~B',
  'A?B',
  '客户',
  '客戶',
  'Ümlaut',
  'x'.repeat(200),
];

/** Records for every data table, with dirt: blanks, wrong types, unknown labels, dangling and ambiguous references. */
export function randomRecords(seed: number, rows: number, today: number): Record<string, SeedRow[]> {
  const random = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const ids: Record<string, string[]> = {};
  const tables = template.tables.filter((table) => table.group === 'data');
  for (const table of tables) {
    ids[table.id] = Array.from({ length: rows }, (_, row) =>
      row < nastyIds.length ? nastyIds[row]! : `${table.idPrefix}${row}`,
    );
  }
  const value = (column: ColumnDef): Value => {
    if (random() < 0.12) return null;
    if (random() < 0.03) return pick(['garbage', '12', '2024-13-45', 'yes?']);
    return typed[column.type](column);
  };
  const date = () => today - 900 + Math.floor(random() * 1000);
  const typed: Record<ColumnDef['type'], (column: ColumnDef) => Value> = {
    id: () => null,
    text: (column) =>
      column.id === 'name'
        ? random() < 0.4
          ? pick(nastyNames)
          : `Name ${Math.floor(random() * rows * 3)}`
        : `t${Math.floor(random() * 9)}`,
    integer: () => Math.floor(random() * 600) - 20,
    number: () => Math.round(random() * 1e4) / 10,
    money: () => Math.round(random() * 5e6 - 1e5) / 100,
    percent: () => Math.round(random() * 100) / 100,
    date: () => (random() < 0.1 ? date() + 0.5 : date()),
    datetime: () => today - 300 + Math.round(random() * 310 * 1440) / 1440,
    time: () => random(),
    any: () => null,
    boolean: (column) => (column.id === 'archived' ? random() < 0.1 : random() < 0.3),
    list: (column) => pick(template.lists[column.list!]!).code,
    reference: (column) =>
      random() < 0.7
        ? pick(ids[column.to!]!)
        : random() < 0.5
          ? pick(nastyNames)
          : `Name ${Math.floor(random() * rows * 3)}`,
  };
  return Object.fromEntries(
    tables.map((table) => [
      table.id,
      ids[table.id]!.map((id): SeedRow => ({
        ...Object.fromEntries(inputColumns(table).map((column) => [column.id, value(column)])),
        id,
      })),
    ]),
  );
}
