import { edate } from '../shared/dates';

/** Revisit cadence (C-35, C-36): an ordered rule table, first match wins; default key 1 week, prospect 2, normal 1 month. */
export type CadenceUnit = 'days' | 'weeks' | 'months';

export interface CadenceRule {
  /** `key`, `prospect`, `normal` or the manager's own. */
  readonly rule: string;
  /** Column of Customers that is compared; `null` = fits everybody. */
  readonly column: string | null;
  /** What the cell must hold, as people see it (the label); compared without case. */
  readonly equals: string | null;
  readonly every: number | null;
  readonly unit: CadenceUnit | null;
}

/**
 * `base` plus the interval. A month is a calendar month with the end clamped (31 Jan + 1 month = 28/29 Feb), always
 * stepped from the base. `null` when the rule says no interval or the result is no date.
 */
export function addCadence(base: number, every: number | null, unit: CadenceUnit | null): number | null {
  if (every === null || unit === null) return null;
  if (unit !== 'months') return base + every * (unit === 'weeks' ? 7 : 1);
  const due = edate(base, every);
  return Number.isNaN(due) ? null : due;
}

/** Index of the first rule that fits; `label(column)` is what the customer's cell shows. -1 when none does. */
export function matchCadenceRule(rules: readonly CadenceRule[], label: (column: string) => string): number {
  return rules.findIndex(
    (rule) => !rule.column || label(rule.column).toLowerCase() === (rule.equals ?? '').toLowerCase(),
  );
}
