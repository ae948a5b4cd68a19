import { moveDeal, moveDealChangeset, type DealMove } from '../../src/actions/moveDeal';
import { refresh } from '../../src/actions/refresh';
import { buildReport } from '../../src/actions/report';
import { undo } from '../../src/actions/undo';
import type { Snapshot, Value } from '../../src/crm/snapshot';
import { sequenceIds } from '../../src/shared/ids';
import { computeAll } from '../../src/template/compute';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import { adding, columnAt, installed, today, type LiveFixture } from '../workbook/support';

const deal: SeedRow = { id: 'D-1', customer: 'C-1', stage: 'proposal', amount: 100, createdAt: today - 30 };

describe('moving a deal (C-45, decision 14)', () => {
  it('should win, deliver, collect and reopen it, each with its day in the history', async () => {
    const fixture = await withDeal();
    const move = async (change: Omit<DealMove, 'opportunity'>, clock: number) =>
      moveDeal(fixture.home, await fixture.home.read(), { opportunity: 'd-1', ...change }, { clock, confirmed: true });

    await move({ outcome: 'won', checklistDone: true, by: 'Ann' }, today - 9);
    const won = await funnelOf(fixture);
    await move({ stage: 'accepted' }, today - 5);
    await move({ stage: 'collected' }, today - 2);
    const collected = await funnelOf(fixture);
    await move({ outcome: 'open' }, today);

    expect(won).toMatchObject({ bookings: 100, deliveries: 0, cash: 0 });
    expect(collected).toMatchObject({ bookings: 100, deliveries: 100, cash: 100 });
    expect(await linesOf(fixture)).toEqual([
      ['committed', 'won', today - 9, true],
      ['accepted', 'won', today - 5, false],
      ['collected', 'won', today - 2, false],
      ['proposal', 'open', today, null],
    ]);
    expect(await cellsOf(fixture)).toMatchObject({
      stage: 'proposal',
      outcome: null,
      stageSince: today,
      closedAt: null,
    });
    expect(await columnAt(fixture, 'Opportunities', 'Days in stage')).toEqual([0]);
  });

  it('should lose it with the reason, and be taken back in one step', async () => {
    const fixture = await withDeal();
    const snapshot = await fixture.home.read();
    const lost: DealMove = { opportunity: 'D-1', outcome: 'lost', lostReason: 'price', competitor: 'Bolt' };

    const result = await moveDeal(fixture.home, snapshot, lost, { clock: today });

    expect(await cellsOf(fixture)).toMatchObject({ outcome: 'lost', lostReason: 'price', closedAt: today });
    expect(await linesOf(fixture)).toEqual([['proposal', 'lost', today, null]]);
    if (result.needsConfirmation) throw new Error('nothing to confirm about a lost deal');
    await undo(fixture.home, result.changeset);
    expect(await cellsOf(fixture)).toMatchObject({ outcome: null, lostReason: null, closedAt: null, competitor: null });
    expect(await linesOf(fixture)).toEqual([]);
  });

  it('should do it once when it is sent twice, and nothing when the deal is there already', async () => {
    const fixture = await withDeal();
    const stale = await fixture.home.read();
    const move: DealMove = { opportunity: 'D-1', stage: 'committed', checklistDone: true };

    await moveDeal(fixture.home, stale, move, { clock: today });
    const again = await moveDeal(fixture.home, stale, move, { clock: today });
    const { changeset } = moveDealChangeset(await fixture.home.read(), move, today);

    expect(again).toMatchObject({ report: { updated: 0, conflicts: [] } });
    expect(changeset).toMatchObject({ updates: [], appends: [] });
    expect(await linesOf(fixture)).toHaveLength(1);
  });

  it('should show what the stages left ask for, and list the deal when somebody goes on without', async () => {
    const fixture = await withDeal();
    const ahead: DealMove = { opportunity: 'D-1', stage: 'accepted' };

    const asked = await moveDeal(fixture.home, await fixture.home.read(), ahead, { clock: today });
    await moveDeal(fixture.home, await fixture.home.read(), ahead, { clock: today, confirmed: true });

    expect(asked).toMatchObject({ needsConfirmation: true, open: [{ stage: 'proposal' }, { stage: 'committed' }] });
    expect(await columnAt(fixture, 'Opportunities', 'Checklists skipped')).toEqual([1]);
    const { problems, funnel } = buildReport(await fixture.home.read(), today);
    expect(problems).toMatchObject([{ code: 'checklistSkipped', id: 'D-1', table: 'opportunities' }]);
    expect(funnel.checklists).toMatchObject({ kept: 1, skipped: 1 });
  });

  it.each<[string, Partial<DealMove>, SeedRow]>([
    ['recordNotFound', { opportunity: 'D-9', stage: 'accepted' }, {}],
    ['unknownStage', { stage: 'nowhere' }, {}],
    ['wonBeforeCommitted', { outcome: 'won', stage: 'found' }, {}],
    ['dealIsWon', { stage: 'found' }, { stage: 'accepted' }],
    ['dealIsLost', { stage: 'accepted' }, { outcome: 'lost' }],
    ['openAfterCommitted', { outcome: 'open', stage: 'committed' }, { outcome: 'lost' }],
    ['reasonNeeded', { outcome: 'lost' }, {}],
    ['dayInFuture', { stage: 'found', at: today + 1 }, {}],
    ['dayBeforeLast', { stage: 'found', at: today - 21 }, {}],
  ])('should refuse with %s', (code, move, cells) => {
    const records = { opportunities: [{ ...deal, ...cells }], stageHistory: [line('met', today - 20)] };

    expect(() => moveDealChangeset(workbook(records), { opportunity: 'D-1', ...move }, today)).toThrow(
      expect.objectContaining({ code }) as Error,
    );
  });
});

describe('stages that people typed (C-46)', () => {
  it('should be noted by Refresh: the present state once, then each change on the day it is seen', async () => {
    const fixture = await withDeal();
    const type = (caption: 'E2' | 'F2', value: string) => fixture.host.userEdit('Opportunities', caption, value);
    const look = (clock: number) => refresh(fixture.home, { clock, ids: sequenceIds() });

    await look(today);
    await look(today);
    const age = await columnAt(fixture, 'Opportunities', 'Days in stage');
    type('E2', 'Needs defined');
    await look(today + 4);
    type('F2', 'Lost');
    await look(today + 6);
    await look(today + 7);

    expect(age).toEqual([30]);
    const { stage, outcome, enteredAt, seenOn } = (await fixture.home.read()).tables.stageHistory!.columns;
    expect(stage!.map((code, row) => [code, outcome![row], enteredAt![row], seenOn![row]])).toEqual([
      // In the stage since it was created, as far as anybody knows.
      ['proposal', 'open', today - 30, today],
      ['needsDefined', 'open', today + 4, today + 4],
      ['needsDefined', 'lost', today + 6, today + 6],
    ]);
  });

  it('should count for conversion with the furthest stage it was ever seen in, and for days in a stage', () => {
    const back = { ...deal, stage: 'found', outcome: 'lost', stageSince: today - 3 };
    const stageHistory = [
      line('met', today - 30),
      line('found', today - 20),
      line('proposal', today - 12),
      line('found', today - 3),
      { ...line('found', today), outcome: 'lost' },
    ];

    const { funnel } = buildReport(workbook({ opportunities: [back], stageHistory }), today);

    const rates = funnel.conversion.map(({ stage, hits, n }) => `${stage} ${hits}/${n}`);
    expect(rates.slice(0, 5)).toEqual(['met 1/1', 'found 1/1', 'confirmed 1/1', 'needsDefined 1/1', 'proposal 0/1']);
    expect(funnel.dwell.map(({ n, medianDays }) => [n, medianDays]).slice(0, 5)).toEqual([
      [1, 10],
      [1, 8],
      ...[
        [0, null],
        [0, null],
      ],
      [1, 9],
    ]);
  });

  it('should measure no stay whose beginning nobody saw', () => {
    const seen = { ...line('met', today - 90), seenOn: today - 5 };
    const opportunities = [{ ...deal, stage: 'found', stageSince: null, createdAt: today - 90 }];

    const report = buildReport(workbook({ opportunities, stageHistory: [seen, line('found', today - 2)] }), today);

    expect(report.funnel.dwell.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

let lines = 0;
const line = (stage: string, enteredAt: number): SeedRow => ({
  id: `H-${(lines += 1)}`,
  opportunity: 'D-1',
  stage,
  enteredAt,
});

const workbook = (records: Record<string, SeedRow[]>): Snapshot =>
  fillWorkbook({ language: 'en', records: { customers: [{ id: 'C-1', name: 'Acme' }], ...records }, clock: today })
    .computed;

async function withDeal(): Promise<LiveFixture> {
  const fixture = await installed();
  await fixture.home.apply(adding('team', { id: 'U-1', name: 'Ann' }));
  await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme' }));
  await fixture.home.apply(adding('opportunities', deal as Record<string, Value>));
  return fixture;
}

const funnelOf = async ({ home }: LiveFixture) => buildReport(await home.read(), today).funnel;

async function linesOf({ home }: LiveFixture) {
  const { stage, outcome, enteredAt, checklistDone } = (await home.read()).tables.stageHistory!.columns;
  return stage!.map((code, row) => [code, outcome![row], enteredAt![row], checklistDone![row]]);
}

async function cellsOf({ home }: LiveFixture): Promise<Record<string, Value>> {
  const { columns } = computeAll(await home.read(), today).tables.opportunities!;
  return Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, values[0] ?? null]));
}
