import { MAX_COLUMNS } from './address';
import type { CellValue } from './cell';

/** Values by cell that no cell of the grid holds: what the formulas of other cells spilled there. */
export class Spilled {
  private readonly values = new Map<number, CellValue>();

  get(row: number, column: number): CellValue | undefined {
    return this.values.size === 0 ? undefined : this.values.get(row * MAX_COLUMNS + column);
  }

  set(row: number, column: number, value: CellValue): void {
    this.values.set(row * MAX_COLUMNS + column, value);
  }

  delete(row: number, column: number): void {
    this.values.delete(row * MAX_COLUMNS + column);
  }

  forEach(visit: (row: number, column: number, value: CellValue) => void): void {
    for (const [key, value] of this.values) visit(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS, value);
  }
}
