import { noteDone } from '../../src/actions/noteDone';
import { buildReport } from '../../src/actions/report';
import { serviceQueue } from '../../src/actions/report/serviceQueue';
import { factsOf } from '../../src/actions/report/facts';
import { changeTicket, ticketChangeset } from '../../src/actions/ticketState';
import { undo } from '../../src/actions/undo';
import type { Value } from '../../src/crm/snapshot';
import type { TicketMove } from '../../src/crm/ticketMove';
import { adding, columnAt, connect, installed, today, type LiveFixture } from '../workbook/support';

/** Medium: four hours to answer, sixteen to resolve. */
const ticket = { id: 'T-1', customer: 'C-1', type: 'repair', priority: 'medium', status: 'submitted' };
const at = (day: number, hour: number) => today + day + hour / 24;

describe('the life of a ticket in the workbook (C-53, C-54)', () => {
  it('should write what the clocks of the sheet are computed from, and take the last step back', async () => {
    const fixture = await withTicket({ submittedAt: at(-4, 9) });

    await move(fixture, 'respond', at(-4, 10));
    await move(fixture, 'wait', at(-4, 11));
    const stopped = await columnAt(fixture, 'Tickets', 'Service clock');
    await move(fixture, 'resume', at(0, 11));
    const { changeset } = await move(fixture, 'resolve', at(0, 12));

    expect(stopped).toEqual(['Clock stopped']);
    expect(await cellsOf(fixture)).toMatchObject({
      ...{ status: 'resolved', firstResponseAt: at(-4, 10), waitingSince: null },
      // Six hours of Thursday, Friday, two hours of Monday.
      ...{ resolvedAt: at(0, 12), pausedMinutes: 960 },
    });
    expect(await columnAt(fixture, 'Tickets', 'Service clock')).toEqual(['In time']);
    await undo(fixture.home, changeset);
    expect(await cellsOf(fixture)).toMatchObject({ status: 'inProgress', resolvedAt: null });
    expect((await fixture.home.read()).tables.changeLog!.columns.action).toContain('ticketState');
  });

  it('should count a ticket that comes back, and leave the time in between out', async () => {
    const fixture = await withTicket({ submittedAt: at(-4, 9), status: 'resolved', resolvedAt: at(-3, 17) });

    await move(fixture, 'reopen', at(0, 10));

    expect(await cellsOf(fixture)).toMatchObject({ status: 'inProgress', resolvedAt: null, reopened: 1 });
    expect((await cellsOf(fixture)).pausedMinutes).toBeGreaterThan(0);
    expect(buildReport(await fixture.home.read(), today).tickets.reopened).toEqual({ tickets: 1, times: 1 });
  });

  it('should tell who was faster, and write nothing', async () => {
    const fixture = await withTicket({ submittedAt: at(-1, 9) });
    const other = await connect(fixture.host);
    const stale = await other.home.read();
    await move(fixture, 'resolve', at(0, 10));

    const wish = { ticket: 'T-1', move: 'wait' as const };
    const late = await changeTicket(other.home, stale, wish, { now: at(0, 11) });

    expect(late.report).toMatchObject({ updated: 0 });
    expect(late.report.conflicts.map(({ field }) => field)).toContain('status');
    expect(await cellsOf(fixture)).toMatchObject({ status: 'resolved', waitingSince: null });
  });

  it('should do it once when it is sent twice, and refuse what does not fit', async () => {
    const fixture = await withTicket({ submittedAt: at(-1, 9) });
    await move(fixture, 'wait', at(0, 10));
    const snapshot = await fixture.home.read();

    expect(ticketChangeset(snapshot, { ticket: 't-1', move: 'wait' }, at(0, 11)).updates).toEqual([]);
    const refused = (id: string, wish: TicketMove) => () =>
      ticketChangeset(snapshot, { ticket: id, move: wish }, at(0, 11));
    expect(refused('T-1', 'reopen')).toThrow(expect.objectContaining({ code: 'ticketIsOpen' }) as Error);
    expect(refused('T-9', 'wait')).toThrow(expect.objectContaining({ code: 'recordNotFound' }) as Error);
  });
});

describe('done in one click', () => {
  it('should date the next step of a complaint with its time, a task line and a reply with the day, each once', async () => {
    const fixture = await withTicket({ type: 'complaint', submittedAt: at(-1, 9) });
    await fixture.home.apply(adding('campaigns', { id: 'M-1', name: 'Spring' }));
    await fixture.home.apply(adding('campaignTasks', { id: 'K-1', campaign: 'M-1', step: 'plan', name: 'Plan' }));
    const done = async (deed: Parameters<typeof noteDone>[2]) =>
      noteDone(fixture.home, await fixture.home.read(), deed, { now: at(0, 15) });

    const step = await done({ kind: 'complaintStep', id: 'T-1', step: 'acknowledge' });
    await done({ kind: 'campaignTask', id: 'K-1' });
    await done({ kind: 'suggestionReply', id: 'T-1' });
    const again = await done({ kind: 'campaignTask', id: 'K-1' });

    expect(await cellsOf(fixture)).toMatchObject({ acknowledgedAt: at(0, 15), repliedAt: today });
    expect((await fixture.home.read()).tables.campaignTasks!.columns.doneAt).toEqual([today]);
    expect(again.changeset.updates).toEqual([]);
    const { open } = serviceQueue(factsOf(await fixture.home.read(), today));
    expect(open).toMatchObject([{ ticketId: 'T-1', nextStep: 'calm' }]);
    await undo(fixture.home, step.changeset);
    expect(await cellsOf(fixture)).toMatchObject({ acknowledgedAt: null });
  });
});

async function withTicket(cells: Record<string, Value>): Promise<LiveFixture> {
  const fixture = await installed();
  await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme' }));
  await fixture.home.apply(adding('tickets', { ...ticket, ...cells }));
  return fixture;
}

const move = async (fixture: LiveFixture, wish: TicketMove, now: number) =>
  changeTicket(fixture.home, await fixture.home.read(), { ticket: 'T-1', move: wish }, { now });

async function cellsOf({ home }: LiveFixture): Promise<Record<string, Value>> {
  const { columns } = (await home.read()).tables.tickets!;
  return Object.fromEntries(Object.entries(columns).map(([id, cells]) => [id, cells[0] ?? null]));
}
