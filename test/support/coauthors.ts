import type { Snapshot } from '../../src/crm/snapshot';
import type { Workbook } from '../../src/host';
import type { ClientWindow } from '../../src/host/client/attach';
import { loadClientInNode } from '../../src/host/client/loadInNode';
import { cloneGraph } from '../../src/host/offline/clone';
import { Author, type Deed, type MakeHome, type Shared } from './author';
import { Interleaver } from './interleave';
import { type Findings, Ledger } from './ledger';
import { seeded } from './randomWorkbook';
import { base, openHost } from './sharedWorkbook';

const online: readonly Deed[] = ['log', 'log', 'edit', 'edit', 'archive', 'remove', 'sort'];

/**
 * What people do, by kind of run:
 * - `online`: everybody is connected, and does whatever they like at any time;
 * - `offline`: with offline spells, but no sorting while somebody is offline and no offline edit of a record that was
 *   added in the run: an Excel that merges by place and keeps the last writer of a cell puts such edits into whatever
 *   record stands there by then, and asks no add-in;
 * - `reckless`: the same without that restraint. Shows what it keeps away.
 */
export const mixes = {
  online,
  offline: [...online, 'offlineSpell'],
  reckless: [...online, 'offlineSpell'],
} as const satisfies Readonly<Record<string, readonly Deed[]>>;

export type RunKind = keyof typeof mixes;

export interface InterleaveOptions {
  readonly clients: number;
  readonly seed: number;
  /** Default: `online`. */
  readonly kind?: RunKind;
  /** Things that each client does; default: four, of many clients three. */
  readonly actions?: number;
  /** Default: that of the kind. */
  readonly mix?: readonly Deed[];
  readonly makeHome?: MakeHome;
  /** The workbook that everybody opens; default: an empty one, in which all of them install first. */
  readonly workbook?: Workbook;
  /** Whether some of them repair the workbook while the others work. */
  readonly repairs?: boolean;
}

export interface InterleaveResult extends Findings {
  readonly seed: number;
  readonly requests: number;
  readonly acknowledged: number;
  /** Writes that the product refused or listed as conflicts: allowed, but not too many of them. */
  readonly refused: number;
  /** Steps that an installation lacks although it was done. */
  readonly unfinished: number;
  readonly allEqual: boolean;
  /** What everybody did, in the order in which it ended: to understand a finding. */
  readonly history: readonly string[];
}

/** One random run under the pessimistic rules: everybody works at once, then all is settled and compared. */
export async function interleave(options: InterleaveOptions): Promise<InterleaveResult> {
  const { workbook, kind = 'online' } = options;
  const random = seeded(options.seed);
  const host = await openHost({ variant: 'pessimistic', loadClient: clientsAgain() });
  if (workbook) await host.load(cloneGraph(workbook));
  const shared: Shared = {
    host,
    random,
    ledger: new Ledger(),
    turns: new Interleaver(host, random),
    history: [],
    reckless: kind === 'reckless',
    offline: 0,
    sorting: 0,
  };
  const authors: Author[] = [];
  for (let count = 0; count < options.clients; count++) authors.push(await Author.join(shared, options.makeHome));
  if (workbook) base.appends.forEach((record) => shared.ledger.added(record));
  const { actions = options.clients < 4 ? 4 : 3, mix = mixes[kind] } = options;
  const actors = authors.map((author, index) => {
    const installs = !workbook || (options.repairs === true && (index === 0 || random() < repairers));
    return { client: author.client.id, script: () => author.work({ actions, mix, installs }) };
  });
  await shared.turns.run(actors);
  await host.settle();
  for (const { home } of authors) await home.reconcile();
  return resultOf(options, shared, authors);
}

/** Share of the others who repair as well, where somebody does. */
const repairers = 0.5;

async function resultOf(
  { seed, workbook, repairs }: InterleaveOptions,
  { ledger, turns, history }: Shared,
  authors: readonly Author[],
): Promise<InterleaveResult> {
  const snapshots: Snapshot[] = [];
  for (const { home } of authors) snapshots.push(await home.read());
  const sum = (of: (author: Author) => number) => authors.reduce((total, author) => total + of(author), 0);
  return {
    ...ledger.check(snapshots[0]!),
    seed,
    requests: turns.now,
    acknowledged: sum(({ acknowledged }) => acknowledged),
    refused: sum(({ refused }) => refused),
    unfinished: repairs || !workbook ? await authors[0]!.stepsLeft() : 0,
    allEqual: snapshots.every(({ tables }) => JSON.stringify(tables) === JSON.stringify(snapshots[0]!.tables)),
    history,
  };
}

/** Whether a run did something that it must not. */
export const isFinding = ({ lost, duplicates, resurrected, unfinished, allEqual }: InterleaveResult): boolean =>
  lost.length + duplicates.length + resurrected.length + unfinished > 0 || !allEqual;

/** Every office.js that was loaded so far: a new one would take longer than the rest of a run. */
const windows: ClientWindow[] = [];

/** Hands out one after the other, anew for each run. */
function clientsAgain(): () => ClientWindow {
  let next = 0;
  return () => (windows[next++] ??= loadClientInNode());
}
