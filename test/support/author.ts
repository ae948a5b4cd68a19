import type { ApplyReport, LiveHome } from '../../src/actions/home';
import { install, planInstall } from '../../src/actions/install';
import { logRevisit } from '../../src/actions/logRevisit';
import type { FieldChange } from '../../src/crm/changeset';
import type { Snapshot, Value } from '../../src/crm/snapshot';
import type { Host, HostClient } from '../../src/host';
import { CrmError } from '../../src/shared/errors';
import type { IdSource } from '../../src/shared/ids';
import { createLiveHome, type LiveOptions } from '../../src/workbook';
import { memoryStore } from '../../src/workbook/outboxStore';
import type { Interleaver } from './interleave';
import type { Ledger } from './ledger';
import { base, idsOf, now } from './sharedWorkbook';

export type Deed = 'log' | 'edit' | 'archive' | 'remove' | 'sort' | 'offlineSpell';

/** Makes a client's instance of the product; mutations put something else in its place. */
export type MakeHome = (client: HostClient, options: LiveOptions) => LiveHome;

const productHome: MakeHome = ({ Excel }, options) => createLiveHome(Excel, options);

/** What all authors of a run have in common. */
export interface Shared {
  readonly host: Host;
  readonly random: () => number;
  readonly ledger: Ledger;
  readonly turns: Interleaver;
  readonly history: string[];
  /** Whether people may do, while somebody is offline, what no product can help then. */
  readonly reckless: boolean;
  /** How many are offline, and how many sort. */
  offline: number;
  sorting: number;
}

/** What one author does in a run. */
export interface Assignment {
  readonly actions: number;
  /** What they choose from, by chance; more often what stands there more often. */
  readonly mix: readonly Deed[];
  /** Whether they install or repair first, as somebody does whose pane says that something is missing. */
  readonly installs: boolean;
}

/** One co-author with an add-in of their own. */
export class Author {
  acknowledged = 0;
  refused = 0;
  private readonly whenOnline: (() => void)[] = [];
  private readonly shown = new Map<string, Snapshot>();

  private constructor(
    private readonly shared: Shared,
    readonly client: HostClient,
    readonly home: LiveHome,
    private readonly ids: IdSource,
  ) {}

  static async join(shared: Shared, makeHome: MakeHome = productHome): Promise<Author> {
    const client = await shared.host.connect();
    const ids = idsOf(client.id);
    const home = makeHome(client, { now: () => now, ids, outbox: memoryStore(), supports: () => true });
    return new Author(shared, client, home, ids);
  }

  async work({ actions, mix, installs }: Assignment): Promise<void> {
    if (installs) await this.install();
    for (let count = 0; count < actions; count++) await this[this.one(mix)]();
  }

  /** Installs or repairs, and presses the button again when told that it did not work. */
  private async install(): Promise<void> {
    for (let press = 1; press <= 3; press++) if (await this.attempt('install', () => install(this.home, 'en'))) return;
  }

  /** What an installation would still do. */
  async stepsLeft(): Promise<number> {
    return (await planInstall(this.home, 'en')).steps.length;
  }

  private one<T>(all: readonly T[]): T {
    return all[Math.floor(this.shared.random() * all.length)]!;
  }

  /** Does something that may be refused; `null` then. */
  private async attempt<T>(what: string, work: () => Promise<T>): Promise<T | null> {
    const began = this.shared.turns.now;
    try {
      const done = await work();
      this.tell(began, what);
      return done;
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      this.tell(began, `${what}: ${error.code}`);
      this.refused += 1;
      return null;
    }
  }

  private tell(began: number, what: string): void {
    const { history, turns } = this.shared;
    history.push(`${began}-${turns.now} client ${this.client.id}${this.client.isOffline ? ' (offline)' : ''} ${what}`);
  }

  private async log(): Promise<void> {
    const customer = `C-B${Math.floor(this.shared.random() * 6)}`;
    const note = `by ${this.client.id} at ${this.shared.turns.now}`;
    const revisit = { customer, channel: 'call', outcome: 'progress', heldAt: Math.floor(now), nextAt: null, note };
    const done = await this.attempt(`log ${note}`, () => logRevisit(this.home, revisit, this.ids));
    if (!done || done.report.appended === 0) return;
    this.acknowledge(() => done.changeset.appends.forEach((record) => this.shared.ledger.added(record)));
  }

  private edit(): Promise<void> {
    const [table, field] = this.one([
      ['customers', 'phone'],
      ['customers', 'note'],
      ['followUps', 'note'],
    ] as const);
    return this.change(table, field, () => `${this.client.id} at ${this.shared.turns.now}`);
  }

  private archive(): Promise<void> {
    return this.change('customers', 'archived', (before) => before !== true);
  }

  /** Reads a table, picks a record and changes one field of it. */
  private async change(table: string, field: string, next: (before: Value) => Value): Promise<void> {
    const picked = await this.pick(table);
    if (!picked) return;
    const before = picked.snapshot.tables[table]!.columns[field]![picked.row]!;
    const update: FieldChange = { table, id: picked.id, field, before, after: next(before) };
    const began = this.shared.turns.now;
    const report = await this.attempt(`${table} ${picked.id} ${field}`, () =>
      this.home.apply({ ...nothing, action: 'edit', updates: [update] }),
    );
    const { ledger, turns } = this.shared;
    if (!report) ledger.updated({ ...update, began, ended: null });
    else if (isWritten(report)) this.acknowledge(() => ledger.updated({ ...update, began, ended: turns.now }));
    else this.refused += 1;
  }

  private async remove(): Promise<void> {
    const picked = await this.pick('followUps');
    if (!picked) return;
    const removal = { table: 'followUps', id: picked.id };
    const report = await this.attempt(`delete ${picked.id}`, () =>
      this.home.apply({ ...nothing, action: 'delete', removals: [removal] }),
    );
    const { ledger } = this.shared;
    ledger.removed(removal.table, removal.id, false);
    if (report) this.acknowledge(() => ledger.removed(removal.table, removal.id, true));
  }

  /**
   * A record by chance. Offline only one that stood there from the start: the row of one added meanwhile may be replaced
   * by what others added offline (host rule `offline-same-next-row`), and the merge would then edit or delete theirs.
   */
  private async pick(table: string): Promise<{ snapshot: Snapshot; id: string; row: number } | null> {
    const snapshot = await this.look(table);
    const all = snapshot?.tables[table]?.columns.id?.filter((id) => id !== null).map(String) ?? [];
    const isOld = (id: string) => base.appends.some((record) => record.id === id);
    const ids = this.client.isOffline && !this.shared.reckless ? all.filter(isOld) : all;
    if (!snapshot || ids.length === 0) return null;
    const id = this.one(ids);
    return { snapshot, id, row: snapshot.tables[table]!.columns.id!.indexOf(id) };
  }

  /** What this author's pane shows: sometimes it is what was read a while ago. */
  private async look(table: string): Promise<Snapshot | null> {
    const shown = this.shown.get(table);
    if (shown && this.shared.random() < 0.5) return shown;
    const snapshot = await this.attempt(`read ${table}`, () => this.home.read([table]));
    if (snapshot) this.shown.set(table, snapshot);
    return snapshot;
  }

  /**
   * A person sorts a table by hand, but not while somebody is offline: merged by place, rows added offline would then
   * replace whatever record the sort moved there (host rule `offline-sort-moves-nothing`), and no product could help it.
   */
  private async sort(): Promise<void> {
    if (this.shared.offline > 0 && !this.shared.reckless) return this.edit();
    const [table, key] = this.one(sortKeys);
    const ascending = this.one([true, false]);
    this.shared.sorting += 1;
    await this.client.Excel.run(async (context) => {
      const found = context.workbook.tables.getItemOrNullObject(table);
      found.sort.apply([{ key, ascending }]);
      await context.sync();
    });
    this.shared.sorting -= 1;
    this.tell(this.shared.turns.now, `sort ${table} by ${key}`);
  }

  /** Some work without connection; what was acknowledged then counts from the moment when it was merged. */
  private async offlineSpell(): Promise<void> {
    if (this.shared.sorting > 0 && !this.shared.reckless) return this.log();
    this.shared.offline += 1;
    await this.client.goOffline();
    await this.one([this.log, this.edit, this.remove]).call(this);
    await this.one([this.log, this.edit, this.archive]).call(this);
    await this.client.goOnline();
    this.tell(this.shared.turns.now, 'is back online');
    this.whenOnline.splice(0).forEach((note) => note());
    this.shared.offline -= 1;
  }

  private acknowledge(note: () => void): void {
    this.acknowledged += 1;
    if (this.client.isOffline) this.whenOnline.push(note);
    else note();
  }
}

/** Ids, and a column of another order: positions of `employees` and `customer`. */
const sortKeys = [
  ['Customers', 0],
  ['Customers', 18],
  ['FollowUps', 0],
  ['FollowUps', 1],
] as const;

const nothing = { updates: [], appends: [], removals: [] } as const;

/** A conflict that was written all the same is one that the person is told of. */
const isWritten = ({ updated, alreadyDone }: ApplyReport): boolean => updated + alreadyDone > 0;
