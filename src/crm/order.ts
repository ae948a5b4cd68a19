import { roundHalfAwayFromZero } from '../shared/numbers';

/** Order life (C-51): ordered, shipped, accepted, collected; the latest date that is filled decides. */
export type OrderStatus = 'ordered' | 'shipped' | 'accepted' | 'collected';

export function orderStatus(
  shippedAt: number | null,
  acceptedAt: number | null,
  collectedAt: number | null,
): OrderStatus {
  if (collectedAt !== null) return 'collected';
  if (acceptedAt !== null) return 'accepted';
  return shippedAt !== null ? 'shipped' : 'ordered';
}

/** Money still to come in, major units; a collection date settles the order, `null` without an amount. */
export function outstanding(
  amount: number | null,
  collectedAt: number | null,
  collectedAmount: number | null,
  digits: number,
): number | null {
  if (amount === null) return null;
  return collectedAt !== null ? 0 : roundHalfAwayFromZero(amount - (collectedAmount ?? 0), digits);
}
