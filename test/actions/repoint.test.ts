import type { Home } from '../../src/actions/home';
import { proposeRepoint, repoint } from '../../src/actions/repoint';
import { undo } from '../../src/actions/undo';
import type { Value } from '../../src/crm/snapshot';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import { computeAll } from '../../src/template/compute';
import { adding, changing, installed, today } from '../workbook/support';

const meant = (text: string, to: string, table = 'customers') => ({ table, text, to });
const filled = (records: Record<string, SeedRow[]>) => fillWorkbook({ language: 'en', clock: today, records }).computed;
const placesOf = ({ cells }: ReturnType<typeof proposeRepoint>) => cells.map(({ table, id }) => `${table} ${id}`);

/** A workbook in which somebody renamed Acme, which rows of three tables refer to. */
async function renamed() {
  const fixture = await installed();
  const rows: Record<string, Record<string, Value>[]> = {
    customers: [{ id: 'C-1', name: 'Acme', createdAt: today - 90 }],
    followUps: [
      { id: 'F-1', customer: 'Acme', heldAt: today - 9, outcome: 'progress' },
      { id: 'F-2', customer: 'Acmy', heldAt: today - 5, outcome: 'progress' },
    ],
    orders: [{ id: 'O-1', customer: 'ACME', amount: 700, orderedAt: today - 20 }],
    tickets: [{ id: 'T-1', customer: 'Acme', subject: 'Broken' }],
  };
  for (const [table, records] of Object.entries(rows)) await fixture.home.apply(adding(table, ...records));
  await fixture.home.apply(changing('customers', 'C-1', 'name', 'Acme', 'Acme Ltd'));
  return fixture;
}

const customersIn = async (home: Pick<Home, 'read'>, table: string) =>
  (await home.read()).tables[table]!.columns.customer;

describe('saying whom references mean that lead nowhere (C-04)', () => {
  it('should bring back what a renamed customer had in three tables, and nothing else', async () => {
    const { home } = await renamed();
    const rollups = async () => {
      const { columns } = computeAll(await home.read(), today).tables.customers!;
      return [columns.lastRevisit![0], columns.value![0]];
    };
    const lost = await rollups();

    const proposal = proposeRepoint(await home.read(), meant('acme', 'C-1'));
    await repoint(home, proposal);

    expect(placesOf(proposal)).toEqual(['followUps F-1', 'orders O-1', 'tickets T-1']);
    expect(lost).toEqual([null, 0]);
    expect(await rollups()).toEqual([today - 9, 700]);
    expect(await customersIn(home, 'followUps')).toEqual(['Acme Ltd', 'Acmy']);
    const left = (await home.read()).problems.filter(({ code }) => code === 'unknownReference');
    expect(left.map(({ value }) => value)).toEqual(['Acmy']);
  });

  it('should leave out what somebody else mended meanwhile, and take back only the rest', async () => {
    const { home } = await renamed();
    const { changeset } = proposeRepoint(await home.read(), meant('Acme', 'C-1'));
    await home.apply(changing('orders', 'O-1', 'customer', 'ACME', 'C-1'));

    const done = await repoint(home, { changeset });
    const after = await customersIn(home, 'tickets');
    await undo(home, done.changeset);

    expect(done.report).toMatchObject({ updated: 2, conflicts: [{ id: 'O-1', current: 'C-1', reason: 'changed' }] });
    expect(after).toEqual(['Acme Ltd']);
    expect(await customersIn(home, 'tickets')).toEqual(['Acme']);
    expect(await customersIn(home, 'orders')).toEqual(['C-1']);
  });

  it('should write the id where several records have the name', () => {
    const customers = ['C-1', 'C-2'].map((id) => ({ id, name: 'Acme' }));
    const snapshot = filled({ customers, orders: [{ id: 'O-1', customer: 'acme', amount: 5 }] });

    const { after, changeset } = proposeRepoint(snapshot, meant('Acme', 'C-2'));

    expect(after).toBe('C-2');
    expect(changeset.updates).toEqual([
      { table: 'orders', id: 'O-1', field: 'customer', before: 'acme', after: 'C-2' },
    ]);
  });

  it('should count the cells of records that cannot be written, and leave other tables of that name alone', () => {
    const snapshot = filled({
      team: [{ id: 'U-1', name: 'Ann' }],
      customers: [
        { id: 'C-1', name: 'Bolt', owner: 'Anne' },
        { id: null, name: 'Cord', owner: 'Anne' },
        { id: 'C-3', name: 'Dome', owner: 'Anne', archived: true },
      ],
      orders: [{ id: 'O-1', customer: 'Anne', owner: 'Anne', amount: 5 }],
    });

    const proposal = proposeRepoint(snapshot, meant('Anne', 'U-1', 'team'));

    expect(proposal).toMatchObject({ after: 'Ann', withoutId: 1, archived: 1 });
    expect(proposal.changeset.updates.map(({ id, field }) => `${id} ${field}`)).toEqual(['C-1 owner', 'O-1 owner']);
  });

  it('should refuse a record that is gone', () => {
    expect(() => proposeRepoint(filled({}), meant('Acme', 'C-9'))).toThrow(
      expect.objectContaining({ code: 'recordNotFound' }) as Error,
    );
  });
});
