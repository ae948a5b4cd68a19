import type { Value } from '../../src/crm/snapshot';
import { logRevisit } from '../../src/actions/logRevisit';
import { factsOf } from '../../src/actions/report/facts';
import { today as todayOf } from '../../src/actions/report/today';
import { todayNeeds } from '../../src/actions/report/todayNeeds';
import { postpone } from '../../src/actions/postpone';
import { reassign } from '../../src/actions/reassign';
import { undo } from '../../src/actions/undo';
import { sequenceIds } from '../../src/shared/ids';
import { adding, columnAt, costOf, installed, today } from './support';

const team: readonly Record<string, Value>[] = [
  { id: 'U-1', name: 'Lena' },
  { id: 'U-2', name: 'Max', supervisor: 'Lena' },
];

/**
 * A workbook with customers and orders; `text` stands in columns that Today has no use for. Not in the first record: there
 * the add-in looks for formulas, whatever it reads.
 */
async function workbookWith(count: number, text: string) {
  const fixture = await installed('en', { createCalculator: null });
  const rows = Array.from({ length: count }, (_, row) => row);
  const bulk = { bulk: true };
  const textAt = (row: number) => (row === 0 ? 'x' : text);
  await fixture.home.apply(adding('team', ...team), bulk);
  await fixture.home.apply(
    adding(
      'customers',
      ...rows.map((row) => ({
        ...{ id: `C-${row}`, name: `Customer ${row}`, owner: 'Max', createdAt: today - 60 },
        ...Object.fromEntries(['note', 'address', 'industry', 'tierOverrideReason'].map((id) => [id, textAt(row)])),
      })),
    ),
    bulk,
  );
  await fixture.home.apply(
    adding(
      'orders',
      ...rows.map((row) => ({ id: `O-${row}`, customer: `C-${row}`, amount: 10, dueAt: today - 3, note: textAt(row) })),
    ),
    bulk,
  );
  return fixture;
}

describe('opening Today in a live workbook', () => {
  it('should read no more than what it declares, in as many requests for many rows as for few', async () => {
    const [few, plain, wordy] = await Promise.all([
      workbookWith(1, 'x'),
      workbookWith(150, 'x'),
      workbookWith(150, 'word '.repeat(200)),
    ]);
    const open = ({ home, host }: typeof few) => costOf(host, () => home.open(todayNeeds));

    const costs = [await open(few), await open(plain), await open(wordy)];

    expect(costs.map(({ syncs }) => syncs)).toEqual([costs[0]!.syncs, costs[0]!.syncs, costs[0]!.syncs]);
    expect(costs[0]!.syncs).toBe(3);
    // Four in five of them are the layout, of which there is as much in a workbook without a record.
    expect(costs[0]!.responseBytes).toBeLessThan(250_000);
    expect(costs[2]!.responseBytes).toBe(costs[1]!.responseBytes);
  });

  it('should show what a reading of everything shows, and what acting on it makes of it', async () => {
    const fixture = await workbookWith(3, 'x');
    const { home } = fixture;
    const shown = async () => todayOf(factsOf(await home.read(todayNeeds), today)).items;
    expect(await shown()).toEqual(todayOf(factsOf(await home.read(), today)).items);
    expect((await shown()).map(({ kind }) => kind).sort()).toEqual([
      ...Array(3).fill('money'),
      ...Array(3).fill('revisit'),
    ]);

    const snoozed = await postpone(
      home,
      { table: 'customers', id: 'C-0', until: today + 7, reason: 'fair' },
      { clock: today },
    );
    const agreed = await postpone(
      home,
      { table: 'orders', id: 'O-1', until: today + 7, reason: 'promised' },
      { clock: today },
    );
    await reassign(home, { table: 'customers', id: 'C-1', to: 'Lena' }, { clock: today });
    await logRevisit(
      home,
      { customer: 'C-2', channel: 'call', outcome: 'progress', heldAt: today, nextAt: null },
      sequenceIds(),
    );

    const left = (await shown()).map(({ kind, id, owner }) => `${kind} ${id} ${owner?.name}`).sort();
    expect(left).toEqual(['money O-0 Max', 'money O-2 Max', 'revisit C-1 Lena']);
    expect(await columnAt(fixture, 'Customers', 'Note')).toEqual(['x\n2026-03-02 → 2026-03-09: fair', 'x', 'x']);

    await undo(home, snoozed.changeset);
    await undo(home, agreed.changeset);
    expect(await shown()).toHaveLength(5);
    expect(await columnAt(fixture, 'Customers', 'Note')).toEqual(['x', 'x', 'x']);
  });
});
