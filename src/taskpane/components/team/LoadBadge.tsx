import { Badge } from '@fluentui/react-components';
import type { PersonLoad } from '../../../actions/report/people';
import { usePane } from '../../context';

const colors = { noCapacity: 'subtle', over: 'danger', full: 'warning', free: 'success' } as const;

/** Visits of the week against what the person can do; without a capacity nothing can be said. */
export function LoadBadge({ load: { load, rule, visitsDueWeek, capacity } }: { readonly load: PersonLoad }) {
  const { t, format } = usePane();
  return (
    <Badge appearance="tint" shape="rounded" color={colors[rule]}>
      {load === null
        ? t('team.noCapacity')
        : t('team.loadOf', { visits: visitsDueWeek, capacity: capacity!, share: format.percent(load) })}
    </Badge>
  );
}
