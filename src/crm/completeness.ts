/** How complete and how fresh a record is (C-04): a share, what is missing, days since somebody looked at it. */
import type { Value } from './snapshot';

/** Facts that a customer's record should hold; of several columns in one fact any will do. */
export const customerFacts: readonly (readonly string[])[] = [
  ['name'],
  ['owner'],
  ['phone', 'email'],
  ['industry'],
  ['region', 'address'],
  ['source'],
  ['createdAt'],
];

export interface Completeness {
  /** Facts that are there / facts, 0..1. */
  readonly share: number;
  /** First column of each fact that is missing. */
  readonly missing: readonly string[];
}

export function completeness(
  cell: (column: string) => Value,
  facts: readonly (readonly string[])[] = customerFacts,
): Completeness {
  const missing = facts.filter((columns) => columns.every((column) => cell(column) === null));
  return { share: (facts.length - missing.length) / facts.length, missing: missing.map(([column]) => column!) };
}

/** Days since a person last looked at the record: verified it, visited the customer or entered it; `null` = never. */
export function daysUnverified(seen: readonly (number | null)[], today: number): number | null {
  const days = seen.flatMap((serial) => (serial === null ? [] : [Math.floor(serial)]));
  return days.length ? Math.max(0, today - Math.max(...days)) : null;
}

/** Records that nobody looked at for longer than this are stale. */
export const staleAfterDays = 180;
