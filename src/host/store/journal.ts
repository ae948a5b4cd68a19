import type { Cell } from './cell';

/** How the cells of one grid were before somebody's changes: by row, then column; null where none was. */
export class GridJournal {
  private readonly rows = new Map<number, (Cell | null | undefined)[]>();

  /** Remembers a cell before its first change. */
  note(row: number, column: number, cell: Cell | undefined): void {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = []));
    if (cells[column] === undefined) cells[column] = cell ? { ...cell } : null;
  }

  /** Adds what a later journal saw, but for the cells that are known here already. */
  add(later: GridJournal): void {
    later.forEach((row, column, cell) => this.note(row, column, cell));
  }

  forEach(visit: (row: number, column: number, before: Cell | undefined) => void): void {
    for (const [row, cells] of this.rows)
      cells.forEach((cell, column) => cell !== undefined && visit(row, column, cell ?? undefined));
  }

  get isEmpty(): boolean {
    return this.rows.size === 0;
  }
}
