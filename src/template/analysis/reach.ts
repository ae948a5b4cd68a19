/**
 * How far an edited row reaches into the columns that code computes as a whole (`refreshed` ones, and formulas that look
 * at other tables). Twins, look-ups and roll-ups say themselves what they read; these cannot, so it is written down here,
 * and a test compares it with what they read in fact. A column that is missing here counts as one that reads everything.
 */
export interface Reach {
  /**
   * - `row`: says something of each row, from the row itself and from other tables as wholes.
   * - `group`: says something of each record, from the record and from the rows that refer to it.
   * - `table`: says something of a few rows that belong together, such as the stages: all of them again.
   * - `tally`: counts rows of another table, `tallies`, each for itself: one can leave the count and another join it.
   * - `whole`: from many rows; computed again in full when it is read next.
   * - `frozen`: a figure of the whole book that others are measured by, and that the sheet, too, holds as a value until
   *   it is refreshed. It stays as it was (decision 12); that it would come out differently is told: `Analysis.stale`.
   */
  readonly unit: 'row' | 'group' | 'table' | 'tally' | 'whole' | 'frozen';
  readonly tallies?: string;
  /** `column` of the own table, `table.column` of others. */
  readonly reads: readonly string[];
}

const reach = (unit: Reach['unit'], ...reads: readonly string[]): Reach => ({ unit, reads });
const of = (table: string, ...columns: readonly string[]) => columns.map((column) => `${table}.${column}`);

/** Scores follow from a customer's own orders once the cut points are fixed. */
const customer = ['id', 'name', 'archived'];
const purchases = [...customer, ...of('orders', 'customerKey', 'archived', 'orderedAt', 'amount')];
const rfm = reach('group', ...purchases);
const lifecycle = reach(
  'group',
  ...[...purchases, 'lostAt', 'hasIntent', 'lifecycle'],
  ...of('opportunities', 'customerKey', 'archived', 'isOpen', 'stageNo', 'isWon', 'closedAt', 'amount'),
);
const marks = [
  ...of('tickets', 'customerKey', 'archived', 'satisfaction', 'submittedAt'),
  ...of('followUps', 'customerKey', 'archived', 'satisfaction', 'heldAt'),
  ...of('surveys', 'customerKey', 'archived', 'kind', 'score', 'at'),
];
const tierPoints = reach('group', ...purchases, 'value', ...marks);
/** Its parameters are fitted to all customers. */
const prediction = reach(
  'whole',
  ...purchases,
  ...of('opportunities', 'customerKey', 'archived', 'isWon', 'closedAt', 'amount'),
);
/** Others say who recommended the customer. */
const loyalty = reach('whole', ...lifecycle.reads, 'referredBy', ...marks);

const decided: Reach = {
  ...reach('tally', 'no', ...of('opportunities', 'furthestNo', 'isWon', 'isLost')),
  tallies: 'opportunities',
};
const dwell = reach(
  'frozen',
  'opportunities.id',
  ...of('stageHistory', 'opportunityKey', 'archived', 'stageNo', 'enteredAt', 'outcome', 'seenOn'),
);
const probability = reach('table', 'decidedDeals', 'wonDeals');
const target = reach(
  'whole',
  ...['month', 'owner', 'ownerKey', 'product', 'productKey'],
  ...of('opportunities', 'id', 'name', 'archived', 'ownerKey', 'productKey', 'source', 'lostReason', 'createdAt'),
  ...of('opportunities', 'forecastJudgement', 'isOpen', 'isWon', 'stageNo', 'furthestNo', 'amount', 'probability'),
  ...of('opportunities', 'weightedAmount', 'closedAt', 'expectedCloseAt', 'stageAge', 'isStale', 'skippedChecklists'),
);

/** By `table.column`. */
export const reaches: Readonly<Record<string, Reach>> = {
  'customers.rScore': rfm,
  'customers.fScore': rfm,
  'customers.mScore': rfm,
  'customers.rfmSegment': rfm,
  'customers.tierPoints': tierPoints,
  'customers.purchases': lifecycle,
  'customers.lastPurchaseAt': lifecycle,
  'customers.orderGap': lifecycle,
  'customers.activity': lifecycle,
  'customers.activityWhy': lifecycle,
  'customers.lifecycleComputed': lifecycle,
  'customers.lifecycleWhy': lifecycle,
  'customers.aliveProbability': prediction,
  'customers.expectedOrders': prediction,
  'customers.referrals': loyalty,
  'customers.loyaltyIndex': loyalty,
  'customers.contribution': reach(
    'group',
    ...[...customer, 'products.id', 'products.unitCost'],
    ...of('orders', 'customerKey', 'productKey', 'archived', 'orderedAt', 'amount', 'quantity'),
    ...of('followUps', 'customerKey', 'archived', 'heldAt', 'outcome'),
    ...of('tickets', 'customerKey', 'archived', 'submittedAt'),
  ),
  'customers.accountable': reach(
    'group',
    ...[...lifecycle.reads, 'ownerKey'],
    ...of('team', 'id', 'name', 'role', 'active', 'archived', 'supervisorKey'),
  ),
  'contacts.nextBirthday': reach('row', 'birthday', 'birthdayIsLunar'),
  'opportunities.probability': reach('row', 'probabilityOverride', 'stageNo', 'stages.winProbability'),
  'opportunities.isStale': reach('row', 'stageNo', 'stageAge', 'stages.staleLimit', 'stages.staleDays'),
  'stages.no': reach('table'),
  'stages.decidedDeals': decided,
  'stages.wonDeals': decided,
  'stages.winProbability': probability,
  'stages.probabilityBasis': probability,
  'stages.medianDays': dwell,
  'stages.staleLimit': dwell,
  'targets.actual': target,
  'targets.weightedOpen': target,
};

/** Columns whose figures are measured by cut points that stay while rows change, see {@link Reach}. */
export const byFrozenCuts: readonly string[] = ['customers.rScore', 'customers.fScore', 'customers.mScore'];
