import { effectiveTier } from '../../crm/tier';
import { columnOf } from '../../template/environment';
import { liveCustomers } from '../../template/views/orders';
import { sourceOf } from '../../template/views/source';
import { tierCuts } from '../../template/views/tierReview';
import type { Facts } from './facts';

/** A tier set by hand, with what would count without it. */
export interface TierOverrideLine {
  /** Row of the customers table. */
  readonly row: number;
  readonly customerId: string | null;
  readonly customer: string;
  /** Tier codes; `usual` counts once the override is over. */
  readonly tier: string;
  readonly usual: string | null;
  readonly reason: string | null;
  /** Last day, serial; `null` = until somebody takes it away. */
  readonly until: number | null;
  readonly state: 'expired' | 'soon' | 'inForce';
}

/** Days before its end from which an override is called soon over. */
export const overrideNoticeDays = 30;

/** Tiers set by hand (C-16): the expired ones first, then by the day of their end, those without an end last. */
export function tierOverrides({ computed, environment }: Facts): readonly TierOverrideLine[] {
  const { today } = environment;
  const cells = (id: string) => columnOf(computed, 'customers', id);
  const [ids, names, chosen, until] = ['id', 'name', 'tierOverride', 'tierOverrideUntil'].map(cells);
  const [reasons, reviewed] = ['tierOverrideReason', 'tierReviewed'].map(cells);
  const tiers = tierCuts(sourceOf(computed), 'minValue').map(({ tier }) => tier);
  const usualOf = (row: number) => usualTier(reviewed![row] ?? null, cells('tierComputed')[row] ?? null, tiers);
  const codes = new Map(tiers.map((tier) => [environment.label('tier', tier), tier]));
  const lines = [...liveCustomers(sourceOf(computed), environment)].flatMap((row): TierOverrideLine[] => {
    const [tier, day, reason] = [chosen![row], until![row], reasons![row]];
    if (typeof tier !== 'string') return [];
    const usual = usualOf(row);
    const end = typeof day === 'number' ? Math.floor(day) : null;
    return [
      {
        ...{ row, customerId: (ids![row] ?? null) as string | null, customer: String(names![row] ?? '') },
        ...{ tier, usual: usual === null ? null : (codes.get(usual) ?? usual), until: end },
        ...{ reason: reason === null || reason === undefined ? null : String(reason), state: stateOf(end, today) },
      },
    ];
  });
  return lines.sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity) || a.row - b.row);
}

const usualTier = (reviewed: unknown, computed: unknown, tiers: readonly string[]): string | null =>
  effectiveTier(
    {
      ...{ override: null, overrideUntil: null },
      ...{ reviewed: reviewed as string | null, computed: computed as string | null },
    },
    tiers,
    0,
  );

function stateOf(until: number | null, today: number): TierOverrideLine['state'] {
  if (until === null) return 'inForce';
  if (until < today) return 'expired';
  return until - today <= overrideNoticeDays ? 'soon' : 'inForce';
}
