import type { LeftOut } from '../../crm/audience';
import { People } from '../../crm/people';
import { columnOf } from '../../template/environment';
import { audiences, type CampaignAudience } from '../../template/views/audience';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';
import { named } from './named';

export interface AudienceReport {
  readonly campaignId: string | null;
  readonly campaign: string;
  /** All conditions in words, joined by "; ". */
  readonly rule: string;
  /** A condition cannot be read (see problems): nobody matches. */
  readonly isBroken: boolean;
  /** Customers who fit the conditions: `excluded` and `invitable` add up to it. */
  readonly matched: number;
  readonly excluded: Readonly<Record<LeftOut, number>>;
  readonly invitable: number;
  /** Whom to invite. */
  readonly members: readonly {
    readonly customerId: string;
    readonly customer: string;
    readonly ownerId: string | null;
    readonly owner: string | null;
  }[];
}

/** Whom each campaign with audience rules may address, with who is left out and why (C-59, C-61). */
export function audience({ computed, environment }: Facts): AudienceReport[] {
  return audiences(sourceOf(computed), environment).map((found) => audienceReport({ computed }, found));
}

function audienceReport({ computed }: Pick<Facts, 'computed'>, found: CampaignAudience): AudienceReport {
  const source = sourceOf(computed);
  const [campaignOf, customerOf] = [named(source, 'campaigns'), named(source, 'customers')];
  const [people, owners] = [new People(computed), columnOf(computed, 'customers', 'owner')];
  const { id, name } = campaignOf(found.campaign);
  return {
    ...{ campaignId: id, campaign: name, rule: found.conditions.map(({ text }) => text).join('; ') },
    ...{ isBroken: found.isBroken, matched: found.fitting, excluded: found.leftOut, invitable: found.rows.length },
    members: found.rows.map((row) => {
      const customer = customerOf(row);
      const owner = people.person(owners[row] ?? null);
      return {
        customerId: customer.id!,
        customer: customer.name,
        ownerId: owner?.id ?? null,
        owner: owner?.name ?? null,
      };
    }),
  };
}
