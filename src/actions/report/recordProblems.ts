import type { Problem } from '../../crm/snapshot';
import { columnOf } from '../../template/environment';
import { liveRows, sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** Deals that left a stage without its exit checklist (C-45), and decisions that lack their reason (C-16, C-31). */
export function recordProblems({ computed, environment: { today } }: Facts): Problem[] {
  const cell = (table: string, column: string) => {
    const values = columnOf(computed, table, column);
    return (row: number) => values[row] ?? null;
  };
  const found = (table: string, column: string, code: Problem['code'], valueOf: (row: number) => string | null) =>
    liveRows(sourceOf(computed), table).flatMap((row): Problem[] => {
      const value = valueOf(row);
      const id = cell(table, 'id')(row) as string | null;
      return value === null ? [] : [{ table, row: computed.tables[table]!.sheetRows[row]!, id, column, code, value }];
    });
  const skipped = cell('opportunities', 'skippedChecklists');
  const [lostAt, lostReason] = [cell('customers', 'lostAt'), cell('customers', 'lostReason')];
  const [tier, why, until] = ['tierOverride', 'tierOverrideReason', 'tierOverrideUntil'].map((id) =>
    cell('customers', id),
  );
  const isOver = (row: number) => typeof until!(row) === 'number' && Number(until!(row)) < today;
  return [
    ...found('opportunities', 'exitDone', 'checklistSkipped', (row) =>
      Number(skipped(row)) > 0 ? String(skipped(row)) : null,
    ),
    ...found('customers', 'lostReason', 'missingRequired', (row) =>
      lostAt(row) !== null && lostReason(row) === null ? '' : null,
    ),
    ...found('customers', 'tierOverrideReason', 'missingRequired', (row) =>
      tier!(row) !== null && why!(row) === null && !isOver(row) ? '' : null,
    ),
  ];
}
