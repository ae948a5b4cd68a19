import { ReferenceIndex } from '../crm/reference';
import type { Snapshot } from '../crm/snapshot';
import { columnOf } from '../template/environment';

/** What the change log calls somebody of the team: the name, the id where several have it; `null` for nobody of the team. */
export function signatureOf(snapshot: Snapshot, person: string | null): string | null {
  const [ids, names] = ['id', 'name'].map((column) => columnOf(snapshot, 'team', column));
  const row = person === null ? -1 : ids!.indexOf(person);
  if (row < 0) return null;
  const name = names![row] ?? null;
  return new ReferenceIndex(ids!, names!).isUniqueName(name) ? String(name) : person;
}
