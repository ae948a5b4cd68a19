import { collectOrder } from '../../src/actions/collectOrder';
import type { Home } from '../../src/actions/home';
import { postpone, postponeChangeset } from '../../src/actions/postpone';
import { reassign } from '../../src/actions/reassign';
import { inverse } from '../../src/actions/undo';
import { isNeeded } from '../../src/template/needs';
import { fillWorkbook } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import { withChange } from '../../src/template/withChange';

const clock = 46_000;
const records: Record<string, SeedRow[]> = {
  team: [
    { id: 'U-1', name: 'Ann' },
    { id: 'U-2', name: 'Ben' },
    { id: 'U-3', name: 'Gone', active: false },
  ],
  customers: [{ id: 'C-1', name: 'Acme', owner: 'Ann', note: 'Old note' }],
  orders: [
    { id: 'O-1', customer: 'C-1', amount: 900, collectedAmount: 100, dueAt: clock - 10 },
    { id: 'O-2', customer: 'C-1', amount: 50, collectedAt: clock - 1, collectedAmount: 40 },
  ],
  tickets: [{ id: 'T-1', customer: 'C-1', subject: 'Broken', owner: null }],
};

/** A home that hands out only what is asked for. */
function home() {
  const { computed } = fillWorkbook({ language: 'en', records, clock });
  const read: Home['read'] = async (needs) => ({
    ...computed,
    tables: Object.fromEntries(
      Object.entries(computed.tables).flatMap(([id, rows]) => {
        const columns = Object.entries(rows.columns).filter(([column]) => isNeeded(needs, id, column));
        return columns.length ? [[id, { ...rows, columns: Object.fromEntries(columns) }]] : [];
      }),
    ),
  });
  const apply: Home['apply'] = async ({ appends, updates }) => ({
    ...{ appended: appends.length, updated: updates.length, alreadyDone: 0, conflicts: [] },
  });
  return { read, apply, snapshot: computed };
}

describe('acting on what waits', () => {
  it('should snooze a revisit with the reason under the note that is there', async () => {
    const wish = { table: 'customers', id: 'c-1', until: clock + 7, reason: ' on holiday ' };

    const { changeset } = await postpone(home(), wish, { clock });

    expect(changeset.updates).toMatchObject([
      { table: 'customers', id: 'C-1', field: 'snoozeUntil', before: null, after: clock + 7 },
      { field: 'note', before: 'Old note', after: 'Old note\n2025-12-09 → 2025-12-16: on holiday' },
    ]);
    expect(inverse(changeset).updates).toMatchObject([{ after: null }, { after: 'Old note' }]);
  });

  it('should note the reason once when it is tried again after an answer that was lost', () => {
    const snapshot = home().snapshot;
    const wish = { table: 'customers', id: 'C-1', until: clock + 7, reason: 'on holiday' };
    const first = postponeChangeset(snapshot, wish, clock);

    const again = postponeChangeset(withChange(snapshot, first)!, wish, clock);
    const later = postponeChangeset(withChange(snapshot, first)!, { ...wish, until: clock + 9 }, clock);

    expect(again.updates).toEqual([]);
    expect(later.updates.at(-1)!.after).toBe(
      'Old note\n2025-12-09 → 2025-12-16: on holiday\n2025-12-09 → 2025-12-18: on holiday',
    );
  });

  it('should leave the day that money was due, and with it how late it is', async () => {
    const wish = { table: 'orders', id: 'O-1', until: clock + 3, reason: 'promised' };

    const { changeset } = await postpone(home(), wish, { clock });

    expect(changeset.updates).toMatchObject([
      { table: 'orders', field: 'snoozeUntil', before: null, after: clock + 3 },
      { field: 'note', before: null },
    ]);
  });

  it.each([
    ['a day that is over', { until: clock }, 'dayNotAhead'],
    ['no day', { until: Number.NaN }, 'dayNotAhead'],
    ['a record that is gone', { id: 'C-9' }, 'recordNotFound'],
    ['a note that is full', { reason: 'x'.repeat(32_760) }, 'noteFull'],
  ])('should refuse %s', async (_, part, code) => {
    const wish = { table: 'customers', id: 'C-1', until: clock + 1, reason: 'why', ...part };

    await expect(postpone(home(), wish, { clock })).rejects.toMatchObject({ code });
  });

  it('should take an order as paid in full once', async () => {
    const { snapshot, ...at } = home();

    const { changeset } = await collectOrder(at, snapshot, 'O-1', { clock });
    const again = await collectOrder(at, snapshot, 'O-2', { clock });

    expect(changeset.updates).toMatchObject([
      { field: 'collectedAt', before: null, after: clock },
      { field: 'collectedAmount', before: 100, after: 900 },
    ]);
    expect(again.changeset.updates).toEqual([]);
  });

  it('should give a customer to somebody else with a line of history, and a ticket without', async () => {
    const customer = await reassign(home(), { table: 'customers', id: 'C-1', to: 'Ben' }, { clock });
    const ticket = await reassign(home(), { table: 'tickets', id: 'T-1', to: 'U-2' }, { clock });

    expect(customer.changeset).toMatchObject({
      updates: [{ table: 'customers', field: 'owner', before: 'Ann', after: 'Ben' }],
      appends: [{ table: 'ownerHistory', values: { customer: 'C-1', kind: 'handover', from: 'U-1', to: 'U-2' } }],
    });
    expect(ticket.changeset).toMatchObject({ updates: [{ table: 'tickets', id: 'T-1', after: 'Ben' }], appends: [] });
  });

  it('should write nothing of a customer who is with that person already', async () => {
    const { changeset } = await reassign(home(), { table: 'customers', id: 'C-1', to: 'Ann' }, { clock });

    expect(changeset).toMatchObject({ updates: [], appends: [] });
  });

  it('should not give anything to somebody who left', async () => {
    const work = reassign(home(), { table: 'tickets', id: 'T-1', to: 'Gone' }, { clock });

    await expect(work).rejects.toMatchObject({ code: 'notInTeam' });
  });
});
