import trade from '../../templates/samples/trade.json';
import type { Value } from '../crm/snapshot';
import { timeOf } from '../shared/dates';
import { columnDef, tableDef } from './load';
import type { SeedRow } from './seed';
import type { ColumnDef, ColumnType, Language, Text } from './types';

/** A cell of `templates/samples/*.json`: texts by language, dates as days from today, references as sample ids. */
type SampleCell = Value | { readonly en: string | null; readonly 'zh-CN': string | null };

interface SampleTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SampleCell[])[];
}

const sample = trade as Readonly<Record<string, SampleTable>>;

/**
 * The records of a small trading company, table by table, as decoded values: dates lie around `today` (a serial), so
 * that a sample is always fresh. Deterministic: the same day gives the same records.
 */
export function sampleRecords(language: Language, today: number): Record<string, SeedRow[]> {
  const names = recordNames(language);
  const tables = Object.entries(sample).map(([table, { columns, rows }]) => {
    const defs = columns.map((id) => columnDef(tableDef(table), id));
    return [table, rows.map((row) => seedRow(defs, row, { language, today, names }))] as const;
  });
  return Object.fromEntries(tables);
}

interface Reading {
  readonly language: Language;
  readonly today: number;
  /** What a reference cell shows instead of the id: people type names (decision 2). */
  readonly names: ReadonlyMap<string, string>;
}

function seedRow(columns: readonly ColumnDef[], row: readonly SampleCell[], reading: Reading): SeedRow {
  return Object.fromEntries(columns.map(({ id, type }, index) => [id, readCell(row[index] ?? null, type, reading)]));
}

function readCell(cell: SampleCell, type: ColumnType, reading: Reading): Value {
  if (cell === null) return null;
  if (typeof cell === 'object') return cell[reading.language];
  return readers[type]?.(cell, reading) ?? cell;
}

const readers: Partial<Record<ColumnType, (cell: Exclude<Value, null>, reading: Reading) => Value>> = {
  date: (cell, { today }) => today + Number(cell),
  datetime: (cell, { today }) => today + readMoment(String(cell)),
  reference: (cell, { names }) => names.get(String(cell)) ?? cell,
};

/** `-3 09:20` -> days from today with a fraction. */
function readMoment(text: string): number {
  const [days, clock = '0:00'] = text.split(' ');
  const [hour, minute] = clock.split(':').map(Number);
  return Number(days) + (timeOf(hour!, minute!) ?? 0);
}

/** Names by sample id, for the tables whose records are told apart by name. */
function recordNames(language: Language): Map<string, string> {
  const names = new Map<string, string>();
  for (const [table, { columns, rows }] of Object.entries(sample)) {
    const name = columns.indexOf(tableDef(table).nameColumn ?? '');
    if (name < 0) continue;
    for (const row of rows) names.set(String(row[columns.indexOf('id')]), (row[name] as Text)[language]);
  }
  return names;
}
