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
  private belowRows: ReadonlyMap<number, readonly number[]> | null = null;

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

  /** Ids of everybody below somebody, over all levels; in a circle of supervisors each once, never the one who asks. */
  reports(id: string): ReadonlySet<string> {
    const top = this.index.find(id);
    const seen = new Set<number>();
    const waiting = typeof top === 'number' ? [top] : [];
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      if (seen.has(row)) continue;
      seen.add(row);
      waiting.push(...(this.below().get(row) ?? []));
    }
    const ids = [...seen].filter((row) => row !== top).map((row) => this.column('id')[row] ?? null);
    return new Set(ids.filter((own) => own !== null).map(String));
  }

  /** Rows of those who name a row as their supervisor. */
  private below(): ReadonlyMap<number, readonly number[]> {
    if (this.belowRows) return this.belowRows;
    const below = new Map<number, number[]>();
    this.column('supervisor').forEach((cell, row) => {
      const boss = cell === null ? 'none' : this.index.find(cell);
      if (typeof boss !== 'number') return;
      const rows = below.get(boss) ?? [];
      rows.push(row);
      below.set(boss, rows);
    });
    return (this.belowRows = below);
  }

  /** Blank counts as active. */
  private isActive(row: number): boolean {
    return this.column('active')[row] !== false && this.column('archived')[row] !== true;
  }

  private at(row: number): Person {
    const [name, id] = [this.column('name')[row] ?? null, this.column('id')[row] ?? null];
    return { name: String(name ?? id ?? ''), id: id as string | null };
  }
}
