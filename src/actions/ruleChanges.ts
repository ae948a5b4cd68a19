import type { FieldChange } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { columnOf } from '../template/environment';
import type { RuleCells } from '../template/industries';
import { keyColumnOf } from '../template/load';

/** What changes when cells of the settings tables get these values; records that the workbook lacks are left out. */
export function ruleChanges(snapshot: Snapshot, rows: RuleCells): FieldChange[] {
  return Object.entries(rows).flatMap(([table, records]) => {
    const keys = columnOf(snapshot, table, keyColumnOf(table).id);
    return Object.entries(records).flatMap(([id, cells]) => {
      const row = keys.indexOf(id);
      return row < 0 ? [] : cellChanges(snapshot, { table, id, row }, cells);
    });
  });
}

interface Place {
  readonly table: string;
  readonly id: string;
  readonly row: number;
}

function cellChanges(snapshot: Snapshot, { table, id, row }: Place, cells: RuleCells[string][string]): FieldChange[] {
  return Object.entries(cells).flatMap(([field, after]) => {
    const before = columnOf(snapshot, table, field)[row] ?? null;
    return before === after ? [] : [{ table, id, field, before, after }];
  });
}
