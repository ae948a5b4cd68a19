import type { OrderColumns } from '../../src/crm/rfm';

/** Scores by customer, 0 = never bought. */
export interface Scores {
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
}

/** What every racer is given: plain typed arrays, clean orders only (known customer, dated up to `asOf`, above zero). */
export interface RaceInput {
  readonly orders: OrderColumns;
  readonly customers: number;
  readonly asOf: number;
}

/** One way to score; `load` turns the arrays into the peer's own table, which is timed apart. */
export interface Racer<Table = unknown> {
  readonly name: string;
  load(input: RaceInput): Table | Promise<Table>;
  score(table: Table): Scores | Promise<Scores>;
  /** Gives back what `load` took, where the garbage collector cannot. */
  close?(table: Table): void;
}

export const noScores = (customers: number): Scores => ({
  r: new Uint8Array(customers),
  f: new Uint8Array(customers),
  m: new Uint8Array(customers),
});

/** The inner cut points of five bins. */
export const shares = [0.2, 0.4, 0.6, 0.8];
