/** Tables that the view of tiers reads: all that customers are measured, visited and reviewed by. */
export const tierNeeds = [
  'customers',
  'contacts',
  'followUps',
  'opportunities',
  'orders',
  'tickets',
  'surveys',
  'team',
  'stages',
  'calendar',
  'cadenceRules',
  'rfmSegments',
  'tiers',
  'tierCriteria',
  'tierReviews',
] as const;
