import type { RfmTable } from '../../crm/rfm';
import { others, prospects, type SegmentMapName } from '../../crm/segment';
import { toIso } from '../../shared/dates';
import { fromMinor } from '../../shared/numbers';
import { rfmView, type RfmView } from '../../template/views/rfm';
import { sourceOf, type ViewSource } from '../../template/views/source';
import type { Facts } from './facts';

export interface RfmScore {
  readonly customerId: string | null;
  readonly customer: string;
  readonly recencyDays: number;
  readonly orders: number;
  readonly amount: number;
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly segment: string;
}

export interface RfmSegment {
  readonly segment: string;
  readonly customers: number;
  readonly orders: number;
  readonly amount: number;
}

/** Scores of the buyers, segments of all; money in major units. */
export interface RfmReport {
  readonly asOf: string;
  readonly method: RfmTable['method'];
  /** Buyers: what the cut points were taken from. */
  readonly buyers: number;
  /** The map of segments in force. */
  readonly map: SegmentMapName;
  /** Inner cut points, ascending: a value above one of them is in the next bin. */
  readonly cuts: {
    readonly recencyDays: readonly number[];
    readonly orders: readonly number[];
    readonly amount: readonly number[];
  };
  readonly scores: readonly RfmScore[];
  readonly segments: readonly RfmSegment[];
}

/** RFM of the customers that are not archived, from their orders up to the as-of date (C-17). */
export function rfm({ computed, environment }: Facts): RfmReport {
  const { today, moneyDigits, customers } = environment;
  const source = sourceOf(computed);
  const view = rfmView(source, environment);
  const { recency, frequency, monetary } = shownCuts(view);
  return {
    asOf: toIso(today),
    ...{ method: view.method, buyers: view.buyers, map: customers.rfm.map },
    cuts: { recencyDays: recency, orders: frequency, amount: monetary.map((cut) => fromMinor(cut, moneyDigits)) },
    scores: scoresOf(source, view, moneyDigits),
    segments: segmentsOf(
      view,
      customers.rfm.rules.map(({ segment }) => segment),
      moneyDigits,
    ),
  };
}

/**
 * Cut points without the noise of their computation (90.00000000000003): ten digits, where every buyer stays on the same
 * side of them, so that who copies them gets the same scores.
 */
function shownCuts({ cuts, ...view }: RfmView): RfmView['cuts'] {
  const buyers = view.segment.flatMap((_segment, who) => (view.orders[who] ? [who] : []));
  const shown = (axis: readonly number[], valueOf: (who: number) => number) =>
    axis.map((cut) => {
      const rounded = Number(cut.toPrecision(10));
      return buyers.every((who) => valueOf(who) > cut === valueOf(who) > rounded) ? rounded : cut;
    });
  return {
    recency: shown(cuts.recency, (who) => view.asOf - view.last[who]!),
    frequency: shown(cuts.frequency, (who) => view.orders[who]!),
    monetary: shown(cuts.monetary, (who) => view.amount[who]!),
  };
}

function scoresOf(source: ViewSource, view: RfmView, digits: number): RfmScore[] {
  const [ids, names] = [source.column('customers', 'id'), source.column('customers', 'name')];
  return view.segment.flatMap((segment, who): RfmScore[] => {
    if (segment === null || segment === prospects) return [];
    return [
      {
        customerId: ids[who] as string | null,
        customer: String(names[who] ?? ''),
        recencyDays: view.asOf - view.last[who]!,
        orders: view.orders[who]!,
        amount: fromMinor(view.amount[who]!, digits),
        ...{ r: view.r[who]!, f: view.f[who]!, m: view.m[who]!, segment },
      },
    ];
  });
}

function segmentsOf(view: RfmView, named: readonly string[], digits: number): RfmSegment[] {
  const order = new Set([...named, others, prospects]);
  return [...order].flatMap((segment) => {
    const members = view.segment.flatMap((candidate, who) => (candidate === segment ? [who] : []));
    if (!members.length) return [];
    const sum = (values: ArrayLike<number>) => members.reduce((total, who) => total + values[who]!, 0);
    return [
      { segment, customers: members.length, orders: sum(view.orders), amount: fromMinor(sum(view.amount), digits) },
    ];
  });
}
