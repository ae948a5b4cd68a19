import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { Industry } from '../template/industries';
import { ruleChanges } from './ruleChanges';

/** The change that choosing an industry is: its rules in the place of those that the workbook has (C-74). */
export const setUpIndustry = (snapshot: Snapshot, { rows }: Industry): Changeset => ({
  action: 'setUpIndustry',
  updates: ruleChanges(snapshot, rows),
  appends: [],
  removals: [],
});

/** The industry whose rules the workbook has, every one of them; `null` when somebody has made their own. */
export const industryOf = (snapshot: Snapshot, industries: readonly Industry[]): Industry | null =>
  industries.find(({ rows }) => ruleChanges(snapshot, rows).length === 0) ?? null;
