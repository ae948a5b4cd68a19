import type { NoticeKind, NoticeLogEntry } from '../../crm/notice';
import { keyOf } from '../../crm/notice';
import { People } from '../../crm/people';
import { ReferenceIndex } from '../../crm/reference';
import type { Snapshot, Value } from '../../crm/snapshot';
import { columnOf } from '../environment';
import { liveRows, sourceOf } from './source';

/** What a record is called in notices: its id, else its name. */
export const subjectKey = (id: Value | undefined, name: Value | undefined): string => String(id ?? name ?? '');

/** The "already notified" log as the rule reads it; references are resolved as everywhere (decision 2). */
export function noticeLog(computed: Snapshot): NoticeLogEntry[] {
  const people = new People(computed);
  const column = (id: string) => columnOf(computed, 'notices', id);
  const [kinds, persons, dueAt, notifiedAt] = ['kind', 'person', 'dueAt', 'notifiedAt'].map(column);
  const subjects = {
    revisit: subjectsOf(computed, 'customers', 'customer'),
    milestone: subjectsOf(computed, 'milestones', 'milestone'),
  };
  return liveRows(sourceOf(computed), 'notices').map((row) => {
    const kind = kinds![row] as NoticeKind | null;
    return {
      kind,
      subject: kind && (subjects[kind]?.(row) ?? null),
      person: keyOf(people.person(persons![row] ?? null)),
      dueAt: dueAt![row] as number | null,
      notifiedAt: notifiedAt![row] as number | null,
    };
  });
}

function subjectsOf(computed: Snapshot, table: string, reference: string): (row: number) => string | null {
  const [ids, names] = [columnOf(computed, table, 'id'), columnOf(computed, table, 'name')];
  const index = new ReferenceIndex(ids, names);
  const cells = columnOf(computed, 'notices', reference);
  return (row) => {
    const found = index.find(cells[row] ?? null);
    return typeof found === 'number' ? subjectKey(ids[found], names[found]) : null;
  };
}
