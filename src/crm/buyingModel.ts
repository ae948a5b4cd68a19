/**
 * The model of buying that fits the customers best (C-71), by maximum likelihood. Numbers of purchases are whole, so that
 * all gamma functions of the likelihood are sums of logarithms: exact, and one pass over the customers.
 */
import { minimise, type Evaluation } from '../shared/minimise';
import type { BuyingHistory, BuyingModel } from './aliveProbability';

/** Fewer customers who came back than this tell no pattern. */
export const fewestRepeatBuyers = 30;
/** Below this share of leaving after a purchase, the data say nothing of leaving. */
const leastDropout = 0.01;
/** Parameters beyond it lie on a flat ridge: any other would do as well. */
const largestParameter = 1e6;
/**
 * What holds the logarithms of the parameters (alpha in ages of the longest-known customer) near 0 where customers are so
 * alike, or so few, that the likelihood alone has no top: times their squares.
 */
const restraint = 0.1;

/** `noDropout`: purchases can be predicted, but hardly anybody is seen to leave, so that all would be alive. */
export type ModelRule = 'fitted' | 'noDropout' | 'tooFewCustomers' | 'notFound';

export interface FittedModel {
  readonly rule: ModelRule;
  /** Customers who bought, of these those who came back, and their repeats. */
  readonly n: number;
  readonly repeatBuyers: number;
  readonly repeats: number;
  /** `null` without a fit. */
  readonly model: BuyingModel | null;
  /** Whether the likelihood alone had no top, so that the parameters were held back. */
  readonly isRestrained: boolean;
  readonly logLikelihood: number | null;
}

export function fitBuyingModel(histories: readonly BuyingHistory[]): FittedModel {
  const n = histories.length;
  const repeatBuyers = histories.filter(({ repeats }) => repeats > 0).length;
  const counts = { n, repeatBuyers, repeats: histories.reduce((sum, { repeats }) => sum + repeats, 0) };
  const nothing = { ...counts, model: null, isRestrained: false, logLikelihood: null };
  if (repeatBuyers < fewestRepeatBuyers) return { rule: 'tooFewCustomers', ...nothing };
  // Weeks are scaled so that the logarithms of all parameters are of one size.
  const longest = histories.reduce((most, { age }) => Math.max(most, age), 0);
  const scaled = histories.map(({ repeats, span, age }) => ({ repeats, span: span / longest, age: age / longest }));
  const free = bestModel(scaled, longest, 0);
  const model = free ?? bestModel(scaled, longest, restraint);
  if (!model) return { rule: 'notFound', ...nothing };
  const rule = model.a / (model.a + model.b) < leastDropout ? 'noDropout' : 'fitted';
  return { rule, ...counts, model, isRestrained: !free, logLikelihood: logLikelihoodOf(histories, model) };
}

/** @param longest weeks that one unit of the histories' times stands for */
function bestModel(histories: readonly BuyingHistory[], longest: number, held: number): BuyingModel | null {
  const found = minimise((logs) => restrained(meanLoss(histories, logs), logs, held / histories.length), [0, 0, 0, 0]);
  const [r, alpha, a, b] = found.at.map(Math.exp) as [number, number, number, number];
  if (!found.isFound || Math.max(r, alpha * longest, a, b) > largestParameter) return null;
  return { unit: 'weeks', r, alpha: alpha * longest, a, b };
}

const restrained = ({ value, gradient }: Evaluation, logs: readonly number[], held: number): Evaluation => ({
  value: value + held * logs.reduce((sum, log) => sum + log * log, 0),
  gradient: gradient.map((slope, index) => slope + 2 * held * logs[index]!),
});

/** Log-likelihood of a model; the unit of the histories must be the model's. */
export const logLikelihoodOf = (histories: readonly BuyingHistory[], { r, alpha, a, b }: BuyingModel): number =>
  -histories.length * meanLoss(histories, [r, alpha, a, b].map(Math.log)).value;

/** Minus the mean log-likelihood by the logarithms of r, alpha, a and b, with its gradient. */
function meanLoss(histories: readonly BuyingHistory[], logs: readonly number[]): Evaluation {
  const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
  const most = histories.reduce((largest, { repeats }) => Math.max(largest, repeats), 0);
  const sums = risingSums(most, r, a, b);
  const [logAlpha, logA] = [Math.log(alpha), Math.log(a)];
  let [total, ofR, ofAlpha, ofA, ofB] = [0, 0, 0, 0, 0];
  for (const { repeats, span, age } of histories) {
    const [power, logAge, logSpan] = [r + repeats, Math.log(alpha + age), Math.log(alpha + span)];
    const alive = -power * logAge;
    const gone = repeats > 0 ? logA - Math.log(b + repeats - 1) - power * logSpan : -Infinity;
    const either = Math.max(alive, gone) + Math.log1p(Math.exp(-Math.abs(alive - gone)));
    const goneShare = Math.exp(gone - either);
    const aliveShare = 1 - goneShare;
    total += sums.logs[repeats]! + r * logAlpha + either;
    ofR += sums.ofR[repeats]! + logAlpha - aliveShare * logAge - goneShare * logSpan;
    ofAlpha += r / alpha - power * (aliveShare / (alpha + age) + goneShare / (alpha + span));
    ofA += goneShare / a - sums.ofBoth[repeats]!;
    ofB += sums.ofB[repeats]! - sums.ofBoth[repeats]! - (repeats > 0 ? goneShare / (b + repeats - 1) : 0);
  }
  const n = histories.length;
  return { value: -total / n, gradient: [ofR * r, ofAlpha * alpha, ofA * a, ofB * b].map((sum) => -sum / n) };
}

/** Sums over j below each number of repeats: ln[(r+j)(b+j)/(a+b+j)], and 1/(r+j), 1/(b+j), 1/(a+b+j). */
function risingSums(most: number, r: number, a: number, b: number) {
  const table = () => new Float64Array(most + 1);
  const sums = { logs: table(), ofR: table(), ofB: table(), ofBoth: table() };
  for (let j = 0; j < most; j += 1) {
    sums.logs[j + 1] = sums.logs[j]! + Math.log(((r + j) * (b + j)) / (a + b + j));
    sums.ofR[j + 1] = sums.ofR[j]! + 1 / (r + j);
    sums.ofB[j + 1] = sums.ofB[j]! + 1 / (b + j);
    sums.ofBoth[j + 1] = sums.ofBoth[j]! + 1 / (a + b + j);
  }
  return sums;
}
