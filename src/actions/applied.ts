import type { Changeset } from '../crm/changeset';
import type { Snapshot, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { columnOf } from '../template/environment';
import type { ApplyOptions, ApplyReport, Home } from './home';

/** What was done, what was left out and why, and the changeset that `undo` takes: only what was written. */
export interface Applied {
  readonly report: ApplyReport;
  readonly changeset: Changeset;
}

/** `clock`: serial of the machine's day. */
export type DatedOptions = ApplyOptions & { readonly clock: number };

/** Writes a changeset; where somebody else was faster, the report says so. */
export const applyAll = async (
  home: Pick<Home, 'apply'>,
  changeset: Changeset,
  options: ApplyOptions = {},
): Promise<Applied> => ({ report: await home.apply(changeset, options), changeset });

/**
 * Writes new records whose ids are made of facts, without those that are there already: noted since by somebody else, or by
 * an attempt whose answer was lost. There may be hundreds, more than a write looks for one by one.
 */
export async function applyNew(
  home: Pick<Home, 'read' | 'apply'>,
  { appends, ...changeset }: Changeset,
  options: ApplyOptions = {},
): Promise<Applied> {
  const tables = [...new Set(appends.map(({ table }) => table))];
  const present = await home.read(Object.fromEntries(tables.map((table) => [table, ['id']])), options);
  const there = new Set(tables.flatMap((table) => columnOf(present, table, 'id').map((id) => keyOf(table, id))));
  const missing = appends.filter(({ table, id }) => !there.has(keyOf(table, id)));
  return applyAll(home, { ...changeset, appends: missing }, options);
}

const keyOf = (table: string, id: Value): string => `${table} ${fold(String(id ?? ''))}`;

/** The action that works out its changeset from what was read and a person's wish, and writes it. */
export const applying =
  <Wish>(changesetOf: (snapshot: Snapshot, wish: Wish, clock: number) => Changeset) =>
  async (
    home: Pick<Home, 'apply'>,
    snapshot: Snapshot,
    wish: Wish,
    { clock, ...options }: DatedOptions,
  ): Promise<Applied> =>
    applyAll(home, changesetOf(snapshot, wish, clock), options);
