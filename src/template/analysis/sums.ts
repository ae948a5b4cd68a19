import type { Snapshot, Value } from '../../crm/snapshot';
import { fromMinor, minorRest, toMinor } from '../../shared/numbers';
import { keyColumnId } from '../keys';
import { rollupConditions } from '../rollupFormula';
import type { Environment } from '../twins';
import type { Book, View } from './book';
import type { Graph, Node } from './graph';
import { Slice } from './slice';

/**
 * A count, or a sum of money: a row can leave and another join without looking at all the others, however many a person
 * or product has. What compares rows with the record (`parent`) needs them all.
 */
export function isAdditive({ column: { rollup, type } }: Node): boolean {
  if (!rollup || rollupConditions(rollup).some(({ parent }) => parent)) return false;
  return rollup.aggregate === 'count' || (rollup.aggregate === 'sum' && type === 'money');
}

/** Roll-ups that move by the share of a row. */
export class Sums {
  private readonly exact = new Map<Node, boolean>();

  constructor(
    private readonly book: Book,
    private readonly snapshot: Snapshot,
    private readonly environment: Environment,
  ) {}

  /** Whether all amounts are whole minor units: then the sum that is known loses nothing by its rounding. */
  isExact(node: Node): boolean {
    const { from, of } = node.column.rollup!;
    const known = this.exact.get(node) ?? (!of || this.book.column(from, of).toArray().every(this.isWhole));
    this.exact.set(node, known);
    return known;
  }

  /** An amount that is typed or computed later may have more digits; one is enough. */
  notice(graph: Graph, place: string, value: Value): void {
    if (this.isWhole(value)) return;
    for (const { to } of graph.edgesFrom(place)) if (to.column.rollup) this.exact.set(to, false);
  }

  private readonly isWhole = (value: Value): boolean => {
    const digits = this.environment.moneyDigits;
    return typeof value !== 'number' || minorRest(value, toMinor(value, digits), digits) === 0;
  };

  /** Records with their new sums, but for those in `anew`, which are summed up again. */
  moved(node: Node, shares: Iterable<number>, anew: ReadonlySet<number>): [rows: number[], values: Value[]] {
    return node.tallies ? this.tallied(node, node.tallies, shares) : this.summed(node, shares, anew);
  }

  /** Counts of a small table that rows left and joined. */
  private tallied({ table, column }: Node, tallies: string, shares: Iterable<number>): [number[], Value[]] {
    let values = this.book.column(table.id, column.id).toArray();
    for (const row of shares) {
      const [was, is] = [this.book.before, this.book].map((view) =>
        new Slice(view, this.snapshot, this.environment, (id) => (id === tallies ? [row] : null)).values(
          table.id,
          column.id,
        ),
      );
      values = values.map((count, at) => (count === null ? null : Number(count) - Number(was![at]) + Number(is![at])));
    }
    return [[...values.keys()], [...values]];
  }

  private summed(node: Node, shares: Iterable<number>, anew: ReadonlySet<number>): [number[], Value[]] {
    const digits = node.column.type === 'money' ? this.environment.moneyDigits : 0;
    const moves = new Map<number, number>();
    for (const row of shares) {
      for (const [view, sign] of [[this.book.before, -1] as const, [this.book, 1] as const]) {
        const records = this.records(node, view, row).filter((record) => !anew.has(record));
        const share = records.length ? toMinor(this.shareOf(node, view, records[0]!, row), digits) : 0;
        for (const record of records) moves.set(record, (moves.get(record) ?? 0) + sign * share);
      }
    }
    const known = this.book.column(node.table.id, node.column.id);
    const values = [...moves].map(([record, by]) => fromMinor(toMinor(Number(known.at(record)), digits) + by, digits));
    return [[...moves.keys()], values];
  }

  private records({ column, table }: Node, view: View, row: number): readonly number[] {
    const { from, match } = column.rollup!;
    return this.book.rowsOfKey(table.id, view.column(from, keyColumnId(match)).at(row));
  }

  /** What a sum is of this row alone. */
  private shareOf({ column, table }: Node, view: View, record: number, row: number): number {
    const picks = new Map([
      [table.id, [record]],
      [column.rollup!.from, [row]],
    ]);
    const slice = new Slice(view, this.snapshot, this.environment, (id) => picks.get(id) ?? null);
    return Number(slice.values(table.id, column.id)[0]);
  }
}
