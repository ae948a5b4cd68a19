import type { ReactElement } from 'react';
import { WithTable } from '../components/MissingTables';
import { later } from '../later';
import type { Route } from '../route';
import { viewNameOf, type ViewName } from '../viewNeeds';
import { TodayView } from './TodayView';

// Today comes with the pane; the script of any other view is loaded when somebody opens it.
const CampaignsView = later(() => import('./CampaignsView').then((file) => file.CampaignsView));
const ChangeLogView = later(() => import('./ChangeLogView').then((file) => file.ChangeLogView));
const CustomerView = later(() => import('./CustomerView').then((file) => file.CustomerView));
const FunnelView = later(() => import('./FunnelView').then((file) => file.FunnelView));
const ImportView = later(() => import('./ImportView').then((file) => file.ImportView));
const KeysView = later(() => import('./KeysView').then((file) => file.KeysView));
const LogView = later(() => import('./LogView').then((file) => file.LogView));
const MeView = later(() => import('./MeView').then((file) => file.MeView));
const MoveView = later(() => import('./MoveView').then((file) => file.MoveView));
const ProblemsView = later(() => import('./ProblemsView').then((file) => file.ProblemsView));
const RefreshView = later(() => import('./RefreshView').then((file) => file.RefreshView));
const RowsView = later(() => import('./RowsView').then((file) => file.RowsView));
const WizardView = later(() => import('../wizard/WizardView').then((file) => file.WizardView));
const SearchView = later(() => import('./SearchView').then((file) => file.SearchView));
const ServiceView = later(() => import('./ServiceView').then((file) => file.ServiceView));
const TeamView = later(() => import('./TeamView').then((file) => file.TeamView));
const TiersView = later(() => import('./TiersView').then((file) => file.TiersView));

/** The views of a CRM workbook. */
const views: Readonly<Record<ViewName, (route: Route) => ReactElement>> = {
  today: () => <TodayView />,
  log: ({ argument }) => <LogView key={argument} customerId={argument} />,
  customer: ({ argument }) => <CustomerView pinned={argument} />,
  funnel: () => <FunnelView />,
  move: ({ argument }) => <MoveView key={argument} dealId={argument} />,
  start: ({ argument }) => <WizardView step={argument} />,
  tiers: ({ argument }) => <TiersView section={argument} />,
  search: () => <SearchView />,
  service: ({ argument }) => <ServiceView part={argument} />,
  campaigns: ({ argument }) => <CampaignsView key={argument} campaignId={argument} />,
  team: ({ argument }) => <TeamView about={argument} />,
  import: () => <ImportView />,
  changes: ({ argument }) => <ChangeLogView key={argument} record={argument} />,
  problems: () => <ProblemsView />,
  rows: () => <RowsView />,
  refresh: ({ argument }) => <RefreshView key={argument} />,
  keys: () => <KeysView />,
  me: () => <MeView />,
};

/** What a view is about: without that table it would show zeros that nobody counted. */
const subjects: Readonly<Partial<Record<ViewName, string>>> = {
  log: 'customers',
  customer: 'customers',
  tiers: 'customers',
  funnel: 'opportunities',
  move: 'opportunities',
  service: 'tickets',
  campaigns: 'campaigns',
  team: 'team',
};

export function viewOf(route: Route): ReactElement {
  const name = viewNameOf(route);
  const [view, table] = [views[name](route), subjects[name]];
  return table ? <WithTable table={table}>{view}</WithTable> : view;
}
