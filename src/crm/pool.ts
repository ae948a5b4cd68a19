/**
 * The public pool (公海): customers without an owner that anybody may claim, and customers whose owner neglects them.
 * Nothing is taken away by a rule: recycling is proposed, a manager decides.
 */
export interface PoolRules {
  /** Days without contact after which a customer may be recycled. */
  readonly protectionDays: number;
  /** Days before the end of protection from which the owner is warned. */
  readonly warningDays: number;
  /** Most customers that one person may hold. */
  readonly holdingCap: number;
  /** Most customers that one person may claim in a day. */
  readonly claimCap: number;
}

/** Proposals; Settings override. */
export const defaultPoolRules: PoolRules = { protectionDays: 90, warningDays: 7, holdingCap: 200, claimCap: 5 };

export type PoolState = 'inPool' | 'protected' | 'warning' | 'recyclable';

export interface PoolFacts {
  readonly hasOwner: boolean;
  /** Key customers and those with open business are never recycled. */
  readonly exempt: boolean;
  /** Last contact or change of owner, else the day it was created; `null` when nothing is known. */
  readonly lastTouch: number | null;
}

export interface PoolResult {
  readonly state: PoolState;
  /** Last protected day; `null` without owner or date, or when exempt. */
  readonly protectedUntil: number | null;
  readonly rule: 'noOwner' | 'exempt' | 'noDate' | 'protectionDays';
}

/** Whole serial days. Without a date a customer stays protected: nothing is taken on missing data. */
export function poolState({ hasOwner, exempt, lastTouch }: PoolFacts, today: number, rules: PoolRules): PoolResult {
  if (!hasOwner) return { state: 'inPool', protectedUntil: null, rule: 'noOwner' };
  if (exempt) return { state: 'protected', protectedUntil: null, rule: 'exempt' };
  if (lastTouch === null) return { state: 'protected', protectedUntil: null, rule: 'noDate' };
  const protectedUntil = Math.floor(lastTouch) + rules.protectionDays;
  const state =
    today > protectedUntil ? 'recyclable' : today > protectedUntil - rules.warningDays ? 'warning' : 'protected';
  return { state, protectedUntil, rule: 'protectionDays' };
}

/** How many customers a person may still claim today: the smaller of what both caps leave. */
export const claimsLeft = (holding: number, claimedToday: number, rules: PoolRules): number =>
  Math.max(0, Math.min(rules.holdingCap - holding, rules.claimCap - claimedToday));

export type ClaimRefusal = 'notInPool' | 'holdingCapReached' | 'claimCapReached';

/** Why somebody may not take a customer; `null` when nothing speaks against it. Counts are before the claim. */
export function claimRefusal(
  state: PoolState,
  holding: number,
  claimedToday: number,
  rules: PoolRules,
): ClaimRefusal | null {
  if (state !== 'inPool') return 'notInPool';
  if (holding >= rules.holdingCap) return 'holdingCapReached';
  return claimedToday >= rules.claimCap ? 'claimCapReached' : null;
}
