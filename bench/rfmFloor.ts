import { noScores, shares, type RaceInput, type Racer, type Scores } from './peers/peer';

/**
 * The same work as a programmer would write it for exactly these orders, and for nothing else: one loop, no order left
 * out, days and counts sorted by counting, money by quick selection. What a rule may cost at best.
 */
export const floor: Racer<RaceInput> = {
  name: 'hand-written loop',
  load: (input) => input,
  score({ orders: { customer, day, amount }, customers, asOf }) {
    const last = new Float64Array(customers);
    const count = new Int32Array(customers);
    const money = new Float64Array(customers);
    for (let row = 0; row < customer.length; row++) {
      const who = customer[row]!;
      count[who]!++;
      money[who]! += amount[row]!;
      if (day[row]! > last[who]!) last[who] = day[row]!;
    }
    const days = new Int32Array(customers);
    const spent = new Float64Array(customers);
    let buyers = 0;
    for (let who = 0; who < customers; who++) {
      days[who] = asOf - last[who]!;
      if (count[who]) spent[buyers++] = money[who]!;
    }
    const cuts = {
      r: countedCuts(days, count, buyers),
      f: countedCuts(count, count, buyers),
      m: selectedCuts(spent.subarray(0, buyers)),
    };
    return scored(customers, days, count, money, cuts);
  },
};

type Cuts = Readonly<Record<keyof Scores, Float64Array>>;

function scored(customers: number, days: Int32Array, count: Int32Array, money: Float64Array, cuts: Cuts): Scores {
  const scores = noScores(customers);
  for (let who = 0; who < customers; who++) {
    if (!count[who]) continue;
    scores.r[who] = 6 - bin(days[who]!, cuts.r);
    scores.f[who] = bin(count[who]!, cuts.f);
    scores.m[who] = bin(money[who]!, cuts.m);
  }
  return scores;
}

const bin = (value: number, cuts: Float64Array) =>
  1 + +(value > cuts[0]!) + +(value > cuts[1]!) + +(value > cuts[2]!) + +(value > cuts[3]!);

/** Type-7 quantiles of small whole numbers of those who bought. */
function countedCuts(values: Int32Array, count: Int32Array, buyers: number): Float64Array {
  let most = 0;
  for (let who = 0; who < values.length; who++) if (count[who] && values[who]! > most) most = values[who]!;
  const histogram = new Int32Array(most + 1);
  for (let who = 0; who < values.length; who++) if (count[who]) histogram[values[who]!]!++;
  const at = (rank: number) => {
    let value = 0;
    for (let seen = histogram[0]!; seen <= rank; seen += histogram[value]!) value++;
    return value;
  };
  return Float64Array.from(shares, (share) => interpolated((buyers - 1) * share, at));
}

function selectedCuts(values: Float64Array): Float64Array {
  return Float64Array.from(shares, (share) =>
    interpolated((values.length - 1) * share, (rank) => select(values, rank)),
  );
}

function interpolated(position: number, at: (rank: number) => number): number {
  const below = Math.floor(position);
  const low = at(below);
  return position === below ? low : low + (at(below + 1) - low) * (position - below);
}

/** Hoare's quick selection, in place. */
function select(values: Float64Array, rank: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1]!;
    let left = from;
    let right = to;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const value = values[left]!;
      values[left++] = values[right]!;
      values[right--] = value;
    }
    if (rank <= right) to = right;
    else if (rank >= left) from = left;
    else break;
  }
  return values[rank]!;
}
