import type { QueueKind, Waiting } from '../../../crm/queue';
import type { Value } from '../../../crm/snapshot';
import type { Environment } from '../../twins';
import type { ViewSource } from '../source';

/** Something that waits for somebody, as its own table knows it. */
export interface Candidate extends Waiting {
  readonly kind: QueueKind;
  readonly table: string;
  /** 0-based row of the table. */
  readonly row: number;
  /** Row of the customer it is about; `null` = none. */
  readonly customer: number | null;
  /** The cell that names who does it. */
  readonly owner: Value;
  /** Code of the sentence that says why it is here, with what it tells: dates as serials, lists as codes. */
  readonly reason: { readonly code: string; readonly values: Readonly<Record<string, Value>> };
}

/** What waits in one table. */
export type Waits = (source: ViewSource, environment: Environment) => readonly Candidate[];

/** A number of a cell, `null` for anything else. */
export const numberIn = (values: readonly Value[], row: number): number | null => {
  const value = values[row];
  return typeof value === 'number' ? value : null;
};

/** What a customer is worth by what was bought; `null` = nothing yet, which is not the same as worthless. */
export function worthOf(values: readonly Value[], customer: number | null): number | null {
  const worth = customer === null ? null : numberIn(values, customer);
  return worth !== null && worth > 0 ? worth : null;
}
