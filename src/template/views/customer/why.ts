import { completeness, daysUnverified, staleAfterDays } from '../../../crm/completeness';
import { fold } from '../../../shared/text';
import type { Value } from '../../../crm/snapshot';
import type { Environment } from '../../twins';
import type { ViewSource } from '../source';

type Cell = (column: string) => Value;
export type Values = Readonly<Record<string, Value>>;

/** A finding with the sentence that explains it: a code, and what it tells (dates as serials, lists as codes). */
export interface Why {
  readonly code: string;
  readonly values: Values;
}

export const cellsOf =
  (source: ViewSource, table: string, row: number): Cell =>
  (column) =>
    source.column(table, column)[row] ?? null;

const numberIn = (cell: Cell, column: string): number | null => {
  const value = cell(column);
  return typeof value === 'number' ? value : null;
};

/** Where a tier comes from: override while valid, else reviewed, else computed by key customer or value (decision 12). */
export function tierWhy(source: ViewSource, { label, tiers, today }: Environment, row: number): Why {
  const cell = cellsOf(source, 'customers', row);
  const known = (column: string) => {
    const code = cell(column);
    return typeof code === 'string' && tiers.some(({ tier }) => tier === label('tier', code)) ? code : null;
  };
  const [until, value] = [numberIn(cell, 'tierOverrideUntil'), numberIn(cell, 'value')];
  const computed = cell('tierComputed');
  if (known('tierOverride') && (until === null || until >= today))
    return {
      code: until === null ? 'override' : 'overrideUntil',
      values: { until, reason: cell('tierOverrideReason'), computed },
    };
  if (known('tierReviewed')) return { code: 'reviewed', values: { computed, value } };
  if (cell('isKey') === true) return { code: 'key', values: {} };
  const cut = tiers.find(({ tier }) => fold(tier) === fold(String(computed ?? '')));
  const from = cut?.minValue ?? null;
  return from === null || from <= 0 || (value ?? 0) < from
    ? { code: 'lowest', values: { value } }
    : { code: 'value', values: { value, from } };
}

/** Why the next revisit is due when it is (decision 13), or why there is none. */
export function dueWhy(source: ViewSource, { rules }: Environment, row: number): Why {
  const cell = cellsOf(source, 'customers', row);
  if (cell('doNotContact') === true) return { code: 'doNotContact', values: {} };
  if (cell('terminatedAt') !== null) return { code: 'terminated', values: { at: cell('terminatedAt') } };
  if (cell('agreedNext') !== null) return { code: 'agreed', values: {} };
  const rule = rules[Number(cell('cadenceRuleNo') ?? 0) - 1];
  if (!rule) return { code: 'noRule', values: {} };
  if (cell('nextDue') === null) return { code: 'noBase', values: { rule: rule.name } };
  const base = cell('lastRevisit') === null ? 'ruleSinceStart' : 'ruleSinceRevisit';
  return { code: base, values: { rule: rule.name, every: rule.every, unit: rule.unit, base: cell('revisitBase') } };
}

/** What the record lacks, and whether anybody looked at it lately (C-04). */
export function qualityOf(source: ViewSource, { today }: Environment, row: number) {
  const cell = cellsOf(source, 'customers', row);
  const { missing, share } = completeness(cell);
  const seen = ['verifiedAt', 'lastRevisit', 'createdAt'].map((column) => numberIn(cell, column));
  const days = daysUnverified(seen, today);
  return { missing, share, days, isStale: days === null || days > staleAfterDays };
}
