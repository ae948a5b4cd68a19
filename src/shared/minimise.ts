/** A function at a point, with its gradient. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface Minimum extends Evaluation {
  readonly at: readonly number[];
  /** The gradient is as good as zero there. */
  readonly isFound: boolean;
}

const mostSteps = 100;
const longestStep = 2;
/** Gradients this small are zero; where rounding ends the search earlier, the larger one will do. */
const flat = 1e-10;
const nearlyFlat = 1e-7;
/** Differences of values this small, in shares of the value, are rounding. */
const rounding = 1e-14;

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * right[at]!, 0);
const steepest = (gradient: readonly number[]): number => Math.max(...gradient.map(Math.abs));

/**
 * Smallest value of a smooth function of a few unknowns: quasi-Newton (BFGS) with backtracking. The unknowns should be
 * of the size of 1, and so should the values.
 */
export function minimise(evaluate: (at: readonly number[]) => Evaluation, start: readonly number[]): Minimum {
  let [at, here] = [start, evaluate(start)];
  let inverse = identity(start.length);
  for (let step = 0; step < mostSteps && steepest(here.gradient) > flat; step += 1) {
    const direction = inverse.map((row) => -dot(row, here.gradient));
    const isDown = dot(direction, here.gradient) < 0;
    const found = walk(evaluate, at, here, isDown ? direction : here.gradient.map((slope) => -slope));
    if (!found) break;
    const moved = found.at.map((value, index) => value - at[index]!);
    const bent = found.gradient.map((slope, index) => slope - here.gradient[index]!);
    inverse = dot(moved, bent) > 0 ? updated(isDown ? inverse : identity(start.length), moved, bent) : inverse;
    [at, here] = [found.at, found];
  }
  return { at, ...here, isFound: steepest(here.gradient) <= nearlyFlat };
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)));

/** Along a direction as far as the function falls enough (Armijo); `null` when it does not fall any more. */
function walk(
  evaluate: (at: readonly number[]) => Evaluation,
  from: readonly number[],
  { value, gradient }: Evaluation,
  direction: readonly number[],
): (Evaluation & { readonly at: readonly number[] }) | null {
  const slope = dot(direction, gradient);
  let length = Math.min(1, longestStep / Math.max(steepest(direction), Number.MIN_VALUE));
  for (let halving = 0; halving < 30; halving += 1, length /= 2) {
    const at = from.map((coordinate, index) => coordinate + length * direction[index]!);
    const there = evaluate(at);
    if (there.value <= value + 1e-4 * length * slope) return { at, ...there };
    // So close to the lowest point only the gradient still tells better from worse.
    const isLevel = Math.abs(there.value - value) <= rounding * Math.abs(value);
    if (isLevel) return steepest(there.gradient) < steepest(gradient) ? { at, ...there } : null;
  }
  return null;
}

/** The inverse of the curvature after a step (BFGS): (I - s y'/sy) H (I - y s'/sy) + s s'/sy. */
function updated(inverse: readonly number[][], moved: readonly number[], bent: readonly number[]): number[][] {
  const scale = 1 / dot(moved, bent);
  const turned = inverse.map((row) => dot(row, bent));
  const stretch = scale * (1 + scale * dot(bent, turned));
  return inverse.map((row, i) =>
    row.map(
      (value, j) => value - scale * (turned[i]! * moved[j]! + moved[i]! * turned[j]!) + stretch * moved[i]! * moved[j]!,
    ),
  );
}
