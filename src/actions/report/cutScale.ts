import { valueStops } from '../../crm/valueScale';
import { columnOf } from '../../template/environment';
import { liveCustomers } from '../../template/views/orders';
import { sourceOf } from '../../template/views/source';
import { presentCuts, proposedTiers } from '../recomputeTiers';
import type { Facts } from './facts';

/** Points go from 0 to 100. */
const points: readonly number[] = Array.from({ length: 101 }, (_, point) => point);

/** The stops of sliders over cut points: customer value in steps of equally many customers, or points one by one. */
export function cutScale(facts: Facts): readonly number[] {
  const { computed, environment } = facts;
  if (environment.customers.tierBasis === 'points') return points;
  const values = columnOf(computed, 'customers', 'value');
  const live = [...liveCustomers(sourceOf(computed), environment)];
  const cuts = [...presentCuts(facts), ...proposedTiers(facts).cuts].flatMap(({ minValue }) => minValue ?? []);
  return valueStops(
    live.map((row) => (typeof values[row] === 'number' ? values[row] : 0)),
    cuts.filter((cut) => cut >= 0),
  );
}
