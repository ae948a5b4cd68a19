import type { QueuedTicket, TicketClock } from '../actions/report/serviceQueue';
import { minutesPerDay, type WorkCalendar } from '../crm/calendar';
import type { Pane } from './context';

type Words = Pick<Pane, 't' | 'format'>;

export interface ClockText {
  readonly text: string;
  readonly tone: 'late' | 'soon' | 'quiet';
}

interface Now {
  /** Serial of today. */
  readonly today: number;
  readonly calendar: WorkCalendar;
}

/** Both clocks of a ticket in words; a clock that its priority does not have is left out. */
export function clockTexts(ticket: QueuedTicket, now: Now, words: Words): ClockText[] {
  const { response, resolution, status, waitingSince } = ticket;
  const isWaiting = status === 'waitingCustomer' && resolution.doneAt === null;
  return [
    ...(response.due === null ? [] : [clockText('response', response, now, words)]),
    ...(resolution.due === null
      ? []
      : [isWaiting ? standingText(waitingSince, words) : clockText('resolution', resolution, now, words)]),
  ];
}

const standingText = (since: number | null, { t, format }: Words): ClockText => ({
  text: since === null ? t('service.clock.standing') : t('service.clock.standingSince', { date: format.date(since) }),
  tone: 'quiet',
});

function clockText(name: string, clock: TicketClock, now: Now, { t, format }: Words): ClockText {
  const say = (how: string, values = {}) => t(`service.clock.${name}.${how}`, values);
  const { due, doneAt, isLate, minutesLeft } = clock;
  if (doneAt !== null)
    return { text: say(isLate ? 'doneLate' : 'done', { date: format.date(doneAt) }), tone: isLate ? 'late' : 'quiet' };
  const left = minutesLeft === null ? null : durationText(Math.abs(minutesLeft), now.calendar, t);
  const values = { date: format.moment(due), time: format.time(due!), left: left ?? '' };
  if (isLate) return { text: say('late', values), tone: 'late' };
  if (Math.floor(due!) === now.today) return { text: say('today', values), tone: 'soon' };
  return { text: say('due', values), tone: 'quiet' };
}

/** Working time in words: `2 d 3 h`, `3 h 20 min`, `20 min`. A day is the workbook's working day. */
export function durationText(minutes: number, calendar: WorkCalendar, t: Words['t']): string {
  const perDay = minutesPerDay(calendar.workStart, calendar.workEnd) - (calendar.pause?.minutes ?? 0);
  const [days, rest] = perDay > 0 ? [Math.floor(minutes / perDay), minutes % perDay] : [0, minutes];
  const [hours, odd] = [Math.floor(rest / 60), Math.round(rest % 60)];
  const parts = [
    ...(days ? [t('service.duration.days', { count: days })] : []),
    ...(hours ? [t('service.duration.hours', { count: hours })] : []),
    ...(days || (hours && !odd) ? [] : [t('service.duration.minutes', { count: odd })]),
  ];
  return parts.join(' ');
}
