import { roundHalfAwayFromZero } from '../../shared/numbers';
import { loyaltyView } from '../views/loyalty';
import type { RefreshedColumn } from '.';

export const loyaltyColumns: Readonly<Record<string, RefreshedColumn>> = {
  'customers.referrals': (source, environment) =>
    loyaltyView(source, environment).map((view) => view && view.referrals),
  'customers.loyaltyIndex': (source, environment) =>
    loyaltyView(source, environment).map((view) =>
      view === null || view.points === null ? null : roundHalfAwayFromZero(view.points, 1),
    ),
};
