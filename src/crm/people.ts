import { ReferenceIndex } from './reference';
import type { Snapshot, Value } from './snapshot';

/** A person as a list shows them; `id` is null when the cell names nobody on the Team sheet. */
export interface Person {
  readonly name: string;
  readonly id: string | null;
}

/** Who is who, and who hears about what (C-38, decision 15). */
export class People {
  private readonly index: ReferenceIndex;
  private readonly column: (id: string) => readonly Value[];

  constructor(snapshot: Snapshot) {
    const team = snapshot.tables.team;
    this.column = (id) => team?.columns[id] ?? [];
    this.index = new ReferenceIndex(this.column('id'), this.column('name'));
  }

  /** The person a reference cell means; unknown names stay names. */
  person(cell: Value): Person | null {
    if (cell === null) return null;
    const row = this.index.find(cell);
    return typeof row === 'number' ? this.at(row) : { name: String(cell), id: null };
  }

  /** The person who can be told: somebody of the Team sheet must still be active (decision 15). */
  reachable(cell: Value): Person | null {
    const row = cell === null ? 'none' : this.index.find(cell);
    return typeof row === 'number' && !this.isActive(row) ? null : this.person(cell);
  }

  /**
   * Nearest active supervisor of an owner. Somebody who is not on the Team sheet can be named but not followed
   * further; a circle of supervisors leads to nobody.
   */
  supervisor(owner: Value): Person | null {
    const seen = new Set<number>();
    let row = this.index.find(owner);
    while (typeof row === 'number' && !seen.has(row)) {
      seen.add(row);
      const cell: Value = this.column('supervisor')[row] ?? null;
      if (cell === null) return null;
      const next = this.index.find(cell);
      if (typeof next !== 'number') return { name: String(cell), id: null };
      if (this.isActive(next)) return seen.has(next) ? null : this.at(next);
      row = next;
    }
    return null;
  }

  /** Blank counts as active. */
  private isActive(row: number): boolean {
    return this.column('active')[row] !== false && this.column('archived')[row] !== true;
  }

  private at(row: number): Person {
    return { name: String(this.column('name')[row] ?? ''), id: this.column('id')[row] as string | null };
  }
}
