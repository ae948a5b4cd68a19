import { concentration } from '../../crm/concentration';
import { fromMinor, toMinor } from '../../shared/numbers';
import { columnOf } from '../../template/environment';
import { liveCustomers } from '../../template/views/orders';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** Customers of a tier who are visited by one cadence rule. */
export interface TierCadence {
  /** Row of the table of cadence rules; -1: no rule fits. */
  readonly rule: number;
  readonly rows: readonly number[];
}

/** A tier with its customers and what it may expect (C-12, C-19). */
export interface TierShare {
  readonly tier: string;
  /** Rows of the customers table. */
  readonly rows: readonly number[];
  /** Share of the customers, 0..1; `null` without customers. */
  readonly customerShare: number | null;
  /** Sum of the customers' values, major units, and its share of all, 0..1; `null` when nobody bought anything. */
  readonly value: number;
  readonly valueShare: number | null;
  /** The most frequent rule first. */
  readonly cadences: readonly TierCadence[];
  /** What the service hours are multiplied by; blank counts as 1. */
  readonly slaFactor: number;
  readonly discountCeiling: number | null;
  /** The manager's own words. */
  readonly meaning: string | null;
  readonly service: string | null;
  readonly care: string | null;
}

export interface TierDistribution {
  /** Customers that are not archived. */
  readonly customers: number;
  readonly tiers: readonly TierShare[];
  /** How much hangs on few customers (C-22); rows of the customers table, largest first. */
  readonly concentration: {
    readonly top1: number | null;
    readonly top5: number | null;
    /** As many equally large customers would be as risky: 1 / HHI. */
    readonly equalCustomers: number | null;
    readonly largest: readonly number[];
    readonly buyers: readonly number[];
  };
}

/** Customers and value by the tier in force, with each tier's policy. */
export function tierDistribution(facts: Facts): TierDistribution {
  const { computed, environment } = facts;
  const live = [...liveCustomers(sourceOf(computed), environment)];
  const values = valuesOf(facts, live);
  const found = concentration(values);
  return {
    customers: live.length,
    tiers: columnOf(computed, 'tiers', 'tier').map((cell, at) =>
      tierShare(facts, { at, tier: String(cell ?? ''), live, values, total: found.total }),
    ),
    concentration: {
      ...{ top1: found.top1, top5: found.top5, largest: found.largest },
      equalCustomers: found.hhi === null ? null : 1 / found.hhi,
      buyers: live.filter((row) => (values[row] ?? 0) > 0),
    },
  };
}

/** Values by row in minor units; archived customers have none. */
function valuesOf({ computed, environment }: Facts, live: readonly number[]): (number | null)[] {
  const cells = live.length ? columnOf(computed, 'customers', 'value') : [];
  const values = Array<number | null>(cells.length).fill(null);
  for (const row of live) {
    const value = cells[row];
    if (typeof value === 'number') values[row] = toMinor(value, environment.moneyDigits);
  }
  return values;
}

interface Counted {
  /** Row of the table of tiers. */
  readonly at: number;
  readonly tier: string;
  readonly live: readonly number[];
  readonly values: readonly (number | null)[];
  readonly total: number;
}

function tierShare({ computed, environment }: Facts, { at, tier, live, values, total }: Counted): TierShare {
  const label = environment.label('tier', tier);
  const shown = columnOf(computed, 'customers', 'tier');
  const rows = live.filter((row) => shown[row] === label);
  const value = rows.reduce((sum, row) => sum + Math.max(0, values[row] ?? 0), 0);
  const text = (id: string) => (columnOf(computed, 'tiers', id)[at] ?? null) as string | null;
  const ceiling = columnOf(computed, 'tiers', 'discountCeiling')[at];
  return {
    ...{ tier, rows, customerShare: live.length ? rows.length / live.length : null },
    ...{ value: fromMinor(value, environment.moneyDigits), valueShare: total ? value / total : null },
    cadences: cadencesOf(columnOf(computed, 'customers', 'cadenceRuleNo'), rows),
    slaFactor: environment.slaFactors[at]?.factor ?? 1,
    discountCeiling: typeof ceiling === 'number' ? ceiling : null,
    ...{ meaning: text('name'), service: text('serviceLevel'), care: text('care') },
  };
}

function cadencesOf(ruleNos: readonly unknown[], rows: readonly number[]): TierCadence[] {
  const byRule = new Map<number, number[]>();
  for (const row of rows) {
    const rule = Number(ruleNos[row] ?? 0) - 1;
    const known = byRule.get(rule);
    if (known) known.push(row);
    else byRule.set(rule, [row]);
  }
  return [...byRule].map(([rule, found]) => ({ rule, rows: found })).sort((a, b) => b.rows.length - a.rows.length);
}
