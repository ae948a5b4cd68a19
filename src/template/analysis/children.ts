import type { Value } from '../../crm/snapshot';
import { fold } from '../../shared/text';

/** Rows of a table by the text of one of its reference cells, without case: who may mean a record with this id or name. */
export class Children {
  private readonly rows = new Map<string, number[]>();

  constructor(cells: readonly Value[]) {
    cells.forEach((cell, row) => this.add(cell, row));
  }

  /** In no particular order. */
  of(text: Value): readonly number[] {
    return text === null ? [] : (this.rows.get(fold(String(text))) ?? []);
  }

  change(row: number, before: Value, after: Value): void {
    if (before !== null) this.remove(before, row);
    this.add(after, row);
  }

  private add(cell: Value, row: number): void {
    if (cell === null) return;
    const key = fold(String(cell));
    const known = this.rows.get(key);
    if (known) known.push(row);
    else this.rows.set(key, [row]);
  }

  private remove(cell: Value, row: number): void {
    const known = this.rows.get(fold(String(cell)))!;
    known[known.indexOf(row)] = known.at(-1)!;
    known.pop();
  }
}
