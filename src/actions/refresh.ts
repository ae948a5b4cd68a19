import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { IdSource } from '../shared/ids';
import { fold } from '../shared/text';
import { computeAll } from '../template/compute';
import { columnOf } from '../template/environment';
import { anchorOf, tableDef } from '../template/load';
import { lifecycleChanges } from './recordLifecycle';
import { stageChanges } from './recordStages';
import type { BlankId, LiveHome, RunOptions, WrittenFigures } from './home';

export interface RefreshOptions extends RunOptions {
  /** Today's serial by the caller's clock. */
  readonly clock: number;
  readonly ids: IdSource;
  /** The person was asked and agreed to write while others edit. */
  readonly consent?: boolean;
}

/** What Refresh did, or that it wants to ask first (decision 8). */
export type RefreshReport =
  | { readonly needsConsent: true }
  | {
      readonly needsConsent: false;
      readonly idsFilled: number;
      readonly figures: readonly WrittenFigures[];
      readonly snapshot: Snapshot;
    };

/**
 * Brings displaced records back (decision 18), fills blank ids, brings columns of values up to date, notes the day and
 * the customers whose lifecycle and the deals whose stage changed; writes only cells that differ.
 */
export async function refresh(home: LiveHome, options: RefreshOptions): Promise<RefreshReport> {
  if (!options.consent && (await home.facts()).sharedNow) return { needsConsent: true };
  await home.reconcile();
  const first = await home.read(undefined, options);
  const idsFilled = await home.fillIds(blankIds(first, options.ids));
  const snapshot = idsFilled ? await home.read(undefined, options) : first;
  const figures = await home.writeFigures(computeAll(snapshot, options.clock), options);
  const { onProgress, signal } = options;
  const noted = {
    ...refreshedOn(snapshot, Math.floor(options.clock)),
    appends: [...lifecycleChanges(snapshot, options.clock), ...stageChanges(snapshot, options.clock)],
  };
  await home.apply(noted, { onProgress, signal });
  return { needsConsent: false, idsFilled, figures, snapshot };
}

/** Records that lack an id, each with a new one that no other record of its table has. */
export function blankIds(snapshot: Snapshot, ids: IdSource): BlankId[] {
  const missing = snapshot.problems.filter(({ code }) => code === 'missingId');
  return [...new Set(missing.map(({ table }) => table))].flatMap((table) => {
    const mint = minter(snapshot, table, ids);
    const names = columnOf(snapshot, table, anchorOf(tableDef(table)));
    const positions = new Map(snapshot.tables[table]!.sheetRows.map((row, at) => [row, at]));
    return missing
      .filter((problem) => problem.table === table)
      .flatMap(({ row }): BlankId[] => {
        const name = names[positions.get(row) ?? -1] ?? null;
        return name === null ? [] : [{ table, sheetRow: row, name, id: mint() }];
      });
  });
}

/** Mints ids that neither a record of the table has nor an earlier call gave. */
function minter(snapshot: Snapshot, table: string, ids: IdSource): () => string {
  const taken = new Set(columnOf(snapshot, table, 'id').map((id) => fold(String(id ?? ''))));
  return () => {
    let id = ids(tableDef(table).idPrefix);
    while (taken.has(fold(id))) id = ids(tableDef(table).idPrefix);
    taken.add(fold(id));
    return id;
  };
}

function refreshedOn(snapshot: Snapshot, today: number): Changeset {
  const before = snapshot.settings.refreshedAt ?? null;
  const isKnown = 'refreshedAt' in snapshot.settings && before !== today;
  const update = { table: 'settings', id: 'refreshedAt', field: 'value', before, after: today };
  return { action: 'refresh', updates: isKnown ? [update] : [], appends: [], removals: [] };
}
