import type { LeftOut } from '../../crm/audience';
import { audiences } from '../../template/views/audience';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';
import { named } from './named';

/** Customers behind the figures of an audience, by 0-based rows. */
export interface AudienceRows {
  readonly matched: readonly number[];
  readonly invitable: readonly number[];
  readonly leftOut: Readonly<Record<LeftOut, readonly number[]>>;
}

/** What stands behind the section `audience`, by the id of the campaign. */
export function audienceRows({ computed, environment }: Facts): ReadonlyMap<string, AudienceRows> {
  const source = sourceOf(computed);
  if (!source.rows('campaigns')) return new Map();
  const campaign = named(source, 'campaigns');
  return new Map(
    audiences(source, environment).map((found) => [
      campaign(found.campaign).id!,
      {
        matched: [...found.rows, ...Object.values(found.rowsLeftOut).flat()].sort((a, b) => a - b),
        ...{ invitable: found.rows, leftOut: found.rowsLeftOut },
      },
    ]),
  );
}
