import { inOrder } from '../../../crm/queue';
import type { Snapshot } from '../../../crm/snapshot';
import type { Environment } from '../../twins';
import { sourceOf } from '../source';
import { campaignTasksWaiting } from './campaignTasks';
import type { Candidate, Waits } from './candidate';
import { careWaiting } from './care';
import { dealsWaiting } from './deals';
import { milestonesWaiting } from './milestones';
import { moneyWaiting } from './money';
import { revisitsWaiting } from './revisits';
import { ticketsWaiting } from './tickets';

export type { Candidate } from './candidate';

const waits: readonly Waits[] = [
  revisitsWaiting,
  ticketsWaiting,
  moneyWaiting,
  dealsWaiting,
  campaignTasksWaiting,
  milestonesWaiting,
];

/** Everything that waits for somebody, the most value times lateness first (crm.md 7.1), as `make` shows it. */
export function todayView<Shown>(
  computed: Snapshot,
  environment: Environment,
  make: (found: Candidate, daysLate: number) => Shown,
): readonly Shown[] {
  const source = sourceOf(computed);
  const found = waits.flatMap((of) => of(source, environment));
  return inOrder([...found, ...careWaiting(computed, environment)], environment.today, make);
}
