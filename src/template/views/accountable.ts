import { accountable, type Accountable } from '../../crm/accountable';
import { lifecycleView } from './lifecycle';
import { oncePerSource } from './source';
import { parentRows, teamMembers } from './team';

/**
 * Who answers for each customer at its lifecycle stage (C-66), the stage that a person holds or else the computed one;
 * `null` for archived customers and those whose owner is not known.
 */
export const accountableView = oncePerSource((source, environment): readonly (Accountable | null)[] => {
  const team = teamMembers(source);
  const owners = parentRows(source, 'customers', 'owner', 'team');
  const stages = lifecycleView(source, environment);
  return owners.map((owner, row) => {
    const stage = stages[row] ?? null;
    return stage && accountable(stage.lifecycle, owner, team);
  });
});
