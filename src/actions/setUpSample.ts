import type { Changeset, NewRecord } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { fold } from '../shared/text';
import { columnOf, languageOf } from '../template/environment';
import { sampleRecords } from '../template/sample';
import { referenceName } from '../template/views/names';

/**
 * The change that adds the sample company to look around in: records that the workbook does not have, with dates around
 * `today` (a serial). Undo takes all of them away again.
 * @param me id of whoever looks around: the head of the sample reports to them, so that its work is theirs to see
 */
export function setUpSample(snapshot: Snapshot, today: number, me: string | null): Changeset {
  const appends = Object.entries(sampleRecords(languageOf(snapshot), today)).flatMap(([table, rows]) => {
    const taken = new Set(columnOf(snapshot, table, 'id').map((id) => fold(String(id ?? ''))));
    return rows
      .map((values): NewRecord => ({ table, id: String(values.id), values }))
      .filter(({ id }) => snapshot.tables[table] && !taken.has(fold(id)));
  });
  const head = columnOf(snapshot, 'team', 'id').includes(me) ? referenceName(snapshot, 'team', me) : null;
  return { action: 'setUpSample', updates: [], appends: appends.map((record) => under(head, record)), removals: [] };
}

const under = (head: string | null, record: NewRecord): NewRecord =>
  record.table === 'team' && record.values.supervisor === null
    ? { ...record, values: { ...record.values, supervisor: head } }
    : record;
