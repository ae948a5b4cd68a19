import type { Changeset, FieldChange } from '../crm/changeset';
import { ReferenceIndex } from '../crm/reference';
import type { Snapshot, Value } from '../crm/snapshot';
import { CrmError } from '../shared/errors';
import { fold } from '../shared/text';
import { columnOf } from '../template/environment';

/** 0-based row of a record by its id. Throws `recordNotFound`. */
export function rowOf(snapshot: Snapshot, table: string, id: string): number {
  const key = fold(id);
  const row = columnOf(snapshot, table, 'id').findIndex((cell) => cell !== null && fold(String(cell)) === key);
  if (row < 0) throw new CrmError('recordNotFound', { table, id });
  return row;
}

/** 0-based row of somebody of the team who still works here, by id or unique name. Throws `notInTeam`. */
export function teamRow(snapshot: Snapshot, person: string): number {
  const column = (id: string) => columnOf(snapshot, 'team', id);
  const row = new ReferenceIndex(column('id'), column('name')).find(person);
  const isActive = typeof row === 'number' && column('active')[row] !== false && column('archived')[row] !== true;
  if (!isActive || column('id')[row] === null) throw new CrmError('notInTeam', { person });
  return row;
}

/** What changes when a record's fields get these values: only fields that hold something else. */
export function fieldChanges(
  snapshot: Snapshot,
  table: string,
  row: number,
  values: Readonly<Record<string, Value>>,
): FieldChange[] {
  const id = String(columnOf(snapshot, table, 'id')[row]);
  return Object.entries(values).flatMap(([field, after]) => {
    const before = columnOf(snapshot, table, field)[row] ?? null;
    return before === after ? [] : [{ table, id, field, before, after }];
  });
}

/** The change that gives a record's fields these values and does nothing else; empty when they hold them already. */
export const recordChange = (
  action: string,
  snapshot: Snapshot,
  { table, row }: { readonly table: string; readonly row: number },
  values: Readonly<Record<string, Value>>,
): Changeset => ({ action, updates: fieldChanges(snapshot, table, row, values), appends: [], removals: [] });

/**
 * Gives the id wanted, numbered when a record of the table or an earlier call has it. Ids made of facts instead of
 * chance: two people who note the same thing write the same record once (decision 18).
 */
export function unusedIds(snapshot: Snapshot, table: string): (wanted: string) => string {
  const taken = new Set(columnOf(snapshot, table, 'id').map((id) => fold(String(id ?? ''))));
  return (wanted) => {
    let id = wanted;
    for (let number = 2; taken.has(fold(id)); number += 1) id = `${wanted}-${number}`;
    taken.add(fold(id));
    return id;
  };
}
