import { funnel, nextRevisit, overdue, roi, slaDue, tier } from './functions';

/**
 * Every function by the id that functions.json gives it and formulas are stored with. In the add-in the metadata plugin
 * associates them; this table is for whoever runs formulas without Excel.
 */
export const functions: Readonly<Record<string, (...cells: never[]) => unknown>> = {
  TIER: tier,
  NEXTREVISIT: nextRevisit,
  OVERDUE: overdue,
  FUNNEL: funnel,
  SLADUE: slaDue,
  ROI: roi,
};
