import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
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
