import type { Value } from '../../crm/snapshot';

/** Rows that are copied when one of them changes. */
const chunkSize = 64;

/**
 * One column at one moment. It never changes: {@link with} gives a new one that shares all rows but those of the chunks
 * in question, so that a changed cell costs the same in a long column as in a short one and older snapshots stay as they
 * were. A pending column is computed when somebody reads it.
 */
export class Column {
  private flat: readonly Value[] | null = null;

  private constructor(
    /** The values without changes, or how to get them. */
    private base: readonly Value[] | (() => readonly Value[]),
    private readonly chunks: readonly (readonly Value[] | undefined)[] = [],
    private readonly isReady: () => boolean = () => false,
  ) {}

  static of(values: readonly Value[]): Column {
    return new Column(values);
  }

  /** @param isReady whether `compute` has nothing left to do */
  static pending(compute: () => readonly Value[], isReady?: () => boolean): Column {
    return new Column(compute, [], isReady);
  }

  /** Nobody needed it yet, so there is nothing that could be brought up to date. */
  get isPending(): boolean {
    return typeof this.base === 'function' && !this.isReady();
  }

  at(row: number): Value {
    const chunk = this.chunks[Math.floor(row / chunkSize)];
    return (chunk ? chunk[row % chunkSize] : this.values()[row]) ?? null;
  }

  /** The same column with other values in some rows; the row after the last one makes it longer. */
  with(rows: readonly number[], values: readonly Value[]): Column {
    const base = this.values();
    const chunks = this.chunks.slice();
    const own = new Map<number, Value[]>();
    rows.forEach((row, index) => {
      const at = Math.floor(row / chunkSize);
      const chunk = own.get(at) ?? chunks[at]?.slice() ?? base.slice(at * chunkSize, (at + 1) * chunkSize);
      chunk[row % chunkSize] = values[index]!;
      own.set(at, chunk);
    });
    own.forEach((chunk, at) => (chunks[at] = chunk));
    return new Column(base, chunks);
  }

  /** All values; the same array every time. */
  toArray(): readonly Value[] {
    this.flat ??= this.chunks.length ? this.joined() : this.values();
    return this.flat;
  }

  private values(): readonly Value[] {
    if (typeof this.base === 'function') this.base = this.base();
    return this.base;
  }

  private joined(): readonly Value[] {
    const values = this.values().slice();
    this.chunks.forEach((chunk, at) => chunk?.forEach((value, row) => (values[at * chunkSize + row] = value)));
    return values;
  }
}
