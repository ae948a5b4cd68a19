import type { Value } from './snapshot';

/** One cell an action wants to change; `before` is what the action saw, so that a conflict can be told. */
export interface FieldChange {
  readonly table: string;
  readonly id: string;
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

/** One new record: decoded values by column id, `id` included (minted by the action). */
export interface NewRecord {
  readonly table: string;
  readonly id: string;
  readonly values: Readonly<Record<string, Value>>;
}

/** A record that is to be deleted. */
export interface RemovedRecord {
  readonly table: string;
  readonly id: string;
  /** What it must still hold, blank columns left out, else it stays and a conflict tells; absent = whatever it holds. */
  readonly held?: NewRecord['values'];
}

/**
 * What an action wants to change in the tables: the only way rows are ever written. It can be shown before it is
 * applied, applied to a live workbook or to a file, journalled and undone.
 */
export interface Changeset {
  readonly action: string;
  readonly updates: readonly FieldChange[];
  readonly appends: readonly NewRecord[];
  readonly removals: readonly RemovedRecord[];
  /** Records of other tables that the new ones name: when one of them is gone, nothing is written. */
  readonly refersTo?: readonly { readonly table: string; readonly id: string }[];
}
