import { inOrder } from '../../../crm/queue';
import type { Snapshot } from '../../../crm/snapshot';
import type { Environment } from '../../twins';
import { sourceOf, type ViewSource } from '../source';
import { campaignTasksWaiting } from './campaignTasks';
import { numberIn, type Candidate, type Waits } from './candidate';
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

/** A snooze postpones the reminder, never the day itself nor a clock (decision 13). */
const isAwake =
  (source: ViewSource, { today }: Environment) =>
  ({ table, row }: Candidate): boolean =>
    (numberIn(source.column(table, 'snoozeUntil'), row) ?? 0) <= today;

/** Everything that waits for somebody, the most value times lateness first (crm.md 7.1), as `make` shows it. */
export function todayView<Shown>(
  computed: Snapshot,
  environment: Environment,
  make: (found: Candidate, daysLate: number) => Shown,
): readonly Shown[] {
  const source = sourceOf(computed);
  const found = waits.flatMap((of) => of(source, environment).filter(isAwake(source, environment)));
  return inOrder([...found, ...careWaiting(computed, environment)], environment.today, make);
}
