import { Dependents } from './dependents';
import type { Cell, Grid, Precedents } from './grid';

/** Which formulas have to run: those that were set, and everything that reads them, however far away. */
export class Dirty {
  private readonly queue = new Set<Cell>();
  private readonly dependents = new Dependents();

  constructor(private readonly grids: ReadonlyMap<string, Grid>) {}

  /** How many formula cells wait to run. */
  get size(): number {
    return this.queue.size;
  }

  /** Takes the formula cells to run, in the order of marking, also those that are marked meanwhile. */
  *take(): Generator<Cell> {
    for (const cell of this.queue) {
      this.queue.delete(cell);
      yield cell;
    }
  }

  /** Marks a formula cell and its readers. */
  mark(cell: Cell): void {
    if (this.markOne(cell)) this.markReaders(cell);
  }

  markKey(key: string): void {
    for (const reader of [...this.dependents.ofKey(key)]) this.mark(reader);
  }

  /** Marks everything that reads a cell, directly or through others. */
  markReaders(start: Cell): void {
    const changed = [start, ...this.filledBy(start)];
    for (let cell = changed.pop(); cell; cell = changed.pop()) {
      for (const reader of this.dependents.ofCell(cell.sheet, cell.row, cell.column)) {
        if (reader !== start && this.markOne(reader)) changed.push(reader, ...this.filledBy(reader));
      }
    }
  }

  /** Replaces what a formula is known to read; mostly it is the same as before. */
  track(cell: Cell, precedents: Precedents): void {
    const known = cell.formula!.precedents;
    if (known.size === precedents.size && [...precedents.keys()].every((key) => known.has(key))) return;
    this.dependents.remove(cell, known);
    cell.formula!.precedents = precedents;
    this.dependents.add(cell, precedents);
  }

  /** Call before a cell loses its formula. */
  forget(cell: Cell): void {
    if (cell.formula) this.dependents.remove(cell, cell.formula.precedents);
    this.queue.delete(cell);
  }

  private markOne(cell: Cell): boolean {
    const { formula } = cell;
    if (!formula) return false;
    if (formula.state === 'running') formula.again = true;
    else this.queue.add(cell);
    if (formula.state !== 'clean') return false;
    formula.state = 'dirty';
    return true;
  }

  private filledBy(cell: Cell): Cell[] {
    const area = cell.formula?.spill;
    const grid = area && this.grids.get(cell.sheet);
    return grid ? [...grid.within(area)].filter((filled) => filled.anchor === cell) : [];
  }
}
