import { logRevisit } from '../../src/actions/logRevisit';
import { factsOf } from '../../src/actions/report/facts';
import { todayNeeds } from '../../src/actions/report/todayNeeds';
import { undo } from '../../src/actions/undo';
import type { Changeset } from '../../src/crm/changeset';
import type { Snapshot } from '../../src/crm/snapshot';
import { sequenceIds } from '../../src/shared/ids';
import { followed } from '../../src/taskpane/followed';
import type { PaneData } from '../../src/taskpane/context';
import type { Done } from '../../src/taskpane/session';
import { withChange } from '../../src/template/withChange';
import { adding, changing, connect, costOf, installed, run, today, type LiveFixture } from './support';

const visit = {
  customer: 'C-1',
  channel: 'call',
  outcome: 'progress',
  heldAt: today,
  nextAt: null,
  note: ' =1+1\n0012 ',
};

async function withCustomers(): Promise<LiveFixture> {
  const fixture = await installed();
  const named = (id: string) => ({ id, name: `Customer ${id}`, owner: 'Max', createdAt: today - 60 });
  await fixture.home.apply(adding('team', { id: 'U-1', name: 'Max' }));
  await fixture.home.apply(adding('customers', ...['C-1', 'C-2', 'C-3'].map(named)), { bulk: true });
  await fixture.home.apply(adding('followUps', { id: 'F-0', customer: 'C-2', heldAt: today - 9 }));
  return fixture;
}

/** What the pane shows after opening Today. */
async function opened({ home }: Pick<LiveFixture, 'home'>): Promise<PaneData> {
  const { facts, snapshot } = await home.open(todayNeeds);
  return { facts, snapshot: snapshot!, figures: factsOf(snapshot!, today), needs: todayNeeds };
}

const follow = (data: PaneData, done: Done) => followed(data, done, todayNeeds, today);

/** The needed cells, without the getters in which they come. */
const plain = ({ tables }: Snapshot) =>
  Object.fromEntries(
    Object.entries(todayNeeds).map(([table, columns]) => {
      const { count, sheetRows, columns: cells } = tables[table]!;
      return [table, { count, sheetRows, cells: ['id', ...columns].map((column) => [column, cells[column]]) }];
    }),
  );

describe('what the pane shows after a write', () => {
  it('should be what a reading shows, at the cost of the write alone', async () => {
    const fixture = await withCustomers();
    const { home, host } = fixture;
    const before = await opened(fixture);
    home.signAs('Max');
    let after: PaneData | null = null;

    const cost = await costOf(host, async () => {
      const snapshot = before.snapshot;
      after = follow(before, await logRevisit(home, { ...visit, owner: 'U-1' }, sequenceIds(), { snapshot }));
    });

    expect(cost.syncs).toBe(2);
    expect(cost.requestBytes).toBeLessThan(2 * 6_000);
    expect(cost.responseBytes).toBeLessThan(4_000);
    expect(plain(after!.snapshot)).toEqual(plain(await home.read(todayNeeds)));
    expect(after!.figures.computed.tables.customers!.columns.lastRevisit).toEqual([today, today - 9, null]);
  });

  it('should follow a second write and both undos', async () => {
    const fixture = await withCustomers();
    const { home } = fixture;
    const start = await opened(fixture);
    const first = await logRevisit(home, visit, sequenceIds());
    const second: Changeset = changing('customers', 'C-3', 'owner', 'Max', null);
    const done = { changeset: second, report: await home.apply(second) };
    const shown = follow(follow(start, first)!, done)!;
    expect(plain(shown.snapshot)).toEqual(plain(await home.read(todayNeeds)));

    const removal = {
      ...first.changeset,
      appends: [],
      removals: [{ table: 'followUps', id: first.changeset.appends[0]!.id }],
    };
    const undone = { changeset: removal, report: await undo(home, first.changeset) };

    const back = follow(shown, undone)!;
    expect(plain(back.snapshot)).toEqual(plain(await home.read(todayNeeds)));
    expect(back.snapshot.tables.followUps!.count).toBe(1);
  });

  it('should be read again where the change does not tell everything', async () => {
    const fixture = await withCustomers();
    const { home, host } = fixture;
    const data = await opened(fixture);
    const done = await logRevisit(home, visit, sequenceIds());
    const { report } = done;

    expect(follow(data, { ...done, report: { ...report, appended: 0, alreadyDone: 1 } })).toBeNull();
    expect(followed({ ...data, needs: undefined }, done, undefined, today)).toBeNull();
    expect(withChange(data.snapshot, changing('tiers', 'A', 'minValue', 0, 1))).toBeNull();
    expect(withChange(data.snapshot, changing('customers', 'C-9', 'owner', null, 'Max'))).toBeNull();

    const other = { host, ...(await connect(host)) };
    await run(other, async (context) => {
      const owners = context.workbook.tables.getItem('Customers').columns.getItem('Owner').getDataBodyRange();
      owners.formulas = [['=UPPER("max")'], ['=UPPER("max")'], ['=UPPER("max")']];
      await context.sync();
    });
    const again = await opened(fixture);
    expect(follow(again, await logRevisit(home, visit, sequenceIds()))).toBeNull();
  });
});
