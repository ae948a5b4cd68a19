import type { OutboxStore } from './outbox';

const prefix = 'workbook-crm.outbox.';
const sessionLock = (session: string) => `workbook-crm.session.${session}`;

/** For tests, and where there is no storage: forgotten with the page. */
export function memoryStore(): OutboxStore {
  const texts = new Map<string, string>();
  return {
    load: (workbook) => texts.get(workbook) ?? null,
    save: (workbook, text) => void (text === null ? texts.delete(workbook) : texts.set(workbook, text)),
  };
}

/**
 * The browser's storage, apart for each partition (the web client frames add-ins of several tenants under one origin).
 * A lock tells other panes that this run is alive: it ends with the page, however that ends.
 */
export function browserStore(partition: string, session: string): OutboxStore {
  const key = (workbook: string) => `${partition}${prefix}${workbook}`;
  holdLock(sessionLock(session));
  return {
    load: (workbook) => readItem(key(workbook)),
    save(workbook, text) {
      if (text === null) localStorage.removeItem(key(workbook));
      else localStorage.setItem(key(workbook), text);
    },
    async isLive(other) {
      const { held = [] } = (await locks()?.query()) ?? {};
      return held.some(({ name }) => name === sessionLock(other));
    },
  };
}

/** Browsers before 2022 have no locks: two panes of one workbook may then both look after an append. */
const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

function holdLock(name: string): void {
  void locks()?.request(name, () => new Promise<never>(() => undefined));
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage that is blocked in frames throws when read; writing then tells the person.
    return null;
  }
}
