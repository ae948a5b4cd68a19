import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { IdSource } from '../shared/ids';
import { fold } from '../shared/text';
import { computeAll } from '../template/compute';
import { columnOf } from '../template/environment';
import { anchorOf, tableDef } from '../template/load';
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

/** Fills blank ids, brings columns of values up to date and notes the day; writes only cells that differ. */
export async function refresh(home: LiveHome, options: RefreshOptions): Promise<RefreshReport> {
  if (!options.consent && (await home.facts()).sharedNow) return { needsConsent: true };
  const first = await home.read(undefined, options);
  const idsFilled = await home.fillIds(blankIds(first, options.ids));
  const snapshot = idsFilled ? await home.read(undefined, options) : first;
  const figures = await home.writeFigures(computeAll(snapshot, options.clock), options);
  await home.apply(refreshedOn(snapshot, Math.floor(options.clock)), options);
  return { needsConsent: false, idsFilled, figures, snapshot };
}

/** Records that lack an id, each with a new one that no other record of its table has. */
function blankIds(snapshot: Snapshot, ids: IdSource): BlankId[] {
  return snapshot.problems
    .filter(({ code }) => code === 'missingId')
    .flatMap(({ table, row }): BlankId[] => {
      const at = snapshot.tables[table]!.sheetRows.indexOf(row);
      const name = columnOf(snapshot, table, anchorOf(tableDef(table)))[at] ?? null;
      return name === null ? [] : [{ table, sheetRow: row, name, id: mint(snapshot, table, ids) }];
    });
}

function mint(snapshot: Snapshot, table: string, ids: IdSource): string {
  const taken = new Set(columnOf(snapshot, table, 'id').map((id) => fold(String(id ?? ''))));
  let id = ids(tableDef(table).idPrefix);
  while (taken.has(fold(id))) id = ids(tableDef(table).idPrefix);
  return id;
}

function refreshedOn(snapshot: Snapshot, today: number): Changeset {
  const before = snapshot.settings.refreshedAt ?? null;
  const isKnown = 'refreshedAt' in snapshot.settings && before !== today;
  const update = { table: 'settings', id: 'refreshedAt', field: 'value', before, after: today };
  return { action: 'refresh', updates: isKnown ? [update] : [], appends: [], removals: [] };
}
