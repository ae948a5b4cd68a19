import { fromMinor } from '../../shared/numbers';
import { contributionView } from '../../template/views/contribution';
import type { CustomerView } from '../../template/views/customer';
import { loyaltyView, type CustomerLoyalty } from '../../template/views/loyalty';
import { predictedDays, predictionView, type PredictionView } from '../../template/views/prediction';
import { sourceOf } from '../../template/views/source';
import type { PaneData } from '../context';
import { joined } from '../inText';
import { listOf, type Fact } from './fact';
import type { Words } from './text';

/** How loyal the customer is (C-57), whether it still buys (C-71) and what it leaves over (C-10), each with its inputs. */
export function prospects(customer: CustomerView, data: PaneData, words: Words): Fact[] {
  if (customer.isArchived) return [];
  return [loyalty(customer, data, words), stillBuys(customer, data, words), leftOver(customer, data, words)];
}

type Line = (customer: CustomerView, data: PaneData, words: Words) => Fact;

const labelOf = (line: string, { t }: Words): string => t(`customer.prospect.label.${line}`);

/** All orders of the customer: what these figures are made from first of all. */
const ordersOf = (label: string, { figures, name }: CustomerView) =>
  listOf({ ...figures.orders, title: joined([label, name]) });

const loyalty: Line = (customer, { figures: { computed, environment } }, words) => {
  const label = labelOf('loyalty', words);
  const found = loyaltyView(sourceOf(computed), environment)[customer.row] ?? null;
  if (!found || found.points === null) return unknown(label, 'neverBought', words);
  return {
    label,
    value: words.t('customer.prospect.points', { points: words.format.number(Math.round(found.points)) }),
    why: evidenceOf(found, words),
    ...opening(ordersOf(label, customer)),
  };
};

function evidenceOf({ purchases, referrals, recommendation }: CustomerLoyalty, { t, format }: Words): string {
  const mean = recommendation && format.number(Math.round(recommendation.mean * 10) / 10);
  return [
    t('customer.prospect.purchases', { count: purchases }),
    referrals ? t('customer.prospect.referrals', { count: referrals }) : null,
    mean && t('customer.prospect.recommends', { mean, count: recommendation.n }),
  ]
    .filter(Boolean)
    .join(' · ');
}

const stillBuys: Line = (customer, { figures: { computed, environment } }, words) => {
  const { t, format } = words;
  const label = labelOf('stillBuys', words);
  const { fit, customers } = predictionView(sourceOf(computed), environment);
  const found = customers[customer.row] ?? null;
  if (!found) return unknown(label, fit.model ? 'neverBought' : 'noModel', words);
  const days = { span: Math.round(7 * found.age), since: Math.round(7 * (found.age - found.span)) };
  const expected = found.expected === null ? null : format.number(Math.round(found.expected * 10) / 10);
  return {
    label,
    value: found.alive === null ? t('customer.prospect.unknown') : format.percent(found.alive),
    why: [
      found.alive === null ? t(`customer.prospect.${whyUnknown(fit)}`) : null,
      expected && t('customer.prospect.expected', { orders: expected, days: predictedDays }),
      t('customer.prospect.history', { count: found.repeats, ...days }),
    ]
      .filter(Boolean)
      .join(' · '),
    ...opening(ordersOf(label, customer), found.alive !== null),
  };
};

const whyUnknown = ({ rule }: PredictionView['fit']): string => (rule === 'noDropout' ? 'noDropout' : 'onePurchase');

/** A figure opens its records; of a value that is none, its reason does. */
const opening = (list: Fact['list'], isComputable = true): Pick<Fact, 'list' | 'whyList'> =>
  isComputable ? { list } : { whyList: list };

const leftOver: Line = (customer, { figures: { computed, environment } }, words) => {
  const { t, format } = words;
  const label = labelOf('leftOver', words);
  const found = contributionView(sourceOf(computed), environment)[customer.row] ?? null;
  if (!found || found.contribution === null) return unknown(label, 'noCosts', words);
  const money = (minor: number | null) =>
    format.money(minor === null ? null : fromMinor(minor, environment.moneyDigits));
  const parts = { revenue: money(found.revenue), goods: money(found.goods), service: money(found.service) };
  return {
    label,
    value: money(found.contribution),
    why: [
      t(`customer.prospect.${found.rule}`, { ...parts, days: environment.valueWindowDays }),
      found.withoutCost ? t('customer.prospect.withoutCost', { count: found.withoutCost }) : null,
    ]
      .filter(Boolean)
      .join(' · '),
    ...opening(listOf({ ...customer.figures.value, title: joined([label, customer.name]) })),
  };
};

const unknown = (label: string, reason: string, { t }: Words): Fact => ({
  label,
  value: t('customer.prospect.unknown'),
  why: t(`customer.prospect.${reason}`),
});
