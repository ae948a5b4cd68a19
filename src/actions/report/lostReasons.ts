import { lostReasons as pareto, type LostReason } from '../../crm/lostReason';
import { dealRecords } from '../../template/views/deals';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** Why deals were lost, the commonest reason first (C-46). */
export function lostReasons({ computed, environment }: Facts): LostReason[] {
  const lost = dealRecords(sourceOf(computed)).filter(({ outcome }) => outcome === 'lost');
  return pareto(
    lost.map(({ lostReason, amount }) => ({ reason: lostReason, amount })),
    environment.moneyDigits,
  );
}
