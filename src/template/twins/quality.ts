import { completeness, customerFacts, daysUnverified } from '../../crm/completeness';
import { roundHalfAwayFromZero } from '../../shared/numbers';
import { guarded, number, twin, type TableTwins } from './twin';

const columns = customerFacts.flat();

/** Columns of customers about the record itself rather than the customer (C-04). */
export const qualityTwins: TableTwins = {
  completeness: guarded(
    'name',
    null,
    twin(columns, (_, cells) =>
      roundHalfAwayFromZero(completeness((column) => cells[columns.indexOf(column)] ?? null).share, 4),
    ),
  ),
  daysUnverified: guarded(
    'name',
    null,
    twin(['verifiedAt', 'lastRevisit', 'createdAt'], ({ today }, cells) => daysUnverified(cells.map(number), today)),
  ),
};
