import { lostReasons as pareto, type LostReason } from '../../crm/lostReason';
import { dealRecords, type DealRecord } from '../../template/views/deals';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** Why deals were lost, the commonest reason first (C-46). */
export const lostReasons = (facts: Facts): LostReason[] => lostReasonsOf(facts, dealRecords(sourceOf(facts.computed)));

/** Why those among some deals were lost that were. */
export function lostReasonsOf({ environment }: Facts, deals: readonly DealRecord[]): LostReason[] {
  const lost = deals.filter(({ outcome }) => outcome === 'lost');
  return pareto(
    lost.map(({ lostReason, amount }) => ({ reason: lostReason, amount })),
    environment.moneyDigits,
  );
}
