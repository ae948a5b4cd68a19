/**
 * Conversion from stage to stage (C-46, C-47). A deal passes every stage before the furthest one it was ever in; there
 * it is lost, or still undecided: who is still in a stage has not failed it, so those are counted beside, not against.
 */
import type { Outcome } from './funnel';
import { proportion, type Proportion } from './proportion';

/** How far a deal came: a 0-based position among the stages, -1 when nobody knows. */
export interface DealProgress {
  readonly furthest: number;
  readonly outcome: Outcome;
}

/** `hits` deals went on, out of `n` that went on or were lost here. */
export interface StageConversion extends Proportion {
  /** 0-based position of the stage. */
  readonly stage: number;
  /** Deals that are still here. */
  readonly pending: number;
}

/**
 * The furthest stage of a deal: where it is, where its history saw it, and the commitment once it is won.
 * All are 1-based stage numbers, `null` = unknown; so is the result.
 */
export function furthestStage(
  stageNo: number | null,
  historyNo: number | null,
  isWon: boolean,
  committedNo: number,
): number | null {
  const furthest = Math.max(stageNo ?? 0, historyNo ?? 0, isWon ? committedNo : 0);
  return furthest > 0 ? furthest : null;
}

/** One row for each stage but the last, which leads nowhere. */
export function conversions(deals: readonly DealProgress[], stageCount: number): StageConversion[] {
  const [passed, lost, pending] = [0, 1, 2].map(() => new Int32Array(stageCount + 1)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (const { furthest, outcome } of deals) {
    if (furthest < 0 || furthest >= stageCount) continue;
    passed[furthest]! += 1;
    (outcome === 'lost' ? lost : pending)[furthest]! += 1;
  }
  // Deals that came further than a stage passed it.
  for (let stage = stageCount - 1; stage >= 0; stage -= 1) passed[stage]! += passed[stage + 1]!;
  return Array.from({ length: Math.max(0, stageCount - 1) }, (_, stage) => {
    const on = passed[stage + 1]!;
    return { stage, ...proportion(on, on + lost[stage]!), pending: pending[stage]! };
  });
}
