import { binOf } from '../../crm/quantile';
import { rfm as scoresOf } from '../../crm/rfm';
import { onMapScale, recencyFrequencyMap, segmentOf, type SegmentRule } from '../../crm/segment';
import { toMinor } from '../../shared/numbers';
import { day, flag, isBlank, money, neededDay, number, numberWithin, tableRows } from '../arguments';
import { cellError } from '../error';
import { labelIn } from '../labels';
import { linked } from '../linked';

/** Amounts are added as integers of this many decimals: enough for every currency. */
const digits = 4;

/**
 * Recency, frequency and monetary scores with the segment, one row for each customer. Spills below and to the right.
 * @customfunction RFM
 * @param customers Customers to score, one column; the rows of the result stand beside it.
 * @param orderCustomers Customer of each order, written as in customers.
 * @param orderDates Date of each order; orders after today do not count.
 * @param orderAmounts Amount of each order; a refund (negative) is no order and lowers the amount.
 * @param today The last day that counts, best a cell (crm_today).
 * @param [bins] Number of scores: 3, 4 or 5. Left out: 5.
 * @param [language] Language of the segments: "en" or "zh-CN"; "code" gives the code behind it. Left out: "en".
 * @returns R, F, M (the highest is best) and the segment; who never bought has no scores.
 * @example =CRM.RFM(Customers[Customer ID], Orders[Customer], Orders[Ordered], Orders[Amount], crm_today)
 */
export function rfm(
  customers: unknown[][],
  orderCustomers: unknown[][],
  orderDates: unknown[][],
  orderAmounts: unknown[][],
  today: unknown,
  bins?: unknown,
  language?: unknown,
): unknown[][] {
  const asOf = neededDay('today', today);
  const count = Math.round(numberWithin('bins', bins, 3, 5) ?? 5);
  const { rowOf, customer } = linked(customers, orderCustomers, [orderDates, orderAmounts]);
  const columns = {
    customer,
    day: Float64Array.from(orderDates.flat(), (cell) => day('orderDates', cell) ?? Number.NaN),
    amount: Float64Array.from(orderAmounts.flat(), (cell) =>
      toMinor(money('orderAmounts', cell) ?? Number.NaN, digits),
    ),
  };
  const { r, f, m } = scoresOf(columns, rowOf.length, { asOf, bins: count });
  return rowOf.map((row) => {
    if (row === null) return ['', '', '', ''];
    const scores = { r: r[row]!, f: f[row]!, m: m[row]! };
    const scaled = { r: onMapScale(scores.r, count), f: onMapScale(scores.f, count), m: onMapScale(scores.m, count) };
    const segment = labelIn('rfmSegment', segmentOf(scaled, recencyFrequencyMap), language);
    return [scores.r || '', scores.f || '', scores.m || '', segment];
  });
}

/**
 * Name of the segment that RFM scores belong to: the first rule that fits.
 * @customfunction SEGMENT
 * @param r Recency score, 1 to 5. Blank means never bought.
 * @param f Frequency score, 1 to 5.
 * @param [m] Monetary score, 1 to 5; blank matters to no rule of the standard map.
 * @param [rules] Seven columns: segment, R from, R to, F from, F to, M from, M to; blank bounds fit every score. Left out: the standard map of recency and frequency.
 * @param [language] Language of the standard names: "en" or "zh-CN"; "code" gives the code behind it. Left out: "en".
 * @returns The segment.
 * @example =CRM.SEGMENT([@[R score]], [@[F score]])
 */
export function segment(r: unknown, f: unknown, m?: unknown, rules?: unknown[][], language?: unknown): string {
  const [recency, frequency, monetary] = [score('r', r), score('f', f), score('m', m)];
  const scores = { r: recency ?? 0, f: frequency ?? 0, m: monetary ?? 1 };
  const found = segmentOf(scores, rules ? tableRows('rules', rules, 7).map(readRule) : recencyFrequencyMap);
  return labelIn('rfmSegment', found, language);
}

/** A score of the maps. #VALUE! otherwise, not #NUM!: Excel shows no text with that. */
function score(name: string, cell: unknown): number | null {
  const value = number(name, cell);
  if (value === null || (value >= 1 && value <= 5)) return value;
  throw cellError('invalidValue', 'notAScore', { name, value });
}

function readRule([name, ...bounds]: readonly unknown[]): SegmentRule {
  const [rFrom, rTo, fFrom, fTo, mFrom, mTo] = bounds.map((cell) => number('rules', cell));
  return {
    segment: String(name ?? ''),
    ...{ r: [rFrom ?? 1, rTo ?? 5], f: [fFrom ?? 1, fTo ?? 5], m: [mFrom ?? 1, mTo ?? 5] },
  };
}

/**
 * Score of a figure by cut points: 1 and one more for each cut point below it. A figure on a cut point gets the lower score.
 * @customfunction SCOREBIN
 * @param value The figure. Blank gives an empty cell.
 * @param cutPoints Rising numbers, one row or one column.
 * @param [fewIsBest] Yes where few are good, as with days since the last order: the scores are turned round.
 * @returns The score, the highest is best.
 * @example =CRM.SCOREBIN([@Orders], {1,2,4,9})
 */
export function scoreBin(value: unknown, cutPoints: unknown[][], fewIsBest?: unknown): number | string {
  const cuts = cutPoints.flat().flatMap((cell) => (isBlank(cell) ? [] : [number('cutPoints', cell)!]));
  if (cuts.some((cut, index) => cut <= cuts[index - 1]!)) throw cellError('invalidValue', 'risingCutPoints');
  const figure = number('value', value);
  if (figure === null) return '';
  const bin = binOf(figure, cuts);
  return flag('fewIsBest', fewIsBest) ? cuts.length + 2 - bin : bin;
}
