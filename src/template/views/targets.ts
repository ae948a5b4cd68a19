import { sumMoney } from '../../shared/numbers';
import { eomonth } from '../../shared/dates';
import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import type { DealRecord } from './deals';
import type { ViewSource } from './source';

/** What counts towards each row of the targets table; `null` where the month is missing. */
export interface TargetFigures {
  readonly actual: number | null;
  readonly weightedOpen: number | null;
}

/** Deals behind the figures of a target; `open`: without those that the forecast leaves out. */
export interface TargetDeals {
  readonly won: readonly DealRecord[];
  readonly open: readonly DealRecord[];
}

/**
 * Won deals that closed in the month, and open ones expected to close in it, of the target's person and product; a blank
 * person or product means all of them, one that nobody knows means none. A deal judged omitted counts here as little as
 * in the forecast (C-47). `null` where the month is missing.
 */
export function targetDeals(source: ViewSource, deals: readonly DealRecord[]): (TargetDeals | null)[] {
  if (!source.rows('targets')) return [];
  const column = (id: string): readonly Value[] => source.column('targets', id);
  const [months, owners, ownerKeys] = [column('month'), column('owner'), column('ownerKey')];
  const [products, productKeys] = [column('product'), column('productKey')];
  const won = byMonth(
    deals.filter(({ outcome }) => outcome === 'won'),
    ({ closedAt }) => closedAt,
  );
  const open = byMonth(
    deals.filter(({ outcome, judgement }) => outcome === 'open' && judgement !== 'omitted'),
    ({ expectedCloseAt }) => expectedCloseAt,
  );
  return months.map((month, row): TargetDeals | null => {
    if (typeof month !== 'number') return null;
    const concerns = (deal: DealRecord) =>
      (owners[row] === null || (ownerKeys[row] !== null && deal.ownerKey === ownerKeys[row])) &&
      (products[row] === null || (productKeys[row] !== null && deal.productKey === productKeys[row]));
    const of = (all: ReadonlyMap<number, DealRecord[]>) => (all.get(eomonth(month, 0)) ?? []).filter(concerns);
    return { won: of(won), open: of(open) };
  });
}

/** What {@link targetDeals} come to: the amounts won, and the weighted amounts still open. */
export function targetFigures(
  source: ViewSource,
  { moneyDigits }: Environment,
  deals: readonly DealRecord[],
): TargetFigures[] {
  const sum = (amounts: readonly (number | null)[]) => sumMoney(amounts, moneyDigits);
  return targetDeals(source, deals).map((behind): TargetFigures => {
    if (behind === null) return { actual: null, weightedOpen: null };
    return {
      actual: sum(behind.won.map(({ amount }) => amount)),
      weightedOpen: sum(behind.open.map(({ weighted }) => weighted)),
    };
  });
}

/** Deals by the last day of the month of a date; those without one are left out. */
function byMonth(deals: readonly DealRecord[], dateOf: (deal: DealRecord) => number | null): Map<number, DealRecord[]> {
  const months = new Map<number, DealRecord[]>();
  for (const deal of deals) {
    const date = dateOf(deal);
    if (date === null) continue;
    const key = eomonth(date, 0);
    const members = months.get(key);
    if (members) members.push(deal);
    else months.set(key, [deal]);
  }
  return months;
}
