/**
 * Moving a deal through the funnel (C-45, decision 14): which stage and outcome a wish leads to, or why it is refused.
 * A deal is won from the commitment on, and a won deal's stage keeps moving to acceptance and cash.
 */
import { effectiveOutcome, type Outcome } from './funnel';

export interface DealState {
  /** 1-based, `null` = none. */
  readonly stageNo: number | null;
  /** As typed; `null` = as the stage says. */
  readonly outcome: Outcome | null;
}

/** What a person wants: another stage, an outcome, or both. `open` is reopening. */
export interface DealWish {
  readonly stageNo: number | null;
  readonly outcome: Outcome | null;
}

/**
 * Lost deals move only after being reopened, won ones back before the commitment, too; nothing is won before it, nothing
 * open from it on.
 */
export type MoveRefusal = 'dealIsLost' | 'dealIsWon' | 'wonBeforeCommitted' | 'openAfterCommitted';

/** @param committedNo number of the commitment stage */
export function dealMove(deal: DealState, wish: DealWish, committedNo: number): DealState | MoveRefusal {
  const before = effectiveOutcome(deal.outcome, deal.stageNo, committedNo);
  const stageNo = wish.stageNo ?? stageOf(deal.stageNo ?? 1, wish.outcome, committedNo);
  switch (wish.outcome) {
    case 'lost':
      return { stageNo: wish.stageNo ?? deal.stageNo, outcome: 'lost' };
    case 'won':
      return stageNo < committedNo ? 'wonBeforeCommitted' : { stageNo, outcome: 'won' };
    case 'open':
      // Blank, so that a stage typed by hand later on still wins the deal.
      return stageNo < committedNo
        ? { stageNo, outcome: before === 'open' ? deal.outcome : null }
        : 'openAfterCommitted';
    default:
      return movedOn(deal, before, stageNo, committedNo);
  }
}

function movedOn(deal: DealState, before: Outcome, stageNo: number, committedNo: number): DealState | MoveRefusal {
  if (before === 'lost') return 'dealIsLost';
  if (before === 'won' && stageNo < committedNo) return 'dealIsWon';
  return { stageNo, outcome: deal.outcome === 'open' && stageNo >= committedNo ? 'won' : deal.outcome };
}

/** Where a deal stands by its new outcome when nobody says: at least at the commitment, or at most before it. */
function stageOf(stageNo: number, outcome: Outcome | null, committedNo: number): number {
  if (outcome === 'won') return Math.max(stageNo, committedNo);
  return outcome === 'open' ? Math.min(stageNo, committedNo - 1) : stageNo;
}
