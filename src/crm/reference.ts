import { fold } from '../shared/text';
import type { Value } from './snapshot';

/** What a reference cell points at: a row of the parent table, nothing, or more than one name (decision 2). */
export type ReferenceMatch = number | 'none' | 'ambiguous';

/** MATCH refuses look-up texts longer than this, so the native formula cannot find them either. */
const longestLookup = 255;

/** Rows by folded text; most texts belong to one row, which then stands for itself. */
type RowsByText = Map<string, number | number[]>;

/** Finds parent rows by id, else by a name that only one record has; both without case, as Excel's MATCH does. */
export class ReferenceIndex {
  private readonly byId: RowsByText = new Map();
  private readonly byName: RowsByText = new Map();

  constructor(ids: readonly Value[], names: readonly Value[] | null) {
    ids.forEach((id, row) => add(this.byId, id, row));
    names?.forEach((name, row) => add(this.byName, name, row));
  }

  find(cell: Value): ReferenceMatch {
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
    remove(rows, before, row);
    add(rows, after, row);
  }
}

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
