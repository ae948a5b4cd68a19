import type { Needs } from '../../needs';

/** What the 360 view reads: what happens with customers and the rules that judge it, not the change log and its like. */
export const customerNeeds: Needs = [
  ...['customers', 'contacts', 'team', 'products', 'followUps', 'opportunities', 'stageHistory', 'orders', 'tickets'],
  ...['campaigns', 'campaignMembers', 'surveys', 'milestones', 'tierReviews', 'lifecycleHistory', 'ownerHistory'],
  ...['tiers', 'cadenceRules', 'calendar', 'holidays', 'stages', 'sla', 'rfmSegments'],
];
