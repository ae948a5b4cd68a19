import { cutsForFewBuyers, rfm, type RfmCuts, type RfmTable } from '../../crm/rfm';
import { onMapScale, segmentOf } from '../../crm/segment';
import { toMinor } from '../../shared/numbers';
import type { RfmPolicy } from '../customerPolicy';
import { liveCustomers, orderColumns } from './orders';
import { oncePerSource } from './source';

/** Scores by row of the customers table; archived customers have none. */
export interface RfmView extends RfmTable {
  /** Segment of each customer; `null` for archived ones. */
  readonly segment: readonly (string | null)[];
}

/**
 * RFM of the customers that are not archived, from orders that are not, up to today (C-17): by the manager's own cut
 * points, else by the buyers' averages (map of eight segments) or quantiles, else, with too few buyers, by a fixed table.
 */
export const rfmView = oncePerSource((source, environment): RfmView => {
  const { today, moneyDigits: digits } = environment;
  const { bins, cuts, frozen, map, rules }: RfmPolicy = environment.customers.rfm;
  const byAverage = map === 'eightSegments';
  const count = source.rows('customers');
  const table = rfm(orderColumns(source, environment), count, {
    asOf: today,
    ...{ bins, byAverage },
    cuts: frozen?.cuts ?? (cuts ? inMinorUnits(cuts, digits) : undefined),
    cutsForFewBuyers: inMinorUnits(cutsForFewBuyers[byAverage ? 2 : bins]!, digits),
  });
  const { recency, frequency, monetary } = table.cuts;
  const scale = ({ length }: readonly number[], score: number) => onMapScale(score, length + 1);
  const live = liveCustomers(source, environment);
  const segment = Array.from({ length: count }, (_, who) => {
    const [r, f, m] = [scale(recency, table.r[who]!), scale(frequency, table.f[who]!), scale(monetary, table.m[who]!)];
    return live.has(who) ? segmentOf({ r, f, m }, rules) : null;
  });
  return { ...table, method: frozen?.method ?? table.method, segment };
});

const inMinorUnits = (cuts: RfmCuts, digits: number): RfmCuts => ({
  ...cuts,
  monetary: cuts.monetary.map((cut) => toMinor(cut, digits)),
});
