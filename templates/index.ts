/** All template files in the order of the sheets; adding a table is adding its JSON file and a line here. */
import customers from './tables/customers.json';
import contacts from './tables/contacts.json';
import followUps from './tables/followUps.json';
import opportunities from './tables/opportunities.json';
import orders from './tables/orders.json';
import tickets from './tables/tickets.json';
import campaigns from './tables/campaigns.json';
import campaignTasks from './tables/campaignTasks.json';
import products from './tables/products.json';
import team from './tables/team.json';
import settings from './tables/settings.json';
import cadenceRules from './tables/cadenceRules.json';
import tiers from './tables/tiers.json';
import stages from './tables/stages.json';
import sla from './tables/sla.json';
import lists from './tables/lists.json';
import holidays from './tables/holidays.json';
import calendar from './tables/calendar.json';
import changeLog from './tables/changeLog.json';
import meta from './tables/meta.json';
import sheets from './sheets.json';
import listItems from './lists.json';
import names from './names.json';
import dashboard from './dashboard.json';

export const tableFiles = [
  customers,
  contacts,
  followUps,
  opportunities,
  orders,
  tickets,
  campaigns,
  campaignTasks,
  products,
  team,
  settings,
  cadenceRules,
  tiers,
  stages,
  sla,
  lists,
  holidays,
  calendar,
  changeLog,
  meta,
];
export { sheets, listItems, names, dashboard };
