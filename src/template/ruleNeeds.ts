import type { Snapshot } from '../crm/snapshot';
import { columnOf } from './environment';
import { isTestable } from './formula';
import { columnDef, isComputed, tableDef } from './load';
import type { Needs } from './needs';

/** Computed columns of customers that follow from what everybody reads who reads cadence rules. */
const followed: ReadonlySet<string> = new Set([
  ...['tier', 'tierComputed', 'value', 'ordersCount', 'ordersAmount', 'wonAmount'],
  ...['lastRevisit', 'lastOrderAt', 'supervisor'],
]);

/**
 * A cadence rule may test any column of Customers (C-35), so what has to be read depends on the workbook. These are the
 * needs with the columns that its rules test; the same ones when nothing is lacking; `undefined` = everything, when a rule
 * tests what is computed from other tables.
 */
export function withRuleColumns(needs: Needs | undefined, snapshot: Snapshot): Needs | undefined {
  if (!needs || !('cadenceRules' in needs) || !('customers' in needs)) return needs;
  const tested = columnOf(snapshot, 'cadenceRules', 'column').filter(
    (column): column is string => typeof column === 'string' && isTestable(column),
  );
  const isFigure = (column: string) => isComputed(columnDef(tableDef('customers'), column));
  if (tested.some((column) => isFigure(column) && !followed.has(column))) return undefined;
  const known = needs.customers as readonly string[];
  const lacking = tested.filter((column) => !isFigure(column) && column !== 'id' && !known.includes(column));
  return lacking.length ? { ...needs, customers: [...new Set([...known, ...lacking])] } : needs;
}
