/** All template files in the order of the sheets; adding a table is adding its JSON file and a line here. */
import customers from './tables/customers.json';
import contacts from './tables/contacts.json';
import milestones from './tables/milestones.json';
import followUps from './tables/followUps.json';
import opportunities from './tables/opportunities.json';
import stageHistory from './tables/stageHistory.json';
import orders from './tables/orders.json';
import tickets from './tables/tickets.json';
import surveys from './tables/surveys.json';
import campaigns from './tables/campaigns.json';
import campaignTasks from './tables/campaignTasks.json';
import audienceRules from './tables/audienceRules.json';
import campaignMembers from './tables/campaignMembers.json';
import products from './tables/products.json';
import team from './tables/team.json';
import targets from './tables/targets.json';
import settings from './tables/settings.json';
import cadenceRules from './tables/cadenceRules.json';
import tiers from './tables/tiers.json';
import rfmSegments from './tables/rfmSegments.json';
import tierCriteria from './tables/tierCriteria.json';
import stages from './tables/stages.json';
import sla from './tables/sla.json';
import lists from './tables/lists.json';
import festivals from './tables/festivals.json';
import greetings from './tables/greetings.json';
import holidays from './tables/holidays.json';
import notices from './tables/notices.json';
import calendar from './tables/calendar.json';
import tierReviews from './tables/tierReviews.json';
import ownerHistory from './tables/ownerHistory.json';
import lifecycleHistory from './tables/lifecycleHistory.json';
import changeLog from './tables/changeLog.json';
import meta from './tables/meta.json';
import sheets from './sheets.json';
import listItems from './lists.json';
import names from './names.json';
import dashboard from './dashboard.json';

export const tableFiles = [
  customers,
  contacts,
  milestones,
  followUps,
  opportunities,
  stageHistory,
  orders,
  tickets,
  surveys,
  campaigns,
  campaignTasks,
  audienceRules,
  campaignMembers,
  products,
  team,
  targets,
  settings,
  cadenceRules,
  tiers,
  rfmSegments,
  tierCriteria,
  stages,
  sla,
  lists,
  holidays,
  festivals,
  greetings,
  calendar,
  notices,
  tierReviews,
  ownerHistory,
  lifecycleHistory,
  changeLog,
  meta,
];
export { sheets, listItems, names, dashboard };
