import type { Workbook } from '../store/workbook';
import { anchorsOf } from './targets';

/** What the host keeps per client: the ranges it tracks, what it listens to, whether it wants events. */
export class Session {
  enableEvents = true;
  private references = new Map<string, object>();
  private listeners = new Map<string, number>();
  private nextReference = 1;

  constructor(
    readonly id: number,
    readonly workbook: Workbook,
    /** Whether others have the workbook open too. */
    readonly isCollaborating: () => boolean,
    /** Whether the client's class has such a property: loading any other name is ignored, as Excel does. */
    readonly clientHas: (className: string, member: string) => boolean = () => true,
  ) {}

  get referenceCount(): number {
    return this.references.size;
  }

  /** Keeps an object alive across requests and returns the id it is found by. */
  keep(target: object): string {
    for (const [id, kept] of this.references) if (kept === target) return id;
    const id = `{${this.id}-${this.nextReference++}}`;
    this.references.set(id, target);
    for (const anchor of anchorsOf(target)) this.workbook.anchors.add(anchor);
    return id;
  }

  reference(id: string): object | undefined {
    return this.references.get(id);
  }

  isKept(target: unknown): boolean {
    return [...this.references.values()].includes(target as object);
  }

  release(id: string): void {
    const target = this.references.get(id);
    this.references.delete(id);
    if (!target || this.isKept(target)) return;
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
