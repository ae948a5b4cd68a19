import { dealRecords, type DealRecord } from '../../template/views/deals';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';
import { leakNames } from './funnel';

/** A person or product by which deals can be chosen; `name` falls back to what the key says. */
export interface DealChoice {
  readonly key: string;
  readonly name: string;
}

/** What the deals can be filtered by: only what some deal has. */
export interface DealChoices {
  readonly owners: readonly DealChoice[];
  /** Codes. */
  readonly sources: readonly string[];
  readonly products: readonly DealChoice[];
}

/** Owners, sources and products of all deals that are not archived. */
export function dealChoices({ computed }: Facts): DealChoices {
  const source = sourceOf(computed);
  const deals = dealRecords(source);
  const names = leakNames(source);
  const known = (key: (deal: DealRecord) => string | null) =>
    [...new Set(deals.map(key))].filter((each) => each !== null);
  const named = (keys: readonly string[], dimension: string): DealChoice[] =>
    keys.map((key) => ({ key, name: names[dimension]?.get(key) ?? key }));
  return {
    owners: named(
      known(({ ownerKey }) => ownerKey),
      'owner',
    ),
    sources: known((deal) => deal.source),
    products: named(
      known(({ productKey }) => productKey),
      'product',
    ),
  };
}
