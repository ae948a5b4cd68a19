import type { Changeset } from '../crm/changeset';
import type { ApplyOptions, ApplyReport, Home } from './home';

/** Writes a step of the set-up. What only adds is done as far as it goes, so that running it again finishes the job. */
export const setUp = (
  home: Pick<Home, 'apply'>,
  changeset: Changeset,
  options: ApplyOptions = {},
): Promise<ApplyReport> => home.apply(changeset, { ...options, bulk: isOnlyAdding(changeset) });

/** Conflicts are then left out and listed. */
export const isOnlyAdding = ({ updates }: Changeset): boolean => updates.length === 0;
