import { tableDef } from '../template/load';
import type { Needs } from '../template/needs';

const whole = (table: string): readonly string[] => tableDef(table).columns.map(({ id }) => id);

/** What the funnel and the moves of deals read: deals, their rules, history and targets, and names of what they refer to. */
export const dealNeeds: Needs = {
  opportunities: whole('opportunities'),
  stages: whole('stages'),
  stageHistory: whole('stageHistory'),
  targets: whole('targets'),
  ...Object.fromEntries(['customers', 'products', 'campaigns', 'contacts'].map((table) => [table, ['name']])),
  // Roles tell people of one name apart.
  team: ['name', 'role'],
};
