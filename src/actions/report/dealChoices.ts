import { keyPrefix } from '../../template/keyText';
import { unset } from '../../template/views/dealFilter';
import { dealRecords, type DealRecord } from '../../template/views/deals';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';
import { leakNames } from './funnel';

/** A person or product by which deals can be chosen; `name` falls back to the id. */
export interface DealChoice {
  readonly key: string;
  readonly id: string;
  readonly name: string;
}

/** What some deals have, and whether others have none or nothing clear: together every deal. */
export interface Choices<T> {
  readonly known: readonly T[];
  /** Whether {@link unset} finds a deal. */
  readonly hasUnset: boolean;
}

/** What the deals can be filtered by: only what some deal has. */
export interface DealChoices {
  readonly owners: Choices<DealChoice>;
  /** Codes. */
  readonly sources: Choices<string>;
  readonly products: Choices<DealChoice>;
}

/** Owners, sources and products of all deals that are not archived. */
export function dealChoices({ computed }: Facts): DealChoices {
  const source = sourceOf(computed);
  const deals = dealRecords(source);
  const names = leakNames(source);
  const choices = (key: (deal: DealRecord) => string | null): Choices<string> => {
    const keys = new Set(deals.map((deal) => key(deal) ?? unset));
    return { known: [...keys].filter((each) => each !== unset), hasUnset: keys.has(unset) };
  };
  const named = ({ known, hasUnset }: Choices<string>, dimension: string): Choices<DealChoice> => ({
    known: known.map((key) => {
      const id = key.slice(keyPrefix.length);
      return { key, id, name: names[dimension]?.get(key) ?? id };
    }),
    hasUnset,
  });
  return {
    owners: named(
      choices(({ ownerKey }) => ownerKey),
      'owner',
    ),
    sources: choices((deal) => deal.source),
    products: named(
      choices(({ productKey }) => productKey),
      'product',
    ),
  };
}
