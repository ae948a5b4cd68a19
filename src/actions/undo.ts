import type { Changeset } from '../crm/changeset';
import { CrmError } from '../shared/errors';
import type { ApplyReport, Home, RunOptions } from './home';

/** What takes a changeset back. Throws `cannotUndo` for one that deleted records: what they held is gone. */
export function inverse(changeset: Changeset): Changeset {
  if (changeset.removals.length) throw new CrmError('cannotUndo', { action: changeset.action });
  return {
    action: 'undo',
    updates: changeset.updates.map((change) => ({ ...change, before: change.after, after: change.before })),
    appends: [],
    removals: changeset.appends.map(({ table, id, values }) => ({ table, id, held: values })),
  };
}

/**
 * Takes an action back (decision 19): the supported way, because Excel's own undo does not bring back rows that an add-in
 * deleted, and knows nothing of the change log. Cells that somebody changed since, and records that somebody added to, are
 * conflicts and stay.
 */
export const undo = (home: Pick<Home, 'apply'>, changeset: Changeset, options: RunOptions = {}): Promise<ApplyReport> =>
  home.apply(inverse(changeset), options);
