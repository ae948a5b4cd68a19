import { peerPackage } from './install';
import { noScores, shares, type RaceInput, type Racer } from './peer';

interface Expression {
  alias(name: string): Expression;
  max(): Expression;
  sum(): Expression;
  count(): Expression;
  quantile(share: number, interpolation: 'linear'): Expression;
  gt(other: Expression): Expression;
  cast(type: unknown): Expression;
  add(other: Expression): Expression;
  sub(other: Expression): Expression;
}

interface Frame {
  lazy(): Frame;
  groupBy(column: string): Frame;
  agg(...columns: readonly Expression[]): Frame;
  select(...columns: readonly Expression[]): Frame;
  collect(): Promise<Frame>;
  getColumn(name: string): { toTypedArray(): ArrayLike<number> };
}

interface Polars {
  DataFrame(columns: Readonly<Record<string, ArrayLike<number>>>): Frame;
  col(name: string): Expression;
  lit(value: number): Expression;
  UInt8: unknown;
}

/** One lazy query over a DataFrame, scores out through typed arrays. */
export async function polars(): Promise<Racer<{ frame: Frame; input: RaceInput }>> {
  const module = await peerPackage<{ default: Polars }>('nodejs-polars');
  const { DataFrame, col, lit, UInt8 } = module.default;
  const above = (axis: string) =>
    shares
      .map((share) => col(axis).gt(col(axis).quantile(share, 'linear')).cast(UInt8))
      .reduce((sum, next) => sum.add(next));
  return {
    name: 'polars 0.26.1',
    load: (input) => ({ frame: DataFrame({ ...input.orders }), input }),
    async score({ frame, input: { customers, asOf } }) {
      const scored = await frame
        .lazy()
        .groupBy('customer')
        .agg(
          lit(asOf).sub(col('day').max()).alias('days'),
          col('day').count().alias('orders'),
          col('amount').sum().alias('money'),
        )
        .select(
          col('customer'),
          lit(5).sub(above('days')).cast(UInt8).alias('r'),
          lit(1).add(above('orders')).cast(UInt8).alias('f'),
          lit(1).add(above('money')).cast(UInt8).alias('m'),
        )
        .collect();
      const scores = noScores(customers);
      const who = scored.getColumn('customer').toTypedArray();
      for (const axis of ['r', 'f', 'm'] as const) {
        const values = scored.getColumn(axis).toTypedArray();
        for (let row = 0; row < who.length; row += 1) scores[axis][who[row]!] = values[row]!;
      }
      return scores;
    },
  };
}
