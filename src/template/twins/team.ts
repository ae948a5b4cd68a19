import { loadShare } from '../../crm/workload';
import { number, twin, type TableTwins } from './twin';

export const teamTwins: TableTwins = {
  loadShare: twin(
    ['visitsDueWeek', 'capacity'],
    (_, [visits, capacity]) => loadShare(Number(visits ?? 0), number(capacity)).share,
  ),
};
