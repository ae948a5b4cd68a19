/**
 * What a customer leaves over (C-10): revenue less the cost of the goods, of the visits and of the tickets. Blanks are not
 * 0: an order whose amount, quantity or unit cost is not known is left out altogether and counted, so that the rest stays
 * right, and a cost that nobody has set is left out of everybody's account. Money in minor units.
 */
export interface SoldLine {
  /** `null` = not known; a refund is negative. */
  readonly amount: number | null;
  readonly quantity: number | null;
  /** Of one piece. */
  readonly unitCost: number | null;
}

/** Cost of one visit and of one ticket; `null` = not set. */
export interface ServiceCosts {
  readonly visit: number | null;
  readonly ticket: number | null;
}

/** What could be counted: goods and service, one of them, or nothing. */
export type ContributionRule = 'full' | 'goodsOnly' | 'serviceOnly' | 'unknown';

export interface Contribution {
  readonly rule: ContributionRule;
  /** `null` when nothing could be counted. */
  readonly contribution: number | null;
  /** Of the orders that count, and the cost of what was sold with them. */
  readonly revenue: number;
  readonly goods: number;
  /** Visits and tickets at their cost; `null` when no cost is set. */
  readonly service: number | null;
  /** Orders that count, and those left out for a blank. */
  readonly orders: number;
  readonly withoutCost: number;
}

export function contributionOf(
  lines: readonly SoldLine[],
  visits: number,
  tickets: number,
  costs: ServiceCosts,
): Contribution {
  const known = lines.flatMap(({ amount, quantity, unitCost }) =>
    amount === null || quantity === null || unitCost === null
      ? []
      : [{ amount, cost: costOf(amount, quantity, unitCost) }],
  );
  const revenue = known.reduce((sum, { amount }) => sum + amount, 0);
  const goods = known.reduce((sum, { cost }) => sum + cost, 0);
  const isServiceKnown = costs.visit !== null || costs.ticket !== null;
  const service = isServiceKnown ? visits * (costs.visit ?? 0) + tickets * (costs.ticket ?? 0) : null;
  const counts = { orders: known.length, withoutCost: lines.length - known.length };
  const rule = ruleOf(known.length > 0, service !== null);
  const contribution = rule === 'unknown' ? null : revenue - goods - (service ?? 0);
  return { rule, contribution, revenue, goods, service, ...counts };
}

/** Goods that came back with a refund cost nothing any more. */
const costOf = (amount: number, quantity: number, unitCost: number): number => {
  const cost = Math.round(Math.abs(quantity) * unitCost);
  return amount < 0 ? -cost : cost;
};

function ruleOf(hasGoods: boolean, hasService: boolean): ContributionRule {
  if (hasGoods) return hasService ? 'full' : 'goodsOnly';
  return hasService ? 'serviceOnly' : 'unknown';
}
