/** Lifecycle (C-24..C-32): the stage that the evidence says, beside the one that a person holds. */
import type { Activity } from './activity';

export type Lifecycle = 'potential' | 'prospective' | 'firstTime' | 'repeat' | 'loyal' | 'dormant' | 'lost';

/** The rule that decided. */
export type LifecycleRule =
  | 'lostReturned'
  | 'dormantBuyer'
  | 'loyalOrders'
  | 'repeatOrders'
  | 'firstOrder'
  | 'intent'
  | 'openDeal'
  | 'noEvidence';

/** From the first to the last stage. */
export const lifecycles: readonly Lifecycle[] = [
  'potential',
  'prospective',
  'firstTime',
  'repeat',
  'loyal',
  'dormant',
  'lost',
];

/** Register of prospective customers that lost ones go back to (C-25, C-32). */
export const lostRegister = 'lostCustomer';

export interface LifecyclePolicy {
  /** Orders from which a buyer is loyal. */
  readonly loyalOrders: number;
  /** Stage from which an open deal makes a customer prospective (C-26); in the order of the funnel. */
  readonly prospectiveStage: string;
}

export const lifecycleDefaults: LifecyclePolicy = { loyalOrders: 5, prospectiveStage: 'confirmed' };

export interface LifecycleEvidence {
  readonly orders: number;
  readonly activity: Activity | null;
  readonly hasIntent: boolean;
  /** Open deals at or after the stage of the criterion. */
  readonly deals: number;
}

export interface LifecycleResult {
  readonly lifecycle: Lifecycle;
  readonly rule: LifecycleRule;
  /** Register the customer goes back to; `null` unless lost. */
  readonly leadRegister: string | null;
}

type Rule = readonly [LifecycleRule, Lifecycle, (evidence: LifecycleEvidence, policy: LifecyclePolicy) => boolean];

/** The first rule that fits; a lost customer is a prospective one again, never an end (C-32). */
const rules: readonly Rule[] = [
  ['lostReturned', 'prospective', ({ activity }) => activity === 'lost'],
  ['dormantBuyer', 'dormant', ({ activity }) => activity === 'dormant'],
  ['loyalOrders', 'loyal', ({ orders }, { loyalOrders }) => orders >= loyalOrders],
  ['repeatOrders', 'repeat', ({ orders }) => orders > 1],
  ['firstOrder', 'firstTime', ({ orders }) => orders === 1],
  ['intent', 'prospective', ({ hasIntent }) => hasIntent],
  ['openDeal', 'prospective', ({ deals }) => deals > 0],
  ['noEvidence', 'potential', () => true],
];

export function lifecycleOf(evidence: LifecycleEvidence, policy: LifecyclePolicy): LifecycleResult {
  const [rule, lifecycle] = rules.find(([, , fits]) => fits(evidence, policy))!;
  return { lifecycle, rule, leadRegister: rule === 'lostReturned' ? lostRegister : null };
}

/** What counts: the stage that a person holds wins over the computed one (C-16's manner, for C-24..C-32). */
export const effectiveLifecycle = (held: string | null, computed: Lifecycle): string => held ?? computed;
