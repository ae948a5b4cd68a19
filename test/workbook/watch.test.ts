import type { ChangeHint } from '../../src/actions/home';
import { randomIds } from '../../src/shared/ids';
import { adding, columnAt, connect, installed, run, today, type LiveFixture } from './support';

const acme = { id: 'C-1', name: 'Acme', createdAt: today };
const bolt = { id: 'C-2', name: 'Bolt', createdAt: today };

describe('watching a shared workbook', () => {
  it('should tell once, after it is quiet, which tables others changed, and nothing of our own', async () => {
    const { home, other, hints, quieten } = await watching();

    await home.apply(adding('customers', acme));
    await quieten();
    const afterOwn = [...hints];
    await other.home.apply(adding('customers', bolt));
    await other.home.apply(adding('products', { id: 'G-1', name: 'Pump' }));
    await quieten();

    expect(afterOwn).toEqual([]);
    expect(hints).toHaveLength(1);
    expect(hints[0]).toMatchObject({ remote: true, structure: false });
    expect([...hints[0]!.tables].sort()).toEqual(['changeLog', 'customers', 'products']);
  });

  it('should tell of new sheets, pass over cells of no table, and be silent when stopped', async () => {
    const { other, hints, quieten, stop } = await watching();

    await run(other, async (context) => {
      context.workbook.worksheets.add('Mine').getRange('A1').values = [['note']];
      await context.sync();
    });
    await quieten();
    await run(other, async (context) => {
      context.workbook.worksheets.getItem('Mine').getRange('A2').values = [['more']];
      await context.sync();
    });
    await quieten();
    await stop();
    await other.home.apply(adding('customers', bolt));
    await quieten();

    expect(hints).toEqual([{ tables: [], remote: true, structure: true }]);
  });

  it('should not bring back what a person here deleted or undid by hand', async () => {
    const { home, host, client, quieten } = await watching();
    await home.apply(adding('customers', acme, bolt));
    const { sheet, body } = host.workbook.findTable('Customers')!;

    for (const column of [0, 1]) host.userEdit('Customers', `${'AB'[column]}${body.row + 2}`, '', { client });
    await quieten();
    const count = await home.reconcile();

    expect(count).toBe(0);
    expect(sheet.value(body.row + 1, body.column)).toBeFalsy();
  });

  it('should bring back what a co-author wrote over', async () => {
    const { home, host, client, other, quieten } = await watching();
    await home.apply(adding('customers', acme, bolt));

    host.userEdit('Customers', 'A3', 'C-9', { client: other.client });
    await quieten();
    const count = await home.reconcile();

    expect(count).toBe(1);
    expect(await columnAt({ client }, 'Customers', 'Customer ID')).toEqual(['C-1', 'C-9', 'C-2']);
  });
});

interface Watching extends LiveFixture {
  readonly other: Pick<LiveFixture, 'client' | 'home'>;
  readonly hints: ChangeHint[];
  /** Delivers all events, lets the timer ring and waits for what it starts. */
  readonly quieten: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

async function watching(): Promise<Watching> {
  const { host } = await installed();
  let ring: (() => void) | null = null;
  const timer = (rings: () => void) => {
    ring = rings;
    return () => (ring = null);
  };
  const mine = await connect(host, { ids: randomIds(), timer });
  const other = await connect(host, { ids: randomIds() });
  const hints: ChangeHint[] = [];
  const stop = await mine.home.watch((hint) => hints.push(hint));
  const quieten = async () => {
    await host.settle();
    ring?.();
    ring = null;
    await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return { host, ...mine, other, hints, quieten, stop };
}
