import { buildCalendar } from '../../src/crm/calendar';
import { movesOf, moveTicket, type TicketClocks, type TicketMove } from '../../src/crm/ticketMove';

/** 2026-03-02, a Monday; nine to five. */
const monday = 46_083;
const calendar = buildCalendar(monday - 30, monday + 30, [], 9 / 24, 17 / 24);
const at = (day: number, hour: number) => monday + day + hour / 24;
const fresh: TicketClocks = {
  ...{ status: 'submitted', firstResponseAt: null, resolvedAt: null },
  ...{ waitingSince: null, pausedMinutes: null, reopened: null },
};

/** What becomes of a ticket by a chain of moves. */
const after = (...moves: readonly (readonly [TicketMove, number])[]): unknown =>
  moves.reduce<ReturnType<typeof moveTicket>>(
    (ticket, [move, now]) => (typeof ticket === 'string' ? ticket : moveTicket(ticket, move, now, calendar)),
    fresh,
  );

describe('the life of a ticket (C-53, C-54)', () => {
  it('should stop the first clock with the first thing the customer hears, and never again', () => {
    expect(after(['respond', at(0, 10)], ['wait', at(0, 11)])).toMatchObject({ firstResponseAt: at(0, 10) });
    expect(after(['wait', at(0, 11)])).toMatchObject({ firstResponseAt: at(0, 11), waitingSince: at(0, 11) });
    expect(after(['resolve', at(0, 12)])).toMatchObject({ status: 'resolved', firstResponseAt: at(0, 12) });
  });

  it('should add the working time that the customer took, over nights and weekends', () => {
    const waited = after(['wait', at(4, 16)], ['resume', at(7, 10)], ['wait', at(7, 11)], ['resolve', at(7, 11.5)]);

    expect(waited).toMatchObject({
      status: 'resolved',
      pausedMinutes: 150,
      waitingSince: null,
      resolvedAt: at(7, 11.5),
    });
  });

  it('should not count the time for which a reopened ticket was thought to be solved', () => {
    const back = after(['resolve', at(0, 10)], ['close', at(0, 12)], ['reopen', at(1, 9.5)]);

    expect(back).toMatchObject({ status: 'inProgress', resolvedAt: null, reopened: 1, pausedMinutes: 450 });
  });

  it.each<[string, TicketClocks['status'], TicketMove]>([
    ['ticketIsDone', 'resolved', 'wait'],
    ['ticketIsDone', 'closed', 'resume'],
    ['ticketIsOpen', 'accepted', 'close'],
    ['ticketIsOpen', 'waitingCustomer', 'reopen'],
    ['ticketNotWaiting', 'submitted', 'resume'],
  ])('should refuse with %s what a ticket that is %s cannot do: %s', (code, status, move) => {
    expect(moveTicket({ ...fresh, status }, move, at(0, 10), calendar)).toBe(code);
  });

  it('should change nothing when it is there already', () => {
    const waiting = { ...fresh, status: 'waitingCustomer', waitingSince: at(0, 9) };

    expect(moveTicket(waiting, 'wait', at(0, 15), calendar)).toBe(waiting);
  });

  it.each<[string | null, number | null, string]>([
    ['submitted', null, 'respond wait resolve'],
    [null, null, 'respond wait resolve'],
    ['inProgress', 1, 'wait resolve'],
    ['waitingCustomer', 1, 'resume resolve'],
    ['resolved', 1, 'close reopen'],
    ['closed', 1, 'reopen'],
  ])('should offer what fits a ticket that is %s', (status, firstResponseAt, moves) => {
    expect(movesOf({ status, firstResponseAt }).join(' ')).toBe(moves);
  });
});
