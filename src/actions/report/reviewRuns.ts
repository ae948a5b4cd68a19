import type { Value } from '../../crm/snapshot';
import type { TierCut } from '../../crm/tier';
import { cutsOfVersion, directionOf, lastReviewOf, nextReview, type ReviewRule } from '../../crm/tierReview';
import { columnOf } from '../../template/environment';
import type { Facts } from './facts';

/** When tiers are reviewed (C-18): days are serials. */
export interface ReviewSchedule {
  /** `null` = there was none yet. */
  readonly last: number | null;
  readonly next: number;
  /** Days after the day on which a review was due; negative before it. */
  readonly daysLate: number;
  readonly months: number;
  readonly basis: 'value' | 'points';
}

export function reviewSchedule({ computed, environment }: Facts): ReviewSchedule {
  const { today, customers } = environment;
  const days = columnOf(computed, 'tierReviews', 'reviewedAt');
  const last = lastReviewOf(days.flatMap((day) => (typeof day === 'number' ? [{ reviewedAt: Math.floor(day) }] : [])));
  const next = nextReview(last, customers.reviewMonths, today);
  return { ...{ last, next, daysLate: today - next }, months: customers.reviewMonths, basis: customers.tierBasis };
}

/** One line of the table of reviews. */
export interface ReviewLineFound {
  /** Row of the table of reviews. */
  readonly row: number;
  readonly reviewedAt: number;
  /** `null`: the line says that nobody moved. */
  readonly customerId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
  readonly accepted: boolean;
}

/** What became of the customers of a review. */
export const reviewOutcomes = ['up', 'down', 'waiting', 'first', 'declined'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** A review of the past. */
export interface ReviewRun {
  readonly reviewedAt: number;
  readonly cuts: readonly TierCut[];
  /** Rows of the table of reviews by what became of the customers. */
  readonly rows: Readonly<Record<ReviewOutcome, readonly number[]>>;
}

/** Lines of all reviews, newest first, those of a day in the order of the sheet. */
export function reviewLines({ computed }: Facts): readonly ReviewLineFound[] {
  const columns = ['reviewedAt', 'customer', 'from', 'to', 'why', 'accepted'].map((id) =>
    columnOf(computed, 'tierReviews', id),
  );
  const text = (cell: Value | undefined) => (typeof cell === 'string' ? cell : null);
  const lines = columns[0]!.flatMap((day, row): ReviewLineFound[] => {
    const [, customer, from, to, why, accepted] = columns.map((values) => values[row]);
    if (typeof day !== 'number') return [];
    const tiers = { from: text(from), to: text(to) };
    const who = { row, reviewedAt: Math.floor(day), customerId: text(customer) };
    return [{ ...who, ...tiers, why: String(why ?? ''), accepted: accepted !== false }];
  });
  return lines.sort((a, b) => b.reviewedAt - a.reviewedAt || a.row - b.row);
}

/** Reviews of the past, newest first. */
export function reviewRuns(facts: Facts): readonly ReviewRun[] {
  const versions = columnOf(facts.computed, 'tierReviews', 'ruleVersion');
  const byDay = new Map<number, ReviewLineFound[]>();
  for (const line of reviewLines(facts)) {
    const lines = byDay.get(line.reviewedAt);
    if (lines) lines.push(line);
    else byDay.set(line.reviewedAt, [line]);
  }
  return [...byDay].map(([reviewedAt, lines]) => ({
    ...{ reviewedAt, cuts: cutsOfVersion(String(versions[lines[0]!.row] ?? '')) },
    rows: outcomesOf(lines),
  }));
}

/** What became of a line; `null` for one of nobody. */
export function outcomeOf({ customerId, why, accepted }: ReviewLineFound): ReviewOutcome | null {
  const direction = directionOf[why as ReviewRule] as ReviewOutcome | undefined;
  if (customerId === null || !direction) return null;
  return accepted || direction === 'waiting' ? direction : 'declined';
}

function outcomesOf(lines: readonly ReviewLineFound[]): ReviewRun['rows'] {
  const rows: Record<ReviewOutcome, number[]> = { up: [], down: [], waiting: [], first: [], declined: [] };
  for (const line of lines) {
    const outcome = outcomeOf(line);
    if (outcome) rows[outcome].push(line.row);
  }
  return rows;
}
