import assert from 'node:assert/strict';
import { rfm } from '../src/crm/rfm';
import { arquero } from './peers/arquero';
import { duckdb } from './peers/duckdb';
import { installPeers } from './peers/install';
import type { RaceInput, Racer, Scores } from './peers/peer';
import { polars } from './peers/polars';
import { floor } from './rfmFloor';
import { raceOrders } from './rfmOrders';
import { median, printTable, timed } from './table';

const ORDERS = 1_000_000;
const CUSTOMERS = 100_000;
const ROUNDS = 9;
const asOf = 46_000;

const product: Racer<RaceInput> = {
  name: 'src/crm/rfm.ts',
  load: (input) => input,
  score: ({ orders, customers, asOf }) => rfm(orders, customers, { asOf, bins: 5 }),
};

interface Round {
  readonly load: number;
  readonly score: number;
  readonly scoreCpu: number;
}

/** RFM of a million orders: the product's rule, its peers and a hand-written loop, interleaved; all scores must agree. */
export async function rfmRace(): Promise<void> {
  installPeers();
  const racers = [product, floor, await polars(), await duckdb(), await arquero()] as Racer[];
  const input: RaceInput = {
    orders: raceOrders({ orders: ORDERS, customers: CUSTOMERS, asOf }),
    customers: CUSTOMERS,
    asOf,
  };
  const rounds = new Map(racers.map(({ name }) => [name, [] as Round[]]));
  let expected: Scores | undefined;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const racer of racers) {
      const { result, ...times } = await run(racer, input);
      expected ??= result;
      sameScores(racer.name, result, expected);
      rounds.get(racer.name)!.push(times);
    }
  }
  print(rounds);
}

async function run(racer: Racer, input: RaceInput): Promise<Round & { readonly result: Scores }> {
  const loaded = await timed(() => racer.load(input));
  const scored = await timed(() => racer.score(loaded.result));
  racer.close?.(loaded.result);
  return { load: loaded.ms, score: scored.ms, scoreCpu: scored.cpu, result: scored.result };
}

function sameScores(name: string, actual: Scores, expected: Scores): void {
  for (const axis of ['r', 'f', 'm'] as const) {
    const row = actual[axis].findIndex((score, who) => score !== expected[axis][who]);
    assert.equal(row, -1, `${name} scores customer ${row} otherwise on ${axis}`);
  }
}

function print(rounds: ReadonlyMap<string, readonly Round[]>): void {
  // The first round is shown by itself: nothing was compiled yet.
  const of = (name: string, measure: (round: Round) => number) => median(rounds.get(name)!.slice(1).map(measure));
  const score = ({ score }: Round) => score;
  const cpu = ({ scoreCpu }: Round) => scoreCpu;
  const whole = ({ load, score }: Round) => load + score;
  const best = of(product.name, score);
  printTable(
    `RFM of ${ORDERS.toLocaleString('en-US')} orders of ${CUSTOMERS.toLocaleString('en-US')} customers: medians of ${ROUNDS} rounds, equal scores`,
    [...rounds.keys()].map((name) => ({
      racer: name,
      'load ms': of(name, ({ load }) => load),
      'first score ms': rounds.get(name)![0]!.score,
      'score ms': of(name, score),
      'score cpu ms': of(name, cpu),
      'score / product': of(name, score) / best,
      'cpu / product': of(name, cpu) / of(product.name, cpu),
      'load + score / product': of(name, whole) / best,
    })),
  );
}
