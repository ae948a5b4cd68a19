import adopt from './adopt.json';
import campaigns from './campaigns.json';
import columns from './columns.json';
import customer from './customer.json';
import errors from './errors.json';
import funnel from './funnel.json';
import keys from './keys.json';
import pane from './pane.json';
import problems from './problems.json';
import rows from './rows.json';
import search from './search.json';
import service from './service.json';
import states from './states.json';
import team from './team.json';
import tiers from './tiers.json';
import today from './today.json';
import wizard from './wizard.json';

/** Texts by file name: the first part of a key. */
export const texts = {
  adopt,
  campaigns,
  columns,
  customer,
  errors,
  funnel,
  keys,
  pane,
  problems,
  rows,
  search,
  service,
  states,
  team,
  tiers,
  today,
  wizard,
};
