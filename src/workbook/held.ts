import type { Conflict } from '../actions/home';
import type { FieldChange, RemovedRecord } from '../crm/changeset';
import type { Value } from '../crm/snapshot';
import { inputColumnsOf } from './encode';
import type { LiveTable, WritableLayout } from './layout';
import { planUpdates } from './update';

/** What others have changed in records that are to be deleted as they were added (decision 19). */
export async function editedSince(
  context: Excel.RequestContext,
  removals: readonly RemovedRecord[],
  { tables, codecs }: WritableLayout,
): Promise<Conflict[]> {
  const cells = removals.flatMap((removal) => heldCells(removal, tables.get(removal.table)));
  const { conflicts } = await planUpdates(context, tables, codecs, cells, { bulk: true });
  return conflicts
    .filter(({ before, current, reason }) => reason === 'formula' || (reason === 'changed' && !isSame(before, current)))
    .map((conflict) => ({ ...conflict, reason: 'edited' }));
}

/** The cells that people type into, blank ones too: what somebody added there would be lost as well. */
function heldCells({ table, id, held }: RemovedRecord, live: LiveTable | undefined): FieldChange[] {
  if (!held || !live) return [];
  return inputColumnsOf(live).flatMap((column) =>
    column ? [{ table, id, field: column.id, before: held[column.id] ?? null, after: null }] : [],
  );
}

/** Excel keeps 15 digits of a number, and one kind of line end; blanks around a text are not read. */
const isSame = (before: Value, current: Value): boolean =>
  typeof before === 'number' && typeof current === 'number'
    ? Math.abs(before - current) <= Math.abs(before) * 1e-14
    : typeof before === 'string' && typeof current === 'string' && lines(before) === lines(current);

const lines = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
