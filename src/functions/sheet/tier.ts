import { computedTier, effectiveTier } from '../../crm/tier';
import { fold } from '../../shared/text';
import { day, flag, isBlank, number } from '../arguments';
import { readCutPoints } from '../cutPoints';
import { cellError } from '../error';

/**
 * Tier of a customer: the first tier whose minimum the value reaches, or the override while it is valid.
 * @customfunction TIER
 * @param value Customer value. Blank gives an empty cell.
 * @param cutPoints Two columns, best tier first: tier, minimum value.
 * @param [isKey] Yes for a key customer, who is always in the first tier.
 * @param [override] Tier chosen by a person; wins while valid.
 * @param [overrideUntil] Last day of the override; blank means until removed.
 * @param [today] Date to compare overrideUntil with, best a cell (crm_today).
 * @param [reviewed] Tier given by the last review; wins over the cut points, not over a valid override.
 * @returns The tier.
 * @example =CRM.TIER([@[Customer value]], Tiers[[Tier]:[From value]], [@[Key customer]])
 */
export function tier(
  value: unknown,
  cutPoints: unknown[][],
  isKey?: unknown,
  override?: unknown,
  overrideUntil?: unknown,
  today?: unknown,
  reviewed?: unknown,
): string {
  const cuts = readCutPoints(cutPoints);
  const [amount, key] = [number('value', value), flag('isKey', isKey)];
  const [until, asOf] = [day('overrideUntil', overrideUntil), day('today', today)];
  if (until !== null && asOf === null) throw cellError('invalidValue', 'needsToday');
  const tiers = cuts.map((cut) => cut.tier);
  const named = (cell: unknown) =>
    isBlank(cell) ? null : (tiers.find((one) => fold(one) === fold(String(cell))) ?? null);
  const computed = amount === null && !key ? null : computedTier(amount ?? 0, key, cuts);
  const choices = { override: named(override), overrideUntil: until, reviewed: named(reviewed), computed };
  return effectiveTier(choices, tiers, asOf ?? 0) ?? '';
}
