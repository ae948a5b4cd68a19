import type { NewRecord } from '../../src/crm/changeset';
import type { Snapshot, Value } from '../../src/crm/snapshot';

/** Somebody changed one field. Times are requests executed when it began and when it was acknowledged. */
interface Update {
  readonly table: string;
  readonly id: string;
  readonly field: string;
  readonly after: Value;
  readonly began: number;
  /** `null`: never acknowledged, so that it may or may not have happened. */
  readonly ended: number | null;
}

/** What a run did wrong, in words, by kind. */
export interface Findings {
  readonly lost: readonly string[];
  readonly duplicates: readonly string[];
  readonly resurrected: readonly string[];
}

/**
 * Remembers what was acknowledged to whom, and tells what of it a workbook lacks. A write is lost when
 * - a record that was acknowledged as added, and that nobody tried to delete, is not there or holds other values than it
 *   was added with in fields that nobody changed;
 * - a field holds something else than the last acknowledged change of it. Changes that overlap in time have no order, and
 *   one that was refused or listed as a conflict counts as never made; one that failed half-way may have been made.
 */
export class Ledger {
  private readonly records = new Map<string, NewRecord>();
  private readonly removals = new Map<string, boolean>();
  private readonly updates: Update[] = [];

  added(record: NewRecord): void {
    this.records.set(keyOf(record), record);
  }

  /** `acknowledged`: false for an attempt that ended in an error. */
  removed(table: string, id: string, acknowledged: boolean): void {
    const key = keyOf({ table, id });
    this.removals.set(key, acknowledged || this.removals.get(key) === true);
  }

  updated(update: Update): void {
    this.updates.push(update);
  }

  check(snapshot: Snapshot): Findings {
    return {
      lost: [...this.missingRecords(snapshot), ...this.wrongFields(snapshot)],
      duplicates: duplicateIds(snapshot),
      resurrected: [...this.removals].filter(([key, done]) => done && rowOf(snapshot, key) >= 0).map(([key]) => key),
    };
  }

  private missingRecords(snapshot: Snapshot): string[] {
    return [...this.records.keys()].filter((key) => rowOf(snapshot, key) < 0 && !this.removals.has(key));
  }

  private wrongFields(snapshot: Snapshot): string[] {
    return [...this.records].flatMap(([key, { table, values }]) => {
      const row = rowOf(snapshot, key);
      if (row < 0) return [];
      const changed = this.updates.filter((update) => keyOf(update) === key).map(({ field }) => field);
      return [...new Set([...Object.keys(values), ...changed])].flatMap((field) => {
        const found = snapshot.tables[table]!.columns[field]?.[row] ?? null;
        const wanted = this.possibleValues(key, field);
        return wanted.includes(found) ? [] : [`${key} ${field}: ${String(found)} instead of ${wanted.join(' or ')}`];
      });
    });
  }

  private possibleValues(key: string, field: string): Value[] {
    const own = this.updates.filter((update) => keyOf(update) === key && update.field === field);
    const done = own.filter(({ ended }) => ended !== null);
    const last = done.filter(({ ended }) => !done.some(({ began }) => began > ended!));
    const unsure = own.filter(({ ended }) => ended === null);
    const first = done.length ? [] : [this.records.get(key)!.values[field] ?? null];
    return [...last, ...unsure].map(({ after }) => after).concat(first);
  }
}

const keyOf = ({ table, id }: { table: string; id: string }): string => `${table}/${id}`;

function rowOf(snapshot: Snapshot, key: string): number {
  const [table, id] = key.split('/') as [string, string];
  return snapshot.tables[table]?.columns.id?.indexOf(id) ?? -1;
}

function duplicateIds(snapshot: Snapshot): string[] {
  return Object.entries(snapshot.tables).flatMap(([table, { columns }]) => {
    const ids = (columns.id ?? []).filter((id) => id !== null);
    return [...new Set(ids.filter((id, row) => ids.indexOf(id) !== row))].map((id) => `${table}/${String(id)}`);
  });
}
