import { fold } from '../shared/text';
import type { Value } from './snapshot';

/** What a reference cell points at: a row of the parent table, nothing, or more than one name (decision 2). */
export type ReferenceMatch = number | 'none' | 'ambiguous';

/** MATCH refuses look-up texts longer than this, so the native formula cannot find them either. */
const longestLookup = 255;

/** Finds parent rows by id, else by a name that only one record has; both without case, as Excel's MATCH does. */
export class ReferenceIndex {
  private readonly byId = new Map<string, number>();
  private readonly byName = new Map<string, number | 'ambiguous'>();

  constructor(ids: readonly Value[], names: readonly Value[] | null) {
    ids.forEach((id, row) => {
      const key = id === null ? null : fold(String(id));
      if (key !== null && !this.byId.has(key)) this.byId.set(key, row);
    });
    names?.forEach((name, row) => {
      if (name === null) return;
      const key = fold(String(name));
      this.byName.set(key, this.byName.has(key) ? 'ambiguous' : row);
    });
  }

  find(cell: Value): ReferenceMatch {
    if (cell === null || String(cell).length > longestLookup) return 'none';
    const key = fold(String(cell));
    return this.byId.get(key) ?? this.byName.get(key) ?? 'none';
  }

  /** Whether exactly one record has this name. */
  isUniqueName(name: Value): boolean {
    return name !== null && typeof this.byName.get(fold(String(name))) === 'number';
  }
}
