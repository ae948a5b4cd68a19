import type { Changeset, FieldChange, RemovedRecord } from '../crm/changeset';
import { fold } from '../shared/text';
import type { Conflict } from './home';

/** What a person decides about a conflict: the cell stays as it is now, or gets what the action wanted. */
export type Choice = 'theirs' | 'mine';

/** Conflicts that leave a choice; the others (a formula, a lost or doubled record, an archived one) are only shown. */
export const canChoose = ({ reason }: Conflict): boolean => ['changed', 'overwritten', 'edited'].includes(reason);

/** What a conflict starts with: nothing is changed that the person did not ask for. */
export const defaultChoice = ({ reason }: Conflict): Choice => (reason === 'overwritten' ? 'mine' : 'theirs');

/**
 * What is left to write of a single action after its conflicts were decided (decision 17): "mine" is compared with what
 * the person saw now, so that one more change by others is a conflict again. Nothing of an action with conflicts was
 * written, except where it overwrote something: there all of it was.
 */
export function resolveConflicts(
  changeset: Changeset,
  conflicts: readonly Conflict[],
  choices: readonly Choice[],
): Changeset {
  if (conflicts.every(({ reason }) => reason === 'overwritten')) return restoring(changeset, conflicts, choices);
  const decided = new Map(conflicts.map((conflict, index) => [keyOf(conflict), { conflict, choice: choices[index] }]));
  const updates = changeset.updates.flatMap((change): FieldChange[] => {
    const found = decided.get(keyOf(change));
    if (!found) return [change];
    return found.choice === 'mine' && canChoose(found.conflict) ? [{ ...change, before: found.conflict.current }] : [];
  });
  return { ...changeset, updates, removals: removalsLeft(changeset, conflicts, choices) };
}

/** A record that somebody changed is deleted only where that is to go, too. */
function removalsLeft({ removals }: Changeset, conflicts: readonly Conflict[], choices: readonly Choice[]) {
  return removals.flatMap((removal): RemovedRecord[] => {
    const own = conflicts.flatMap((conflict, index) =>
      conflict.reason === 'edited' && isOf(conflict, removal) ? [{ conflict, choice: choices[index] }] : [],
    );
    if (own.some(({ choice }) => choice !== 'mine')) return [];
    const seen = Object.fromEntries(own.map(({ conflict }) => [conflict.field, conflict.current]));
    return [removal.held ? { ...removal, held: { ...removal.held, ...seen } } : removal];
  });
}

const isOf = (one: RemovedRecord, other: RemovedRecord): boolean =>
  one.table === other.table && fold(one.id) === fold(other.id);

/** Puts back what others had written in the same moment. */
function restoring(changeset: Changeset, conflicts: readonly Conflict[], choices: readonly Choice[]): Changeset {
  const updates = conflicts
    .filter((_, index) => choices[index] === 'theirs')
    .map(({ table, id, field, after, current }) => ({ table, id, field, before: after, after: current }));
  return { action: changeset.action, updates, appends: [], removals: [] };
}

const keyOf = ({ table, id, field }: FieldChange): string => [table, id.toLowerCase(), field].join('\u0000');
