import { fold } from '../shared/text';
import type { Value } from './snapshot';

/** What a reference cell points at: a row of the parent table, nothing, or more than one name (decision 2). */
export type ReferenceMatch = number | 'none' | 'ambiguous';

/** MATCH refuses look-up texts longer than this, so the native formula cannot find them either. */
const longestLookup = 255;

/** Rows by folded text; most texts belong to one row, which then stands for itself. */
type RowsByText = Map<string, number | number[]>;

/** In place of a row: there is none. */
export const noRow = -1;

/** Finds parent rows by id, else by a name that only one record has; both without case, as Excel's MATCH does. */
export class ReferenceIndex {
  private readonly byId: RowsByText = new Map();
  private readonly byName: RowsByText = new Map();
  /** What texts were found to mean: a hundred thousand orders name far fewer customers. */
  private readonly found = new Map<Value, ReferenceMatch>();
  private columns = new WeakMap<readonly Value[], Int32Array>();

  constructor(ids: readonly Value[], names: readonly Value[] | null) {
    ids.forEach((id, row) => add(this.byId, id, row));
    names?.forEach((name, row) => add(this.byName, name, row));
  }

  find(cell: Value): ReferenceMatch {
    let match = this.found.get(cell);
    if (match === undefined) this.found.set(cell, (match = this.search(cell)));
    return match;
  }

  /** {@link find} for a column that never changes: rows, {@link noRow} for none and for ambiguous names. */
  rowsMeant(cells: readonly Value[]): Int32Array {
    let rows = this.columns.get(cells);
    if (!rows) {
      rows = new Int32Array(cells.length);
      for (let at = 0; at < cells.length; at += 1) {
        const match = this.find(cells[at]!);
        rows[at] = typeof match === 'number' ? match : noRow;
      }
      this.columns.set(cells, rows);
    }
    return rows;
  }

  private search(cell: Value): ReferenceMatch {
    if (cell === null || String(cell).length > longestLookup) return 'none';
    const key = fold(String(cell));
    const found = this.byId.get(key);
    if (found !== undefined) return typeof found === 'number' ? found : found[0]!;
    const named = this.byName.get(key);
    return named === undefined ? 'none' : typeof named === 'number' ? named : 'ambiguous';
  }

  /** Whether exactly one record has this name. */
  isUniqueName(name: Value): boolean {
    return name !== null && typeof this.byName.get(fold(String(name))) === 'number';
  }

  /** Rows with this id, ascending; more than one where ids are not unique. */
  rowsOfId(id: Value): readonly number[] {
    return rowsOf(this.byId, id);
  }

  /** Rows with this name, ascending. */
  rowsOfName(name: Value): readonly number[] {
    return rowsOf(this.byName, name);
  }

  /** One record got another id or name; a new record had none before. */
  change(row: number, column: 'id' | 'name', before: Value, after: Value): void {
    const rows = column === 'id' ? this.byId : this.byName;
    this.found.clear();
    this.columns = new WeakMap();
    remove(rows, before, row);
    add(rows, after, row);
  }
}

/** An index of columns that never change. */
export type FixedReferences = Omit<ReferenceIndex, 'change'>;

/** The index of two columns of a snapshot, built once however many rules look something up. */
export function fixedReferences(ids: readonly Value[], names: readonly Value[] | null): FixedReferences {
  const known = fixed.get(ids);
  if (known?.names === names) return known.index;
  const index = new ReferenceIndex(ids, names);
  fixed.set(ids, { names, index });
  return index;
}

const fixed = new WeakMap<readonly Value[], { names: readonly Value[] | null; index: ReferenceIndex }>();

function rowsOf(rows: RowsByText, text: Value): readonly number[] {
  const found = text === null ? undefined : rows.get(fold(String(text)));
  return found === undefined ? [] : typeof found === 'number' ? [found] : found;
}

function add(rows: RowsByText, text: Value, row: number): void {
  if (text === null) return;
  const key = fold(String(text));
  const known = rows.get(key);
  if (known === undefined) rows.set(key, row);
  else if (typeof known === 'number') rows.set(key, known < row ? [known, row] : [row, known]);
  else if (known.at(-1)! < row) known.push(row);
  else known.splice(known.filter((other) => other < row).length, 0, row);
}

function remove(rows: RowsByText, text: Value, row: number): void {
  if (text === null) return;
  const key = fold(String(text));
  const others = rowsOf(rows, text).filter((other) => other !== row);
  if (others.length > 1) rows.set(key, others);
  else if (others.length) rows.set(key, others[0]!);
  else rows.delete(key);
}
