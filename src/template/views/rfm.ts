import { rfm, type OrderColumns, type RfmCuts, type RfmTable } from '../../crm/rfm';
import { recencyFrequencyMap, segmentOf } from '../../crm/segment';
import type { Value } from '../../crm/snapshot';
import { toMinor } from '../../shared/numbers';
import { keyPrefix } from '../keyText';
import type { Environment } from '../twins';
import { liveRows, numberOr, type ViewSource } from './source';

/** Scores by row of the customers table; archived customers have none. */
export interface RfmView extends RfmTable {
  /** Segment of each customer; `null` for archived ones. */
  readonly segment: readonly (string | null)[];
}

/** RFM of the customers that are not archived, from orders that are not, up to today (C-17). */
export function rfmView(source: ViewSource, { today, moneyDigits }: Environment, cuts?: RfmCuts): RfmView {
  const count = source.rows('customers');
  const live = new Set(liveRows(source, 'customers'));
  const table = rfm(orderColumns(source, live, moneyDigits), count, { asOf: today, cuts });
  const segment = Array.from({ length: count }, (_, who) =>
    live.has(who) ? segmentOf({ r: table.r[who]!, f: table.f[who]!, m: table.m[who]! }, recencyFrequencyMap) : null,
  );
  return { ...table, segment };
}

/** Orders by row of their customer; of an unknown or archived customer: -1. */
function orderColumns(source: ViewSource, live: ReadonlySet<number>, digits: number): OrderColumns {
  const index = new Map<Value, number>();
  source.column('customers', 'id').forEach((id, who) => {
    const key = keyPrefix + String(id);
    if (id !== null && live.has(who) && !index.has(key)) index.set(key, who);
  });
  const rows = liveRows(source, 'orders');
  const [keys, days, amounts] = ['customerKey', 'orderedAt', 'amount'].map((id) => source.column('orders', id)) as [
    readonly Value[],
    readonly Value[],
    readonly Value[],
  ];
  return {
    customer: Int32Array.from(rows, (row) => index.get(keys[row] ?? null) ?? -1),
    day: Float64Array.from(rows, (row) => Math.floor(numberOr(days[row], Number.NaN))),
    amount: Float64Array.from(rows, (row) => toMinor(numberOr(amounts[row], Number.NaN), digits)),
  };
}
