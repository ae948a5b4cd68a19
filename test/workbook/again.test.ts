import { logRevisit } from '../../src/actions/logRevisit';
import { randomIds, sequenceIds } from '../../src/shared/ids';
import { memoryStore } from '../../src/workbook';
import { adding, columnAt, connect, installed, today, type LiveFixture } from './support';

const acme = { id: 'C-1', name: 'Acme', createdAt: today };
const bolt = { id: 'C-2', name: 'Bolt', createdAt: today };
const visit = { id: 'F-7', customer: 'C-1', channel: 'call', outcome: 'interested', heldAt: today, nextAt: null };

const ids = (fixture: Pick<LiveFixture, 'client'>) => columnAt(fixture, 'Customers', 'Customer ID');

/** What a late merge leaves of the last row: another record in the same cells. */
function displaceLast({ host }: LiveFixture, id: string): void {
  const { sheet, body } = host.workbook.findTable('Customers')!;
  sheet.grid.setContent(body.row + body.rows - 1, body.column, id);
}

/** Runs something as Excel does with the workbook of this address. */
async function at<T>(url: string, work: () => Promise<T>): Promise<T> {
  const global = globalThis as { Office?: unknown };
  global.Office = { context: { document: { url } } };
  try {
    return await work();
  } finally {
    delete global.Office;
  }
}

describe('writing a record again', () => {
  it.each(['the same pane', 'another pane'])(
    'should add no second row when a revisit that was saved is saved again by %s',
    async (who) => {
      const fixture = await installed();
      await fixture.home.apply(adding('customers', acme));
      await logRevisit(fixture.home, visit, sequenceIds());
      const home = who === 'the same pane' ? fixture.home : (await connect(fixture.host, { ids: randomIds() })).home;

      await logRevisit(home, { ...visit, note: 'once more' }, sequenceIds()).catch(() => undefined);

      expect(await columnAt(fixture, 'FollowUps', 'Follow-up ID')).toEqual(['F-7']);
    },
  );

  it('should bring nothing from the outbox of a workbook into a copy of it', async () => {
    const store = memoryStore();
    const original = await installed();
    await original.home.apply(adding('customers', acme));
    const open = (url: string) => at(url, () => connect(original.host, { outbox: store, ids: randomIds() }));
    const { home } = await open('https://one.example/Book.xlsx');
    await home.apply(adding('customers', bolt));
    displaceLast(original, 'C-3');

    const inCopy = await (await open('https://one.example/Copy of Book.xlsx')).home.reconcile();
    const inOriginal = await (await open('https://one.example/Book.xlsx')).home.reconcile();

    expect([inCopy, inOriginal]).toEqual([0, 1]);
    expect(await ids(original)).toEqual(['C-1', 'C-3', 'C-2']);
  });
});

describe('Excel’s own undo', () => {
  it('should take a new record and its journal row back in one step where Excel can merge them', async () => {
    const fixture = await installed('en', { undo: true });
    const onDesktop = { context: { platform: 'PC', requirements: { isSetSupported: () => true } } };
    (globalThis as { Office?: unknown }).Office = onDesktop;
    try {
      await fixture.home.apply(adding('customers', acme));
    } finally {
      delete (globalThis as { Office?: unknown }).Office;
    }

    expect(fixture.host.undo()).toBe(true);

    expect(await ids(fixture)).toEqual(['']);
    expect(await columnAt(fixture, 'ChangeLog', 'Record')).toEqual(['']);
  });
});
