import type { ApplyOptions, ApplyReport } from '../actions/home';
import type { Changeset, FieldChange, NewRecord } from '../crm/changeset';
import { CrmError } from '../shared/errors';
import type { IdSource } from '../shared/ids';
import { identityOf } from '../template/workbookId';
import { applyChangeset, type ApplyContext } from './apply';
import { structureEntries, type LogLine } from './journal';
import type { LayoutMemory } from './layoutMemory';
import type { WritableLayout } from './layout';
import { Outbox, recordKey, type OutboxStore, type Remembered } from './outbox';
import { forgetAbsent, reconcileOutbox } from './reconcile';
import type { TableChange } from './watch';

export interface WriterOptions {
  readonly now: () => number;
  readonly ids: IdSource;
  /** Who sits at this machine, for the change log; absent or `null` = not said. */
  readonly by?: () => string | null;
  readonly store: OutboxStore;
  /** This run of the add-in. */
  readonly session: string;
  /** Where the workbook lies: a copy elsewhere is another workbook, though it holds the same identity. */
  readonly place: string;
}

/**
 * Everything that writes records, one after the other: a check of the outbox in the middle of an append would take the
 * record for lost.
 */
export class Writer {
  private tail: Promise<unknown> = Promise.resolve();
  private outbox: { readonly key: string; readonly outbox: Outbox } | null = null;
  /** Tables in which a person took something away, and tables that co-authors wrote into, since the last check. */
  private emptied = new Set<string>();
  private overwritten = new Set<string>();

  constructor(
    private readonly memory: LayoutMemory,
    private readonly options: WriterOptions,
  ) {}

  /** Runs work that writes, when what was started before is done. */
  inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(work);
    this.tail = result.catch(() => undefined);
    return result;
  }

  /**
   * Writes a changeset. When a request fails half way, what it left is looked up and finished at once; when not even that
   * can be told, throws `unsureWritten`: the outbox goes on with it later.
   */
  apply(changeset: Changeset, options: ApplyOptions): Promise<ApplyReport> {
    return this.inOrder(async () => {
      try {
        return await this.attempt(changeset, options, false);
      } catch (error) {
        if (!this.isInDoubt(changeset)) throw error;
        return await this.finish(changeset, options, error);
      }
    });
  }

  /** Costs no request while nothing is watched over. */
  reconcile(): Promise<number> {
    return this.inOrder(async () => {
      const { known } = this.memory;
      if (known && !this.outboxOf(known).entries().length) return 0;
      return this.memory.with(async (context, layout) => {
        const count = await reconcileOutbox(context, this.given(layout), (entry) => this.wasTakenAway(entry));
        this.emptied.clear();
        this.overwritten.clear();
        return count;
      });
    });
  }

  /** Notes in the change log what was done to the structure; a workbook without one stays without. */
  log(action: string, entries: readonly LogLine[]): Promise<void> {
    return this.inOrder(() =>
      this.memory.with(async (context, layout) => {
        if (!entries.length || !layout.tables.has('changeLog')) return;
        const { now, ids, by } = this.options;
        const appends = structureEntries({ action }, { at: now(), ids, by: by?.() ?? null }, entries);
        const changeset: Changeset = { action, appends, updates: [], removals: [] };
        await applyChangeset(context, changeset, { ...this.given(layout), options: {}, unjournalled: true });
      }),
    );
  }

  /** What an event told. */
  note({ tables, remote, deletes }: TableChange): void {
    for (const table of tables) {
      if (!remote || deletes) this.emptied.add(table);
      else this.overwritten.add(table);
    }
  }

  /**
   * A record that was written and is gone, after a person here changed its table or rows were deleted there, and nobody
   * else wrote into it: that was meant.
   */
  private wasTakenAway({ table, state }: Remembered): boolean {
    return state !== 'doubt' && state !== 'sent' && this.emptied.has(table) && !this.overwritten.has(table);
  }

  private attempt(changeset: Changeset, options: ApplyOptions, resume: boolean): Promise<ApplyReport> {
    const write = async (context: Excel.RequestContext, layout: WritableLayout) => {
      const given = this.given(layout);
      if (given.outbox.entries().some(({ state }) => state === 'doubt'))
        await reconcileOutbox(context, given, (entry) => this.wasTakenAway(entry));
      for (const { table } of changeset.appends) this.emptied.delete(table);
      const rest = withoutRemembered(changeset, given.outbox.entries());
      const report = await applyChangeset(context, rest, { ...given, options, resume });
      given.outbox.forget(changeset.removals);
      return { ...report, appended: report.appended + changeset.appends.length - rest.appends.length };
    };
    // Excel may refuse to merge what it cannot undo (`UndoNotSupported`): the second attempt does not ask for it.
    return this.memory.with(write, { asOneUndo: !resume });
  }

  private async finish(changeset: Changeset, options: ApplyOptions, failure: unknown): Promise<ApplyReport> {
    try {
      return await this.attempt(changeset, options, true);
    } catch (error) {
      if (await this.isNothingWritten(changeset, error)) throw failure;
      const params = error instanceof CrmError ? error.params : {};
      throw new CrmError('unsureWritten', { platformCode: '', ...params });
    }
  }

  /** Excel refused for good, and none of the records is there: then they are not waited for either. */
  private async isNothingWritten(changeset: Changeset, error: unknown): Promise<boolean> {
    if (!(error instanceof CrmError) || error.code === 'network') return false;
    try {
      return await this.memory.with((context, layout) => forgetAbsent(context, this.given(layout), changeset.appends));
    } catch (second) {
      if (second instanceof CrmError) return false;
      throw second;
    }
  }

  private isInDoubt(changeset: Changeset): boolean {
    const records = new Set([...changeset.updates, ...changeset.appends, ...changeset.removals].map(({ id }) => id));
    const entries = this.outbox?.outbox.entries() ?? [];
    return entries.some(
      ({ state, id, values }) => state === 'doubt' && (records.has(id) || records.has(String(values.record))),
    );
  }

  private given(layout: WritableLayout): Omit<ApplyContext, 'options'> {
    return { layout, journal: this.options, outbox: this.outboxOf(layout) };
  }

  private outboxOf({ state }: WritableLayout): Outbox {
    const { place, store, session } = this.options;
    const key = `${identityOf(state.names) ?? ''}|${place}`;
    if (this.outbox?.key !== key) {
      this.outbox = { key, outbox: new Outbox(store, key, session) };
      this.outbox.outbox.forgetSettled();
    }
    return this.outbox.outbox;
  }
}

/** Saving again what is remembered means the same record: it is there, so only what was edited meanwhile is written. */
function withoutRemembered(changeset: Changeset, entries: readonly Remembered[]): Changeset {
  const known = new Map(entries.map((entry) => [recordKey(entry), entry]));
  const again = changeset.appends.filter((record) => known.has(recordKey(record)));
  if (!again.length) return changeset;
  return {
    ...changeset,
    appends: changeset.appends.filter((record) => !again.includes(record)),
    updates: [...changeset.updates, ...again.flatMap((record) => editsOf(known.get(recordKey(record))!, record))],
  };
}

const editsOf = ({ values: before }: Remembered, { table, id, values }: NewRecord): FieldChange[] =>
  Object.entries(values).flatMap(([field, after]) =>
    (before[field] ?? null) === after ? [] : [{ table, id, field, before: before[field] ?? null, after }],
  );
