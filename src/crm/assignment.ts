import { fold } from '../shared/text';
import { loadShare } from './workload';

/** Who should look after a customer (C-64, C-65): expertise + existing relationship + free capacity, weighted. */
export interface AssignmentWeights {
  readonly expertise: number;
  readonly relationship: number;
  readonly capacity: number;
}

/** Proposal; Settings override. */
export const defaultWeights: AssignmentWeights = { expertise: 0.4, relationship: 0.3, capacity: 0.3 };

export interface Candidate {
  /** What the person knows, by {@link wordsOf}. */
  readonly industries: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly isOwner: boolean;
  readonly heldRevisits: number;
  readonly wonDeals: number;
  readonly visitsDue: number;
  readonly capacity: number | null;
}

/** What the customer needs: an industry and the products asked for. */
export interface AssignmentNeed {
  readonly industry: string | null;
  readonly products: readonly string[];
}

export type AssignmentReason = 'industry' | 'product' | 'owner' | 'heldRevisits' | 'wonDeals' | 'freeCapacity';

export interface AssignmentScore {
  /** Index of the candidate. */
  readonly candidate: number;
  /** 0 to 1: weighted mean of the three parts, each 0 to 1. */
  readonly score: number;
  readonly expertise: number;
  readonly relationship: number;
  readonly capacity: number;
  readonly reasons: readonly AssignmentReason[];
}

const separators = /[,;、，；/|]/;
const word = (text: string) => fold(text.trim());

/** Words of a text list (`Hotels, Cafés`; `酒店、餐饮`), compared without case. */
export const wordsOf = (list: string | null): ReadonlySet<string> =>
  new Set((list ?? '').split(separators).map(word).filter(Boolean));

/** Revisits held or deals won with a customer after which one more adds nothing to the relationship. */
const enough = { heldRevisits: 6, wonDeals: 3 };

/** Scores of all candidates, best first; equal ones in the given order. */
export function rankCandidates(
  need: AssignmentNeed,
  candidates: readonly Candidate[],
  weights: AssignmentWeights = defaultWeights,
): AssignmentScore[] {
  const wanted = wantedOf(need);
  return candidates.map((candidate, index) => explained(scoreOf(wanted, candidate, index, weights))).sort(bestFirst);
}

/** The best three (C-64); somebody with nothing to speak for is not proposed. */
export function topThree(
  need: AssignmentNeed,
  candidates: readonly Candidate[],
  weights: AssignmentWeights = defaultWeights,
): AssignmentScore[] {
  const wanted = wantedOf(need);
  let best: Scored[] = [];
  candidates.forEach((candidate, index) => {
    const scored = scoreOf(wanted, candidate, index, weights);
    if (scored.score > (best[2]?.score ?? 0)) best = [...best, scored].sort(bestFirst).slice(0, 3);
  });
  return best.map(explained);
}

const bestFirst = (a: Scored | AssignmentScore, b: Scored | AssignmentScore) =>
  b.score - a.score || a.candidate - b.candidate;

/** The need in words as candidates' words are compared. */
interface Wanted {
  readonly industry: string;
  readonly products: readonly string[];
}

const wantedOf = ({ industry, products }: AssignmentNeed): Wanted => ({
  industry: word(industry ?? ''),
  products: products.map(word),
});

/** A score with the facts that its reasons are told from: most candidates are never shown. */
interface Scored extends Omit<AssignmentScore, 'reasons'> {
  readonly industry: boolean;
  readonly knowsProduct: boolean;
  readonly person: Candidate;
}

function scoreOf(wanted: Wanted, candidate: Candidate, index: number, weights: AssignmentWeights): Scored {
  const industry = candidate.industries.has(wanted.industry);
  const knowsProduct = wanted.products.some((product) => candidate.products.has(product));
  const expertise = (Number(industry) + Number(knowsProduct)) / 2;
  const relationship = relationshipOf(candidate);
  const { share } = loadShare(candidate.visitsDue, candidate.capacity);
  const capacity = share === null ? 0 : Math.max(0, 1 - share);
  const total = weights.expertise + weights.relationship + weights.capacity;
  const sum = weights.expertise * expertise + weights.relationship * relationship + weights.capacity * capacity;
  const score = total > 0 ? sum / total : 0;
  return { candidate: index, score, expertise, relationship, capacity, industry, knowsProduct, person: candidate };
}

function explained({ industry, knowsProduct, person, ...score }: Scored): AssignmentScore {
  const reasons: readonly [AssignmentReason, boolean][] = [
    ['industry', industry],
    ['product', knowsProduct],
    ['owner', person.isOwner],
    ['heldRevisits', person.heldRevisits > 0],
    ['wonDeals', person.wonDeals > 0],
    ['freeCapacity', score.capacity > 0],
  ];
  return { ...score, reasons: reasons.flatMap(([reason, holds]) => (holds ? [reason] : [])) };
}

/** The owner's is complete; else held revisits and won deals count half each. */
function relationshipOf({ isOwner, heldRevisits, wonDeals }: Candidate): number {
  if (isOwner) return 1;
  const part = (count: number, most: number) => Math.min(count, most) / most / 2;
  return part(heldRevisits, enough.heldRevisits) + part(wonDeals, enough.wonDeals);
}
