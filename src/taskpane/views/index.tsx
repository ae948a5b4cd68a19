import type { ReactElement } from 'react';
import type { Route } from '../hooks/useRoute';
import { ChangeLogView } from './ChangeLogView';
import { FunnelView } from './FunnelView';
import { ImportView } from './ImportView';
import { LogView } from './LogView';
import { ProblemsView } from './ProblemsView';
import { RefreshView } from './RefreshView';
import { TiersView } from './TiersView';
import { TodayView } from './TodayView';

/** The views of a CRM workbook by route; ribbon buttons use the same names. */
const views: Readonly<Record<string, (route: Route) => ReactElement>> = {
  today: () => <TodayView />,
  log: ({ argument }) => <LogView key={argument} customerId={argument} />,
  funnel: () => <FunnelView />,
  tiers: () => <TiersView />,
  import: () => <ImportView />,
  changes: ({ argument }) => <ChangeLogView key={argument} record={argument} />,
  problems: () => <ProblemsView />,
  refresh: () => <RefreshView />,
};

/** The view of a route; Today for one that does not exist. */
export const viewOf = (route: Route): ReactElement => (views[route.view] ?? views.today!)(route);
