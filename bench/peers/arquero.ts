import { peerPackage } from './install';
import { noScores, shares, type RaceInput, type Racer } from './peer';

interface Table {
  groupby(column: string): Table;
  rollup(columns: Readonly<Record<string, string>>): Table;
  object(): Readonly<Record<string, number>>;
  params(values: Readonly<Record<string, unknown>>): Table;
  derive(columns: Readonly<Record<string, string>>): Table;
  array(column: string, type: Uint8ArrayConstructor | Int32ArrayConstructor): Uint8Array;
}

interface Arquero {
  table(columns: Readonly<Record<string, ArrayLike<number>>>): Table;
}

/** Arquero keeps the typed arrays that it is given: its load is next to nothing. */
export async function arquero(): Promise<Racer<{ table: Table; input: RaceInput }>> {
  const { table } = await peerPackage<Arquero>('arquero');
  return {
    name: 'arquero 8.0.3',
    load: (input) => ({ table: table({ ...input.orders }), input }),
    score({ table: orders, input: { customers, asOf } }) {
      const buyers = orders
        .params({ asOf })
        .groupby('customer')
        .rollup({ days: '$.asOf - op.max(d.day)', orders: 'op.count()', money: 'op.sum(d.amount)' });
      const cuts = buyers.rollup(Object.fromEntries(['days', 'orders', 'money'].flatMap(quantiles))).object();
      const bin = (axis: string) => shares.map((_, index) => `(d.${axis} > ${cuts[`${axis}${index}`]})`).join(' + ');
      const scored = buyers.derive({ r: `5 - (${bin('days')})`, f: `1 + ${bin('orders')}`, m: `1 + ${bin('money')}` });
      const scores = noScores(customers);
      const who = scored.array('customer', Int32Array);
      for (const axis of ['r', 'f', 'm'] as const) {
        const values = scored.array(axis, Uint8Array);
        for (let row = 0; row < who.length; row += 1) scores[axis][who[row]!] = values[row]!;
      }
      return scores;
    },
  };
}

const quantiles = (axis: string) =>
  shares.map((share, index) => [`${axis}${index}`, `op.quantile(d.${axis}, ${share})`] as const);
