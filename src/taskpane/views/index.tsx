import { lazy, type ReactElement } from 'react';
import { todayNeeds } from '../../actions/report/todayNeeds';
import type { Needs } from '../../template/needs';
import { customerNeeds } from '../../template/views/customer/needs';
import { searchNeeds } from '../../template/views/searched';
import { dealNeeds } from '../dealNeeds';
import { tierNeeds } from '../tierNeeds';
import type { Route } from '../hooks/useRoute';
import { TodayView } from './TodayView';

/** One view of a CRM workbook. */
interface View {
  /** What has to be read before it shows; absent = everything. */
  readonly needs?: Needs;
  readonly show: (route: Route) => ReactElement;
}

// Today comes with the pane; the script of any other view is loaded when somebody opens it.
const CampaignsView = lazy(() => import('./CampaignsView').then((file) => ({ default: file.CampaignsView })));
const ChangeLogView = lazy(() => import('./ChangeLogView').then((file) => ({ default: file.ChangeLogView })));
const CustomerView = lazy(() => import('./CustomerView').then((file) => ({ default: file.CustomerView })));
const FunnelView = lazy(() => import('./FunnelView').then((file) => ({ default: file.FunnelView })));
const ImportView = lazy(() => import('./ImportView').then((file) => ({ default: file.ImportView })));
const LogView = lazy(() => import('./LogView').then((file) => ({ default: file.LogView })));
const MeView = lazy(() => import('./MeView').then((file) => ({ default: file.MeView })));
const MoveView = lazy(() => import('./MoveView').then((file) => ({ default: file.MoveView })));
const ProblemsView = lazy(() => import('./ProblemsView').then((file) => ({ default: file.ProblemsView })));
const RefreshView = lazy(() => import('./RefreshView').then((file) => ({ default: file.RefreshView })));
const RowsView = lazy(() => import('./RowsView').then((file) => ({ default: file.RowsView })));
const WizardView = lazy(() => import('../wizard/WizardView').then((file) => ({ default: file.WizardView })));
const SearchView = lazy(() => import('./SearchView').then((file) => ({ default: file.SearchView })));
const ServiceView = lazy(() => import('./ServiceView').then((file) => ({ default: file.ServiceView })));
const TeamView = lazy(() => import('./TeamView').then((file) => ({ default: file.TeamView })));
const TiersView = lazy(() => import('./TiersView').then((file) => ({ default: file.TiersView })));

/** The views of a CRM workbook by route; ribbon buttons use the same names. */
const views: Readonly<Record<string, View>> = {
  today: { needs: todayNeeds, show: () => <TodayView /> },
  log: { needs: todayNeeds, show: ({ argument }) => <LogView key={argument} customerId={argument} /> },
  customer: { needs: customerNeeds, show: ({ argument }) => <CustomerView pinned={argument} /> },
  funnel: { needs: dealNeeds, show: () => <FunnelView /> },
  move: { needs: dealNeeds, show: ({ argument }) => <MoveView key={argument} dealId={argument} /> },
  start: { show: ({ argument }) => <WizardView step={argument} /> },
  tiers: { needs: tierNeeds, show: ({ argument }) => <TiersView section={argument} /> },
  search: { needs: searchNeeds, show: () => <SearchView /> },
  service: { show: ({ argument }) => <ServiceView part={argument} /> },
  campaigns: { show: ({ argument }) => <CampaignsView key={argument} campaignId={argument} /> },
  team: { show: ({ argument }) => <TeamView about={argument} /> },
  import: { show: () => <ImportView /> },
  changes: { show: ({ argument }) => <ChangeLogView key={argument} record={argument} /> },
  problems: { show: () => <ProblemsView /> },
  rows: { needs: [], show: () => <RowsView /> },
  refresh: { show: ({ argument }) => <RefreshView key={argument} /> },
  me: { needs: todayNeeds, show: () => <MeView /> },
};

/** The view of a route; Today for one that does not exist. */
const viewAt = (route: Route): View => views[route.view] ?? views.today!;

export const viewOf = (route: Route): ReactElement => viewAt(route).show(route);

/** What has to be read for a route. */
export const needsOf = (route: Route): Needs | undefined => viewAt(route).needs;
