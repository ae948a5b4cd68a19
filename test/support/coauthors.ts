import type { ApplyReport, LiveHome } from '../../src/actions/home';
import { install } from '../../src/actions/install';
import { logRevisit } from '../../src/actions/logRevisit';
import type { Changeset, FieldChange } from '../../src/crm/changeset';
import type { Snapshot, Value } from '../../src/crm/snapshot';
import { createHost, type Host, type HostClient, type Workbook } from '../../src/host';
import { cloneGraph } from '../../src/host/offline/clone';
import { CrmError } from '../../src/shared/errors';
import type { IdSource } from '../../src/shared/ids';
import { createLiveHome, type LiveOptions } from '../../src/workbook';
import { memoryStore } from '../../src/workbook/outboxStore';
import { Interleaver } from './interleave';
import { type Findings, Ledger } from './ledger';
import { seeded } from './randomWorkbook';

/** 2026-03-02, a Monday, at noon. */
const now = 46_083.5;

export type Deed = 'log' | 'edit' | 'archive' | 'remove' | 'sort' | 'offlineSpell';

const everything: readonly Deed[] = ['log', 'log', 'edit', 'edit', 'archive', 'remove', 'sort', 'offlineSpell'];

/** Makes a client's instance of the product; mutations put something else in its place. */
export type MakeHome = (client: HostClient, options: LiveOptions) => LiveHome;

const productHome: MakeHome = ({ Excel }, options) => createLiveHome(Excel, options);

export interface InterleaveOptions {
  readonly clients: number;
  readonly seed: number;
  /** Things that each client does. */
  readonly actions?: number;
  /** What they choose from, by chance; more often what stands there more often. */
  readonly mix?: readonly Deed[];
  readonly makeHome?: MakeHome;
  /** The workbook that everybody opens; default: an empty one, in which all of them install first. */
  readonly workbook?: Workbook;
}

export interface InterleaveResult extends Findings {
  readonly seed: number;
  readonly requests: number;
  readonly acknowledged: number;
  /** Writes that the product refused or listed as conflicts: allowed, but not too many of them. */
  readonly refused: number;
  readonly allEqual: boolean;
  /** What everybody did, in the order in which it ended: to understand a finding. */
  readonly history: readonly string[];
}

/** Ids that tell who minted them. */
function idsOf(client: number): IdSource {
  let last = 0;
  return (prefix) => `${prefix}-${client}X${++last}`;
}

const base: Changeset = {
  action: 'import',
  updates: [],
  appends: [
    ...Array.from({ length: 6 }, (_, index) => {
      const id = `C-B${index}`;
      return {
        table: 'customers',
        id,
        values: { id, name: `Customer ${index}`, employees: (index * 4) % 7, phone: null, note: null, archived: null },
      };
    }),
    ...Array.from({ length: 8 }, (_, index) => {
      const id = `F-B${index}`;
      const values = { id, customer: `C-B${index % 6}`, channel: 'call', outcome: 'progress', heldAt: 46_000 + index };
      return { table: 'followUps', id, values: { ...values, note: `base ${index}`, satisfaction: null } };
    }),
  ],
  removals: [],
};

/** An installed workbook with a few records, its calendar cut short; runs take copies of it. */
export async function preparedWorkbook(): Promise<Workbook> {
  const host = await createHost({ createCalculator: null, undo: false, now: () => now });
  const client = await host.connect();
  const home = createLiveHome(client.Excel, { now: () => now, ids: idsOf(0), outbox: memoryStore() });
  await install(home, 'en');
  await home.apply(base, { bulk: true });
  const { body } = host.workbook.findTable('Calendar')!;
  await client.Excel.run(async (context) => {
    const sheet = context.workbook.tables.getItem('Calendar').worksheet;
    sheet.getRangeByIndexes(body.row + 30, body.column, body.rows - 30, body.columns).delete('Up');
    await context.sync();
  });
  client.disconnect();
  host.workbook.onChange = () => undefined;
  return host.workbook;
}

/** One random run under the pessimistic rules: everybody works at once, then all is settled and compared. */
export async function interleave(options: InterleaveOptions): Promise<InterleaveResult> {
  const random = seeded(options.seed);
  const host = await createHost({ createCalculator: null, undo: false, variant: 'pessimistic', now: () => now });
  if (options.workbook) await host.load(cloneGraph(options.workbook));
  const shared: Shared = {
    host,
    random,
    ledger: new Ledger(),
    turns: new Interleaver(host, random),
    history: [],
    offline: 0,
    sorting: 0,
  };
  const authors = await Promise.all(
    Array.from({ length: options.clients }, () => Author.join(shared, options.makeHome)),
  );
  if (options.workbook) base.appends.forEach((record) => shared.ledger.added(record));
  await shared.turns.run(authors.map((author) => ({ client: author.client.id, script: () => author.work(options) })));
  await host.settle();
  for (const { home } of authors) await home.reconcile();
  const snapshots: Snapshot[] = [];
  for (const { home } of authors) snapshots.push(await home.read());
  return {
    ...shared.ledger.check(snapshots[0]!),
    seed: options.seed,
    requests: shared.turns.now,
    acknowledged: authors.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    refused: authors.reduce((sum, { refused }) => sum + refused, 0),
    history: shared.history,
    allEqual: snapshots.every((snapshot) => JSON.stringify(snapshot.tables) === JSON.stringify(snapshots[0]!.tables)),
  };
}

interface Shared {
  readonly host: Host;
  readonly random: () => number;
  readonly ledger: Ledger;
  readonly turns: Interleaver;
  readonly history: string[];
  /** How many are offline, and how many sort. */
  offline: number;
  sorting: number;
}

/** One co-author with an add-in of their own. */
class Author {
  acknowledged = 0;
  refused = 0;
  private readonly whenOnline: (() => void)[] = [];

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

  async work({ actions = 4, mix = everything, workbook }: InterleaveOptions): Promise<void> {
    if (!workbook) await install(this.home, 'en');
    for (let count = 0; count < actions; count++) await this[this.one(mix)]();
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
   * by what others added offline (host rule `offline-same-next-row`), and a later merge would then edit or delete theirs.
   */
  private async pick(table: string): Promise<{ snapshot: Snapshot; id: string; row: number } | null> {
    const snapshot = await this.attempt(`read ${table}`, () => this.home.read([table]));
    const all = snapshot?.tables[table]?.columns.id?.filter((id) => id !== null).map(String) ?? [];
    const ids = this.client.isOffline ? all.filter((id) => base.appends.some((record) => record.id === id)) : all;
    if (!snapshot || ids.length === 0) return null;
    const id = this.one(ids);
    return { snapshot, id, row: snapshot.tables[table]!.columns.id!.indexOf(id) };
  }

  /**
   * A person sorts a table by hand, but not while somebody is offline: merged by place, rows added offline would then
   * replace whatever record the sort moved there (host rule `offline-sort-moves-nothing`), and no product could help it.
   */
  private async sort(): Promise<void> {
    if (this.shared.offline > 0) return this.edit();
    const [table, key] = this.one(sortKeys);
    const ascending = this.one([true, false]);
    this.shared.sorting += 1;
    await this.client.Excel.run(async (context) => {
      context.workbook.tables.getItem(table).sort.apply([{ key, ascending }]);
      await context.sync();
    });
    this.shared.sorting -= 1;
    this.tell(this.shared.turns.now, `sort ${table} by ${key}`);
  }

  /** Some work without connection; what was acknowledged then counts from the moment when it was merged. */
  private async offlineSpell(): Promise<void> {
    if (this.shared.sorting > 0) return this.log();
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
