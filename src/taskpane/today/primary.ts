import type { TodayItem } from '../../actions/report/today';

/** What one click does: opens a form, writes, or copies. */
export type Act = 'log' | 'answered' | 'resolved' | 'collected' | 'move' | 'done' | 'greeting';

/** The act that settles an item; `null` when there is none, as for a record without an id. */
export function primaryOf({ kind, id, customerId, reason }: TodayItem): Act | null {
  if (kind === 'care' && reason.values.greeting) return 'greeting';
  if (kind === 'care' || kind === 'revisit') return customerId === null ? null : 'log';
  if (id === null) return null;
  if (kind === 'ticket') return reason.code === 'firstResponse' ? 'answered' : 'resolved';
  return acts[kind];
}

const acts = { money: 'collected', deal: 'move', campaignTask: 'done', milestone: 'done' } as const;

/** What else settles it: a ticket that was never answered may be solved already, and anything can be talked about. */
export const othersOf = (item: TodayItem): readonly Act[] => {
  const primary = primaryOf(item);
  const others: readonly Act[] = [
    ...(primary === 'answered' ? (['resolved'] as const) : []),
    ...(item.customerId === null ? [] : (['log'] as const)),
  ];
  return others.filter((act) => act !== primary);
};

/** Days of care are the days they are, and have no owner of their own. */
export const canBePutOff = ({ kind, id }: TodayItem): boolean => id !== null && kind !== 'care';
export const canBeGiven = ({ kind, id }: TodayItem): boolean => id !== null && kind !== 'care';
