import type { LiveHome } from '../../src/actions/home';
import { install } from '../../src/actions/install';
import type { Changeset } from '../../src/crm/changeset';
import type { Value } from '../../src/crm/snapshot';
import {
  createHost,
  REQUIREMENT_SETS,
  type Host,
  type HostClient,
  type HostOptions,
  type Workbook,
} from '../../src/host';
import { cloneGraph } from '../../src/host/offline/clone';
import { sequenceIds } from '../../src/shared/ids';
import type { Language } from '../../src/template/types';
import { createLiveHome, type LiveOptions } from '../../src/workbook';

/** 2026-03-02, a Monday. */
export const today = 46_083;

export interface LiveFixture {
  readonly host: Host;
  readonly client: HostClient;
  readonly home: LiveHome;
}

/** A host with an empty workbook and one client. */
export async function openWorkbook(options: HostOptions = {}): Promise<LiveFixture> {
  // With this set office.js says in every request whether Excel can undo it.
  const requirementSets = { ...REQUIREMENT_SETS, RichApiRuntimeFlag: '1.2' };
  const host = await createHost({ now: () => today + 0.5, requirementSets, ...options });
  return { host, ...(await connect(host)) };
}

/** One more client of the same workbook, with an add-in of its own. */
export async function connect(host: Host, options: LiveOptions = {}): Promise<Pick<LiveFixture, 'client' | 'home'>> {
  const client = await host.connect();
  return { client, home: createLiveHome(client.Excel, { now: () => today + 0.5, ids: sequenceIds(), ...options }) };
}

/** Workbooks as installed, by language and options: a test that wants the next one gets a copy. */
const originals = new Map<string, Workbook>();

/** An installed CRM workbook. */
export async function installed(language: Language = 'en', options: HostOptions = {}): Promise<LiveFixture> {
  const fixture = await openWorkbook(options);
  const key = isPlain(options) ? JSON.stringify([language, options]) : null;
  const original = key === null ? undefined : originals.get(key);
  if (original) await fixture.host.load(cloneGraph(original));
  else await install(fixture.home, language);
  if (key !== null && !original) originals.set(key, cloneGraph(fixture.host.workbook));
  return fixture;
}

/** Without functions, which no key could tell apart, and without undo, whose steps a copy has not. */
const isPlain = (options: HostOptions): boolean =>
  !options.undo && Object.values(options).every((option) => typeof option !== 'function');

type Client = Pick<LiveFixture, 'client'>;

/** Runs a batch the way any other add-in would. */
export const run = <T>({ client }: Client, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  client.Excel.run(batch);

/** Values of a range by sheet and address. */
export const valuesAt = (fixture: Client, sheet: string, address: string): Promise<unknown[][]> =>
  run(fixture, async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values');
    await context.sync();
    return range.values;
  });

/** What a column of a table shows, by caption. */
export const columnAt = (fixture: Client, table: string, caption: string): Promise<unknown[]> =>
  run(fixture, async (context) => {
    const range = context.workbook.tables.getItem(table).columns.getItem(caption).getDataBodyRange().load('values');
    await context.sync();
    return range.values.flat();
  });

/** What some work sent and received. */
export async function costOf(host: Host, work: () => Promise<unknown>): Promise<Host['stats']> {
  const before = { ...host.stats };
  await work();
  return {
    syncs: host.stats.syncs - before.syncs,
    requestBytes: host.stats.requestBytes - before.requestBytes,
    responseBytes: host.stats.responseBytes - before.responseBytes,
  };
}

/** A changeset that adds records of one table. */
export const adding = (table: string, ...records: Record<string, Value>[]): Changeset => ({
  action: 'add',
  updates: [],
  appends: records.map((values) => ({ table, id: String(values.id), values })),
  removals: [],
});

/** A changeset that changes one field. */
export const changing = (table: string, id: string, field: string, before: Value, after: Value): Changeset => ({
  action: 'edit',
  updates: [{ table, id, field, before, after }],
  appends: [],
  removals: [],
});
