import { Grid } from '../store/grid';
import { Sheet } from '../store/sheet';
import { Workbook } from '../store/workbook';

/** Puts one object back to what it was. */
type Restore = () => void;

/** What undo leaves alone: the document's settings, where people are, what is calculated, and the machinery. */
const LEFT_ALONE = new Set(
  ['settings', 'customProperties', 'xmlParts', 'properties', 'application', 'anchors', 'counters', 'spills', 'isDirty']
    .concat(['calculationMode', 'calculationSuspended', 'activeSheet', 'selection', 'activeChart', 'styleLists'])
    .concat(['variant', 'name', 'readOnly', 'date1904', 'onChange', 'calculate', 'calculateNow', 'evaluate']),
);

/**
 * Everything of a workbook but its cells (those have journals): tables, names, rules, sizes, charts ... Objects keep their
 * identity: each is put back in place, because others hold on to it.
 */
export class Memento {
  private readonly restores: Restore[] = [];
  private readonly seen = new Set<object>();

  constructor(workbook: Workbook) {
    this.visit(workbook);
    for (const anchor of workbook.anchors) {
      const { area } = anchor;
      this.restores.push(() => (anchor.area = area));
    }
  }

  restore(): void {
    for (const restore of this.restores) restore();
  }

  private visit(value: unknown): void {
    if (typeof value !== 'object' || value === null || value instanceof Grid || this.seen.has(value)) return;
    this.seen.add(value);
    if (Array.isArray(value)) this.visitArray(value);
    else if (value instanceof Map) this.visitMap(value as Map<unknown, unknown>);
    else if (value instanceof Set) this.visitSet(value as Set<unknown>);
    else this.visitObject(value as Record<string, unknown>);
  }

  private visitArray(array: unknown[]): void {
    const items = [...array];
    this.restores.push(() => array.splice(0, array.length, ...items));
    items.forEach((item) => this.visit(item));
  }

  private visitMap(map: Map<unknown, unknown>): void {
    const entries = [...map];
    this.restores.push(() => {
      map.clear();
      for (const [key, item] of entries) map.set(key, item);
    });
    for (const [, item] of entries) this.visit(item);
  }

  private visitSet(set: Set<unknown>): void {
    const items = [...set];
    this.restores.push(() => {
      set.clear();
      for (const item of items) set.add(item);
    });
  }

  private visitObject(target: Record<string, unknown>): void {
    const skipped = (key: string) =>
      (target instanceof Workbook && LEFT_ALONE.has(key)) || (target instanceof Sheet && key === 'spilled');
    const entries = Object.entries(target).filter(([key]) => !skipped(key));
    const known = new Set(entries.map(([key]) => key));
    this.restores.push(() => {
      for (const key of Object.keys(target)) if (!known.has(key) && !skipped(key)) Reflect.deleteProperty(target, key);
      // What cannot be assigned anew was put back in place.
      for (const [key, item] of entries) if (target[key] !== item) target[key] = item;
    });
    for (const [, item] of entries) this.visit(item);
  }
}
