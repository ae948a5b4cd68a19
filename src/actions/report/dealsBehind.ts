/**
 * Which deals stand behind a figure of the funnel, by the same conditions as its rules (C-45, C-46): a figure that cannot
 * show its rows is a defect. Stages are 0-based positions.
 */
import type { ForecastCategory } from '../../crm/forecast';
import { inFunnel } from '../../crm/funnel';
import type { Leak } from '../../crm/leak';
import type { DealRecord } from '../../template/views/deals';

export type DealCondition = (deal: DealRecord) => boolean;

export const inStage =
  (stage: number, stageCount: number): DealCondition =>
  ({ stageNo, outcome }) =>
    stageNo === stage + 1 && inFunnel(outcome, stage, stageCount);

/** Got further than the stage. */
export const wentOn =
  (stage: number): DealCondition =>
  ({ furthest }) =>
    furthest > stage;

export const lostAt =
  (stage: number): DealCondition =>
  ({ furthest, outcome }) =>
    furthest === stage && outcome === 'lost';

export const stillAt =
  (stage: number): DealCondition =>
  ({ furthest, outcome }) =>
    furthest === stage && outcome !== 'lost';

/** Left the stage, one way or the other: what a conversion is the share of. */
export const decidedAt =
  (stage: number): DealCondition =>
  (deal) =>
    wentOn(stage)(deal) || lostAt(stage)(deal);

export const isOpen: DealCondition = ({ outcome }) => outcome === 'open';
/** Open, and nobody left it out of the forecast. */
export const isForecast = ({ category }: { readonly category: ForecastCategory }): boolean =>
  category !== 'closed' && category !== 'omitted';

export const isWon: DealCondition = ({ outcome }) => outcome === 'won';
export const isLost: DealCondition = ({ outcome }) => outcome === 'lost';

/** Won or lost: what the win rate is the share of. */
export const isDecided: DealCondition = (deal) => isWon(deal) || isLost(deal);

/** From its creation to its close it took a time. */
export const hasCycle: DealCondition = ({ createdAt, closedAt }) =>
  createdAt !== null && closedAt !== null && closedAt >= createdAt;

export const lacksAmount: DealCondition = ({ amount }) => amount === null;

/** Won, and at the stage or further: delivered from the acceptance on, paid from the collection on. */
export const wonFrom =
  (stage: number): DealCondition =>
  ({ outcome, stageNo }) =>
    outcome === 'won' && (stageNo ?? 0) > stage;

export const lostFor =
  (reason: string | null): DealCondition =>
  ({ outcome, lostReason }) =>
    outcome === 'lost' && lostReason === reason;

/** Deals of a leak's group; of a stage's leak all of them. */
export function inLeakGroup({ dimension, group }: Pick<Leak, 'dimension' | 'group'>): DealCondition {
  const groups: Readonly<Record<string, (deal: DealRecord) => string | null>> = {
    owner: ({ ownerKey }) => ownerKey,
    source: ({ source }) => source,
    product: ({ productKey }) => productKey,
  };
  return (deal) => group === null || groups[dimension]?.(deal) === group;
}
