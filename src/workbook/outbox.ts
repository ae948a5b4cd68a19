import type { NewRecord } from '../crm/changeset';
import type { Value } from '../crm/snapshot';
import { fold } from '../shared/text';

/**
 * Where the outbox is kept: one text for each workbook on this machine. `save` may throw (storage full or blocked); the
 * outbox then says so and goes on without.
 */
export interface OutboxStore {
  load(workbook: string): string | null;
  save(workbook: string, text: string | null): void;
  /** Whether another pane of this machine is still at work; absent = nobody else is. */
  isLive?(session: string): Promise<boolean>;
}

/**
 * What became of an append: its request is under way (`sent`), was answered well (`written`) or not (`doubt`); or the
 * record was found in the workbook after others had changed it (`seen`).
 */
export type AppendState = 'sent' | 'written' | 'doubt' | 'seen';

/** An append that is watched over. */
export interface Remembered extends NewRecord {
  readonly state: AppendState;
  /** Which run of the add-in wrote it. */
  readonly session: string;
}

/** Larger changesets are imports: running those again finishes them, and they would fill the storage. */
export const mostPerChange = 200;
const mostEntries = 1_000;
const mostCharacters = 1_000_000;

type Key = Pick<NewRecord, 'table' | 'id'>;

export const recordKey = ({ table, id }: Key): string => `${table}\u0000${fold(id)}`;

/**
 * The appends of this machine that nobody confirmed yet (decision 18): two co-authors can write the same next row, a
 * request can be cut, an answer can get lost. Everything is read from the store each time, because several panes of one
 * browser share it.
 */
export class Outbox {
  constructor(
    private readonly store: OutboxStore,
    private readonly workbook: string,
    private readonly session: string,
  ) {}

  entries(): readonly Remembered[] {
    return parse(this.store.load(this.workbook));
  }

  /** What this run of the add-in may look after: its own entries and those of runs that are over. */
  async due(): Promise<readonly Remembered[]> {
    const entries = this.entries();
    const others = [...new Set(entries.map(({ session }) => session))].filter((session) => session !== this.session);
    const live = new Set<string>();
    for (const session of others) if (await this.store.isLive?.(session)) live.add(session);
    return entries.filter(({ session }) => !live.has(session));
  }

  /** Remembers records before their request is sent; false when the store does not take them. */
  remember(records: readonly NewRecord[]): boolean {
    const added = records.map(({ table, id, values }): Remembered => {
      return { table, id, values, state: 'sent', session: this.session };
    });
    return this.replace(records, added);
  }

  mark(records: readonly Key[], state: AppendState): boolean {
    const keys = new Set(records.map(recordKey));
    const known = this.entries().filter((entry) => keys.has(recordKey(entry)));
    return this.replace(
      known,
      known.map((entry) => ({ ...entry, state, session: this.session })),
    );
  }

  forget(records: readonly Key[]): boolean {
    return this.replace(records, []);
  }

  /** Entries that were seen in an earlier session are settled. */
  forgetSettled(): void {
    const settled = this.entries().filter(({ state, session }) => state === 'seen' && session !== this.session);
    if (settled.length) this.forget(settled);
  }

  private replace(gone: readonly Key[], added: readonly Remembered[]): boolean {
    if (!gone.length && !added.length) return true;
    const keys = new Set(gone.map(recordKey));
    const entries = [...this.entries().filter((entry) => !keys.has(recordKey(entry))), ...added];
    try {
      this.store.save(this.workbook, serialize(entries));
      return true;
    } catch {
      // Storage that is full or blocked must not stop a write; the caller reports that nobody watches over it.
      return false;
    }
  }
}

/** Keeps within bounds: what was seen goes first, then the oldest; what is in doubt goes last. */
function serialize(entries: readonly Remembered[]): string | null {
  if (!entries.length) return null;
  const text = JSON.stringify(entries);
  if (entries.length <= mostEntries && text.length <= mostCharacters) return text;
  const least = (['seen', 'written', 'doubt', 'sent'] as const).find((state) =>
    entries.some((entry) => entry.state === state),
  );
  const oldest = entries.findIndex(({ state }) => state === least);
  return serialize(entries.filter((_, index) => index !== oldest));
}

/** What another version or a damaged storage left behind is passed over: it is no reason to stop working. */
function parse(text: string | null): Remembered[] {
  if (text === null) return [];
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isRemembered) : [];
  } catch {
    return [];
  }
}

const states: readonly unknown[] = ['sent', 'written', 'doubt', 'seen'] satisfies AppendState[];

function isRemembered(entry: unknown): entry is Remembered {
  if (typeof entry !== 'object' || entry === null) return false;
  const { table, id, values, state, session } = entry as Record<keyof Remembered, unknown>;
  const isText = [table, id, session].every((part) => typeof part === 'string');
  return isText && states.includes(state) && typeof values === 'object' && values !== null && hasValues(values);
}

const hasValues = (values: object): values is Record<string, Value> =>
  Object.values(values).every((value) => value === null || ['string', 'number', 'boolean'].includes(typeof value));
