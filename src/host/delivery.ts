import { documentEventsOf } from './protocol/documentEvents';
import { eventMessage, eventsOf } from './protocol/events';
import { type HostEvent, registrationOf } from './protocol/hostEvent';
import type { Change } from './store/change';
import type { Workbook } from './store/workbook';

/** Who can be told of a change. */
export interface Hearer {
  readonly session: { listensTo(event: string): boolean };
  readonly client: {
    readonly id: number;
    deliver(message: unknown): void;
    raise(eventId: number, args: unknown, targetId?: string): void;
  };
}

export interface Happening {
  readonly change: Change;
  readonly workbook: Workbook;
  /** The client whose doing it was; 0: nobody's. */
  readonly origin: number;
  readonly byAddin: boolean;
  readonly hearing: readonly Hearer[];
  /** Told to somebody who was away when it happened. */
  readonly isLate?: boolean;
}

interface Addressed {
  readonly events: readonly { event: HostEvent; hearers: readonly Hearer[] }[];
  readonly documentEvents: ReturnType<typeof documentEventsOf>;
}

/** Whether the change tells a cell's new value, which a formula has only when it was calculated. */
function showsFormula({ change }: Happening): boolean {
  if (change.kind !== 'cells' || !change.details) return false;
  return change.sheet.cell(change.area.row, change.area.column)?.formula !== undefined;
}

/** Who has a handler now: one that is added by the time of delivery comes too late. */
function heardBy(event: HostEvent, { hearing }: Happening): Addressed['events'][number] {
  return { event, hearers: hearing.filter(({ session }) => session.listensTo(registrationOf(event))) };
}

/** Rule `events-may-be-lost`, pessimistic: of the edits of one sheet in one request only the last is told. */
function lostEdits(happenings: readonly Happening[]): ReadonlySet<Happening> {
  const lost = new Set<Happening>();
  const last = new Map<string, Happening>();
  for (const each of happenings) {
    const { change, workbook, origin } = each;
    if (workbook.variant !== 'pessimistic' || change.kind !== 'cells' || change.changeType !== 'RangeEdited') continue;
    const key = `${change.sheet.id} ${origin}`;
    const earlier = last.get(key);
    if (earlier) lost.add(earlier);
    last.set(key, each);
  }
  return lost;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Brings changes to clients as events: after the answer, in order (rule `events-after-response`). */
export class Delivery {
  private pending: Happening[] = [];
  private underWay: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<(change: Change) => void>();

  constructor(private readonly isConnected: (hearer: Hearer) => boolean) {}

  note(happening: Happening): void {
    this.pending.push(happening);
  }

  /** Whether a value must be calculated before the events can go out. */
  get needsValues(): boolean {
    return this.pending.some(showsFormula);
  }

  /** Lets the events of everything noted so far go out. */
  send(): void {
    if (this.pending.length === 0) return;
    const happenings = this.pending.splice(0);
    const unheard = lostEdits(happenings);
    const batches = happenings.map((entry) => ({
      ...entry,
      events: unheard.has(entry) ? [] : eventsOf(entry.change, entry.workbook).map((event) => heardBy(event, entry)),
      documentEvents: unheard.has(entry) ? [] : documentEventsOf(entry.change, entry.workbook),
    }));
    this.underWay = this.underWay.then(nextTurn).then(() => batches.forEach((batch) => this.bring(batch)));
  }

  private bring({ change, origin, byAddin, hearing, isLate, events, documentEvents }: Happening & Addressed): void {
    for (const hearer of hearing.filter(this.isConnected)) {
      const { client } = hearer;
      // What nobody did happened in front of everybody.
      const isThere = origin === 0 || client.id === origin;
      for (const { event, hearers } of events)
        if (hearers.includes(hearer) && (isThere || !event.isLocal))
          client.deliver(eventMessage(event, client.id === origin, byAddin));
      for (const { type, args, target } of documentEvents.filter(({ isLocal }) => isThere || !isLocal))
        client.raise(type, args, target);
    }
    if (!isLate) for (const listener of this.listeners) listener(change);
  }

  /** Resolves when every event so far was delivered, also those of what handlers wrote in answer. */
  async settle(): Promise<void> {
    let seen: Promise<void> | null = null;
    while (seen !== this.underWay) {
      seen = this.underWay;
      await seen;
      // The requests of handlers come in before the next turn.
      await nextTurn();
    }
  }

  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
