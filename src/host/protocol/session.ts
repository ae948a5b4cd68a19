import type { Workbook } from '../store/workbook';
import { deleteCells } from '../edit/shiftCells';
import { anchorsOf, type RangeTarget } from './targets';

/** What the host keeps per client: the ranges it tracks, what it listens to, whether it wants events. */
export class Session {
  enableEvents = true;
  /** Excel's yellow bar: what this client did could not be merged, and what it sees may not be what is shared. */
  refreshRecommended = false;
  /** Ids of tables that got rows by `TableRowCollection.add`. */
  readonly rowsAdded = new Set<string>();
  private readonly unmerged: RangeTarget[] = [];
  private readonly references = new Map<string, object>();
  private readonly kept = new Map<object, string>();
  private listeners = new Map<string, number>();
  private nextReference = 1;

  constructor(
    readonly id: number,
    readonly workbook: Workbook,
    /** Whether others have the workbook open too. */
    readonly isCollaborating: () => boolean,
    /** Whether the client's class has such a property: loading any other name is ignored, as Excel does. */
    readonly clientHas: (className: string, member: string) => boolean = () => true,
    /** What `getIsActiveCollabSession` says: it may lag behind. */
    readonly showsCollaboration: () => boolean = isCollaborating,
  ) {}

  /** Rows that are lost when this request is merged with what the others do: after its answer. */
  takeBack(rows: RangeTarget): void {
    this.workbook.anchors.add(rows);
    this.unmerged.push(rows);
  }

  /** Merges the request that was answered just now. */
  settle(): void {
    for (const rows of this.unmerged.splice(0)) {
      this.workbook.anchors.delete(rows);
      if (rows.area) deleteCells(this.workbook, rows.sheet, rows.area, 'Up');
      this.refreshRecommended = true;
    }
  }

  /** The same client on another copy of the workbook; `find` leads from what it held to what that is there. */
  on(workbook: Workbook, find: (target: object) => object | undefined): Session {
    const moved = new Session(this.id, workbook, this.isCollaborating, this.clientHas, this.showsCollaboration);
    moved.enableEvents = this.enableEvents;
    moved.refreshRecommended = this.refreshRecommended;
    moved.nextReference = this.nextReference;
    for (const [event, count] of this.listeners) moved.listeners.set(event, count);
    for (const [id, target] of this.references) {
      const there = find(target);
      if (there) moved.hold(id, there);
    }
    return moved;
  }

  private hold(id: string, target: object): void {
    this.references.set(id, target);
    this.kept.set(target, id);
    for (const anchor of anchorsOf(target)) this.workbook.anchors.add(anchor);
  }

  get referenceCount(): number {
    return this.references.size;
  }

  /** Keeps an object alive across requests and returns the id it is found by. */
  keep(target: object): string {
    const known = this.kept.get(target);
    if (known) return known;
    const id = `{${this.id}-${this.nextReference++}}`;
    this.hold(id, target);
    return id;
  }

  reference(id: string): object | undefined {
    return this.references.get(id);
  }

  isKept(target: unknown): boolean {
    return this.kept.has(target as object);
  }

  release(id: string): void {
    const target = this.references.get(id);
    this.references.delete(id);
    if (!target || this.kept.get(target) !== id) return;
    this.kept.delete(target);
    for (const anchor of anchorsOf(target)) this.workbook.anchors.delete(anchor);
  }

  releaseAll(): void {
    for (const id of [...this.references.keys()]) this.release(id);
  }

  /** Counts `_RegisterXEvent` / `_UnregisterXEvent`. */
  countListener(event: string, change: 1 | -1): void {
    this.listeners.set(event, Math.max(0, (this.listeners.get(event) ?? 0) + change));
  }

  listensTo(event: string): boolean {
    return (this.listeners.get(event) ?? 0) > 0;
  }
}
