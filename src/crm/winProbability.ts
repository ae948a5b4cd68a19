/**
 * Probability of a stage from the workbook's own deals (C-44): of those that got this far and are decided, the share that
 * was won. Too few of them prove nothing: then the stage's default stands, and the result says so.
 */
import { proportion, type Proportion } from './proportion';
import type { DealProgress } from './conversion';

/** Decided deals that a stage needs before its own figure counts. */
export const minDecidedDeals = 30;

export interface StageProbability extends Proportion {
  readonly basis: 'own' | 'default';
  /** What counts: `rate` when the basis is `own`. */
  readonly probability: number | null;
}

/** @param minimum decided deals that are enough; Infinity = never */
export function stageProbability(
  won: number,
  decided: number,
  fallback: number | null,
  minimum = minDecidedDeals,
): StageProbability {
  const own = proportion(won, decided);
  const isOwn = own.rate !== null && decided >= minimum;
  return { ...own, basis: isOwn ? 'own' : 'default', probability: isOwn ? own.rate : fallback };
}

/** {@link stageProbability} by stage. From the commitment on a deal counts as won, so that its own share says nothing. */
export function stageProbabilities(
  { decided, won }: DecidedDeals,
  fallbacks: readonly (number | null)[],
  committed: number,
  minimum = minDecidedDeals,
): StageProbability[] {
  return fallbacks.map((fallback, stage) =>
    stageProbability(won[stage]!, decided[stage]!, fallback, stage < committed ? minimum : Infinity),
  );
}

/** How many deals were decided, and won, by the stage that they got to or further. */
export interface DecidedDeals {
  readonly decided: ArrayLike<number>;
  readonly won: ArrayLike<number>;
}

/** Decided and won deals that got to each stage or further. */
export function decidedByStage(deals: readonly DealProgress[], stageCount: number): DecidedDeals {
  const [decided, won] = [new Int32Array(stageCount), new Int32Array(stageCount)];
  for (const { furthest, outcome } of deals) {
    if (outcome === 'open' || furthest < 0 || furthest >= stageCount) continue;
    decided[furthest]! += 1;
    if (outcome === 'won') won[furthest]! += 1;
  }
  for (let stage = stageCount - 2; stage >= 0; stage -= 1) {
    decided[stage]! += decided[stage + 1]!;
    won[stage]! += won[stage + 1]!;
  }
  return { decided, won };
}
