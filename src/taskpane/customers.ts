import type { Snapshot } from '../crm/snapshot';
import { columnOf } from '../template/environment';
import { joined } from './inText';
import type { RecordOption } from './recordOptions';

/** Customers that can be chosen: those with an id, without the archived ones, in the order of the sheet. */
export function customerOptions(snapshot: Snapshot): RecordOption[] {
  const archived = columnOf(snapshot, 'customers', 'archived');
  const optionOf = customerReader(snapshot);
  return columnOf(snapshot, 'customers', 'id').flatMap((id, row) =>
    typeof id !== 'string' || archived[row] === true ? [] : [optionOf(row)],
  );
}

/** Reads rows of the customers as options; the id of one that has none is empty. */
export function customerReader(snapshot: Snapshot): (row: number) => RecordOption {
  const columns = ['id', 'name', 'owner'].map((column) => columnOf(snapshot, 'customers', column));
  return (row) => {
    const [id, name, owner] = columns.map((cells) => cells[row] ?? null);
    return { id: String(id ?? ''), name: String(name ?? id ?? ''), detail: joined([id, owner]) };
  };
}
