import type { TodayItem } from '../../actions/report/today';
import type { Translate } from '../../shared/i18n';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';
import type { Language } from '../../template/types';
import type { PaneData } from '../context';
import type { Format } from '../format';

interface Words {
  readonly t: Translate;
  readonly format: Format;
  readonly language: Language;
}

/** What a person calls an item: an order has no name but its customer's. */
export const headingOf = ({ kind, title, customer }: TodayItem): string =>
  (kind === 'money' ? customer : null) ?? title;

/** What else tells it apart. */
export function detailOf({ kind, title, customer }: TodayItem): string | null {
  if (kind === 'money') return customer === null ? null : title;
  return customer === title ? null : customer;
}

/** Days between now and the day of an item, as its badge says it. */
export function latenessText({ daysLate }: Pick<TodayItem, 'daysLate'>, t: Translate): string {
  if (daysLate === 0) return t('today.dueToday');
  return daysLate > 0 ? t('today.late', { count: daysLate }) : t('today.dueIn', { count: -daysLate });
}

/** Why an item is here, in a sentence (decision 13): the rule, the clock or the promise behind it. */
export function reasonText(
  { reason, dueAt }: TodayItem,
  { snapshot }: PaneData,
  { t, format, language }: Words,
): string {
  const { code, values } = reason;
  const text = (name: string) => String(values[name] ?? '');
  const label = (list: string, name: string) => labelOf(template, snapshot, language, list, text(name));
  const date = format.date(dueAt);
  switch (code) {
    case 'rule':
      return t('today.reason.rule', {
        rule: text('rule'),
        every: t(`today.every.${text('unit')}`, { count: Number(values.every) }),
        base: t(values.lastRevisit ? 'today.reason.lastRevisit' : 'today.reason.noRevisit', {
          date: format.date((values.lastRevisit ?? values.base) as string | null),
        }),
      });
    case 'firstResponse':
    case 'resolution':
      return [
        t(`today.reason.${code}`, { date: `${date} ${text('endsAt').slice(11, 16)}`.trim() }),
        ...(values.priority ? [t('today.reason.priority', { priority: label('priority', 'priority') })] : []),
      ].join(' · ');
    case 'money':
      return t('today.reason.money', { amount: format.money(values.amount as number | null), date });
    case 'stale':
      return t('today.reason.stale', {
        count: Number(values.days ?? 0),
        stage: label('stage', 'stage'),
        limit: Number(values.limit ?? 0),
      });
    case 'campaignTask':
      return t(values.campaign === null ? 'today.reason.line' : 'today.reason.campaignTask', {
        campaign: text('campaign'),
        date,
      });
    default:
      return t(`today.reason.${code}`, { date, count: Number(values.years ?? 0) });
  }
}

/** Ready text to paste into any message: who is reminded of what (C-38). */
export const listText = (items: readonly TodayItem[], data: PaneData, words: Words): string =>
  items
    .map((item) => {
      const { t } = words;
      const people = [item.owner, item.supervisor].flatMap((person) => (person ? [person.name] : [])).join(' / ');
      const what = [headingOf(item), detailOf(item)].filter(Boolean).join(', ');
      return t('today.line', {
        ...{ kind: t(`today.kind.${item.kind}`), what, lateness: latenessText(item, t) },
        ...{ reason: reasonText(item, data, words), people: people || t('today.noOwner') },
      });
    })
    .join('\n');

/** Only what a telephone can dial: cells hold anything. `null` = no number. */
export function dialable(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/[^\d+]/g, '');
  return digits.length >= 3 && digits.length <= 20 ? `tel:${digits}` : null;
}

/** A link that opens a new message; `null` for what is no address. */
export function mailLink(email: string | null, subject: string): string | null {
  const address = (email ?? '').trim();
  if (!/^[^\s@,;<>?&]+@[^\s@,;<>?&]+$/.test(address) || address.length > 254) return null;
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
}
