/**
 * How long deals stay in a stage, and which stay too long (C-46). Stays are read from the history of stages: from one
 * entry to the deal's next one. The age of a deal counts from its stage entry too, not from the last contact: it is
 * compared with other deals' stays, and a call that moves nothing must not make a stuck deal look fresh.
 */
import { quantile } from './quantile';

/** A deal's entry into a stage; `day` is a serial. */
export interface StageEntry {
  readonly deal: number;
  /** 0-based position; -1 = lost: from that day on the deal is in no stage. */
  readonly stage: number;
  readonly day: number;
  /** The deal was first seen in the stage; since when it was there nobody knows. */
  readonly isLate?: boolean;
}

export interface StaleRule {
  /** Stale after this many times the stage's median stay. */
  readonly factor: number;
  /** Finished stays that a median needs; below, the stage's own number of days counts. */
  readonly minimum: number;
}

export const staleDefaults: StaleRule = { factor: 2, minimum: 10 };

export interface StageDwell {
  readonly stage: number;
  /** Finished stays. */
  readonly n: number;
  /** Median days of the finished stays; `null` without one. */
  readonly medianDays: number | null;
  /** A deal is stale when it is here for more days than this; `null` = never. */
  readonly limit: number | null;
  readonly basis: 'median' | 'default';
}

/**
 * Days of the finished stays by stage. A deal that comes back to a stage has two stays in it. A loss finishes no stay,
 * and one whose beginning nobody knows has no length.
 */
export function staysByStage(entries: readonly StageEntry[], stageCount: number): number[][] {
  const stays = Array.from({ length: stageCount }, (): number[] => []);
  const sorted = [...entries].sort((a, b) => a.deal - b.deal || a.day - b.day || a.stage - b.stage);
  sorted.forEach(({ deal, stage, day, isLate }, index) => {
    const next = sorted[index + 1];
    if (!isLate && next?.deal === deal && next.stage !== stage && next.stage >= 0) stays[stage]?.push(next.day - day);
  });
  return stays;
}

/** @param staleDays each stage's own number of days, `null` for none */
export function dwell(
  entries: readonly StageEntry[],
  staleDays: readonly (number | null)[],
  { factor, minimum }: StaleRule = staleDefaults,
): StageDwell[] {
  return staysByStage(entries, staleDays.length).map((stays, stage) => {
    const n = stays.length;
    const medianDays = n ? quantile(Float64Array.from(stays).sort(), 0.5) : null;
    const limit = staleLimit(medianDays, n, staleDays[stage]!, { factor, minimum });
    return { stage, n, medianDays, ...limit };
  });
}

/** Days after which a deal is stale, and what says so. */
export function staleLimit(
  medianDays: number | null,
  n: number,
  staleDays: number | null,
  { factor, minimum }: StaleRule = staleDefaults,
): Pick<StageDwell, 'limit' | 'basis'> {
  if (medianDays === null || n < minimum) return { limit: staleDays, basis: 'default' };
  return { limit: factor * medianDays, basis: 'median' };
}

/** The day a deal entered its stage: the latest that is recorded, else its creation; `null` = unknown. */
export function stageEntry(historyAt: number | null, stageSince: number | null, createdAt: number | null) {
  if (historyAt === null && stageSince === null) return createdAt === null ? null : Math.floor(createdAt);
  return Math.floor(Math.max(historyAt ?? -Infinity, stageSince ?? -Infinity));
}

export const isStale = (days: number | null, limit: number | null): boolean =>
  days !== null && limit !== null && days > limit;
