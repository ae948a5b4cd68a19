import type { CadenceUnit } from '../crm/cadence';
import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { ruleChanges } from './ruleChanges';

/** How often the customers of a rule are visited; `null`: no revisit is due by this rule. */
export interface RuleCadence {
  readonly rule: string;
  readonly every: number | null;
  readonly unit: CadenceUnit;
}

/** The change that other cadences are (C-35): cells of the rules that say something else now. */
export const setUpCadence = (snapshot: Snapshot, cadences: readonly RuleCadence[]): Changeset => ({
  action: 'setUpCadence',
  updates: ruleChanges(snapshot, {
    cadenceRules: Object.fromEntries(cadences.map(({ rule, every, unit }) => [rule, { every, unit }])),
  }),
  appends: [],
  removals: [],
});
