import { schemaVersion } from '../template/load';
import type { RememberedLayout, RememberedTable } from './rememberedLayout';

/** Where the layout of a workbook is kept from one opening to the next. A convenience: may forget, and never throws. */
export interface LayoutStore {
  load(): RememberedLayout | null;
  save(layout: RememberedLayout | null): void;
}

/** For a workbook that was never saved, and for tests: forgotten with the page. */
export function passingLayouts(): LayoutStore {
  let kept: RememberedLayout | null = null;
  return {
    load: () => kept,
    save: (layout) => {
      kept = layout;
    },
  };
}

/** Another number whenever {@link RememberedLayout} becomes something else. */
const prefix = 'workbook-crm.layout.1.';
const mostWorkbooks = 5;
/** Milliseconds until it is written: nobody waits for it, but for the list that is drawn at the moment. */
const quiet = 1000;

/**
 * The browser's storage, for the workbook at this place, apart for each partition (see `browserStore`). A few workbooks
 * are kept; somebody who has more waits a little longer.
 */
export function browserLayouts(partition: string, place: string): LayoutStore {
  const own = `${partition}${prefix}`;
  const key = own + place;
  const write = (layout: RememberedLayout | null) => {
    localStorage.removeItem(key);
    if (layout === null) return;
    const others = Object.keys(localStorage).filter((other) => other.startsWith(own));
    for (const other of others.slice(mostWorkbooks - 1)) localStorage.removeItem(other);
    localStorage.setItem(key, JSON.stringify(layout));
  };
  return {
    load: () => quietly(() => parsed(localStorage.getItem(key))) ?? null,
    save: (layout) => void setTimeout(() => quietly(() => write(layout)), quiet),
  };
}

/** Storage that is blocked in frames throws, and so does a full one: then nothing is remembered. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Storage holds whatever somebody put there. */
function parsed(text: string | null): RememberedLayout | null {
  const found = JSON.parse(text ?? 'null') as Partial<RememberedLayout> | null;
  const isLayout =
    found?.version === schemaVersion &&
    typeof found.meta === 'string' &&
    Array.isArray(found.tables) &&
    found.tables.every(isTable) &&
    found.tables.some(({ id }) => id === 'meta');
  return isLayout ? (found as RememberedLayout) : null;
}

const isTable = ({ captions, columnIds, renamed, rows }: Partial<RememberedTable>): boolean =>
  Array.isArray(captions) &&
  Array.isArray(columnIds) &&
  captions.length === columnIds.length &&
  Array.isArray(renamed) &&
  typeof rows === 'number';
