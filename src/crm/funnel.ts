import { roundHalfAwayFromZero, sumMoney } from '../shared/numbers';

/** The eight stages of the sales funnel, through acceptance and cash (C-45). */
export const stages = [
  'met',
  'found',
  'confirmed',
  'needsDefined',
  'proposal',
  'committed',
  'accepted',
  'collected',
] as const;
export type Stage = (typeof stages)[number];
export type Outcome = 'open' | 'won' | 'lost';

/** One deal as the funnel sees it. */
export interface Deal {
  readonly stage: string | null;
  /** Effective outcome, see {@link effectiveOutcome}. */
  readonly outcome: Outcome;
  /** Major units; `null` is not 0 but "without amount" (decision 4). */
  readonly amount: number | null;
  /** 0..1 */
  readonly probability: number | null;
}

/** Blank outcome: open, and won from the commitment stage on (decision 14). */
export function effectiveOutcome(outcome: Outcome | null, stageNo: number | null, committedStageNo: number): Outcome {
  return outcome ?? (stageNo !== null && stageNo >= committedStageNo ? 'won' : 'open');
}

/** Amount x probability, rounded per deal before any sum; `null` unless the deal is open and has both. */
export function weightedAmount(deal: Deal, digits: number): number | null {
  if (deal.outcome !== 'open' || deal.amount === null || deal.probability === null) return null;
  return roundHalfAwayFromZero(deal.amount * deal.probability, digits);
}

export interface FunnelStage {
  readonly stage: string;
  readonly count: number;
  readonly amount: number;
  readonly weighted: number;
  readonly withoutAmount: number;
  /** Deals that got this far or further, lost ones at the stage where they were lost. */
  readonly reached: number;
  /** `reached` of the next stage / `reached`; `null` for the last stage or when nobody got here. */
  readonly conversion: number | null;
}

export interface Funnel {
  readonly stages: readonly FunnelStage[];
  readonly won: { readonly count: number; readonly amount: number };
  readonly lost: { readonly count: number; readonly amount: number };
  /** won / (won + lost); `null` without a decided deal. */
  readonly winRate: number | null;
  /** Three totals that are never mixed: promised, delivered, paid. */
  readonly bookings: number;
  readonly deliveries: number;
  readonly cash: number;
}

/** The funnel shows open deals plus won ones not yet collected; weighted counts open ones only (decision 14). */
export function funnel(deals: readonly Deal[], stageOrder: readonly string[], digits: number): Funnel {
  const position = new Map(stageOrder.map((stage, index) => [stage, index]));
  const placed = deals.map((deal) => ({ ...deal, at: deal.stage === null ? -1 : (position.get(deal.stage) ?? -1) }));
  const reached = stageOrder.map((_, index) => placed.filter((deal) => deal.at >= index).length);
  const money = (chosen: readonly Deal[]) =>
    sumMoney(
      chosen.map((deal) => deal.amount),
      digits,
    );
  const won = placed.filter((deal) => deal.outcome === 'won');
  const lost = placed.filter((deal) => deal.outcome === 'lost');
  const wonFrom = (stage: Stage) => money(won.filter((deal) => deal.at >= stageOrder.indexOf(stage)));
  return {
    stages: stageOrder.map((stage, index) => {
      const here = placed.filter((deal) => deal.at === index && inFunnel(deal.outcome, index, stageOrder.length));
      return {
        stage,
        count: here.length,
        amount: money(here),
        weighted: sumMoney(
          here.map((deal) => weightedAmount(deal, digits)),
          digits,
        ),
        withoutAmount: here.filter((deal) => deal.amount === null).length,
        reached: reached[index]!,
        conversion: reached[index] && index + 1 < stageOrder.length ? reached[index + 1]! / reached[index]! : null,
      };
    }),
    won: { count: won.length, amount: money(won) },
    lost: { count: lost.length, amount: money(lost) },
    winRate: won.length + lost.length ? won.length / (won.length + lost.length) : null,
    bookings: money(won),
    deliveries: wonFrom('accepted'),
    cash: wonFrom('collected'),
  };
}

/** Open deals, and won ones that are not yet at the last stage. */
export const inFunnel = (outcome: Outcome, stageIndex: number, stageCount: number): boolean =>
  outcome === 'open' || (outcome === 'won' && stageIndex < stageCount - 1);
