import { todayNeeds } from '../actions/report/todayNeeds';
import type { Needs } from '../template/needs';
import { customerNeeds } from '../template/views/customer/needs';
import { searchNeeds } from '../template/views/searched';
import { dealNeeds } from './dealNeeds';
import type { Route } from './route';
import { tierNeeds } from './tierNeeds';

const everything = undefined;

/** What has to be read of a workbook before a view shows. Ribbon buttons use the same names. */
const viewNeeds = {
  today: todayNeeds,
  log: todayNeeds,
  customer: customerNeeds,
  funnel: dealNeeds,
  move: dealNeeds,
  start: everything,
  tiers: tierNeeds,
  search: searchNeeds,
  service: everything,
  campaigns: everything,
  team: everything,
  import: everything,
  changes: everything,
  problems: everything,
  rows: [],
  refresh: everything,
  keys: [],
  me: todayNeeds,
} satisfies Readonly<Record<string, Needs | undefined>>;

export type ViewName = keyof typeof viewNeeds;

export const viewNames = Object.keys(viewNeeds) as readonly ViewName[];

/** The view of a route; Today for one that does not exist. */
export const viewNameOf = ({ view }: Route): ViewName => (view in viewNeeds ? (view as ViewName) : 'today');

/** What has to be read for a route. */
export const needsOf = (route: Route): Needs | undefined => viewNeeds[viewNameOf(route)];
