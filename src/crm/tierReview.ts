/**
 * The tier review (C-16, C-18, decision 12): a dated run that proposes moves, each with its reason. Up at once; down only
 * when the review before already said so, so that one weak quarter costs nobody the service.
 */
import { edate } from '../shared/dates';
import { computedTier, type TierCut } from './tier';

export interface ReviewedCustomer {
  readonly id: string | null;
  readonly isKey: boolean;
  /** What the cut points compare: value in major units, or points. */
  readonly value: number;
  /** The tier before this review, without an override. */
  readonly tier: string | null;
}

/** A line of an earlier review. */
export interface ReviewLine {
  readonly customer: string;
  readonly reviewedAt: number;
  readonly to: string | null;
  /** `heldOnce`: the review wanted a lower tier and waited. */
  readonly why: string;
}

/** Why a customer moves or not: the rule that fired. */
export type ReviewRule = 'keyCustomer' | 'up' | 'downTwice' | 'heldOnce' | 'firstTier';

export interface ReviewMove {
  /** Position of the customer. */
  readonly row: number;
  readonly from: string | null;
  readonly to: string | null;
  /** What the cut points say, also when the move waits. */
  readonly target: string | null;
  readonly why: ReviewRule;
}

/** Where a rule moves somebody: up, down, nowhere yet, or into a first tier. */
export type MoveDirection = 'up' | 'down' | 'waiting' | 'first';

export const directionOf: Readonly<Record<ReviewRule, MoveDirection>> = {
  keyCustomer: 'up',
  up: 'up',
  downTwice: 'down',
  heldOnce: 'waiting',
  firstTier: 'first',
};

/** Everybody whose tier would differ by the cut points; `heldOnce` stay where they are until the next review. */
export function reviewTiers(
  customers: readonly ReviewedCustomer[],
  cuts: readonly TierCut[],
  history: readonly ReviewLine[],
): ReviewMove[] {
  const ranks = new Map(cuts.map(({ tier }, rank) => [tier, rank]));
  const waiting = waitingSince(history);
  return customers.flatMap((customer, row): ReviewMove[] => {
    const target = computedTier(customer.value, customer.isKey, cuts);
    if (target === customer.tier) return [];
    const fell = target !== null && (ranks.get(target) ?? 0) > (ranks.get(customer.tier ?? '') ?? Infinity);
    const why = whyOf(customer, fell, customer.id !== null && waiting.has(customer.id));
    return [{ row, from: customer.tier, to: why === 'heldOnce' ? customer.tier : target, target, why }];
  });
}

function whyOf({ isKey, tier }: ReviewedCustomer, fell: boolean, waited: boolean): ReviewRule {
  if (isKey) return 'keyCustomer';
  if (tier === null) return 'firstTier';
  if (!fell) return 'up';
  return waited ? 'downTwice' : 'heldOnce';
}

/** Customers whose move down waited at the last review. */
function waitingSince(history: readonly ReviewLine[]): ReadonlySet<string> {
  const last = lastReviewOf(history);
  return new Set(
    history.flatMap(({ customer, reviewedAt, why }) => (reviewedAt === last && why === 'heldOnce' ? [customer] : [])),
  );
}

/** Day of the last review; `null` when there was none. */
export const lastReviewOf = (history: readonly { readonly reviewedAt: number }[]): number | null =>
  history.reduce<number | null>(
    (last, { reviewedAt }) => (last === null || reviewedAt > last ? reviewedAt : last),
    null,
  );

/** Months between reviews, and the day of the next one: today when there was none yet. */
export function nextReview(last: number | null, months: number, today: number): number {
  return last === null ? today : edate(last, months);
}

/** Version of the rules: the cut points themselves, so that a snapshot explains itself (`A>=900 B>=600 C>=0`). */
export const ruleVersion = (cuts: readonly TierCut[]): string =>
  cuts.map(({ tier, minValue }) => `${tier}>=${minValue ?? '-'}`).join(' ');

/** The cut points of a version, in the order written; `null` = the tier had none. What cannot be read is left out. */
export const cutsOfVersion = (version: string): TierCut[] =>
  [...version.matchAll(/(\S+)>=(\S+)/g)].flatMap(([, tier, text]): TierCut[] => {
    const minValue = text === '-' ? null : Number(text);
    return Number.isNaN(minValue) ? [] : [{ tier: tier!, minValue }];
  });

/** Revisits a year that a set of cadences in days means; customers without one are not visited. */
export const visitsPerYear = (everyDays: readonly (number | null)[]): number =>
  everyDays.reduce<number>((sum, days) => sum + (days ? 365 / days : 0), 0);
