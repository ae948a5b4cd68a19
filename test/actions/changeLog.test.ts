import { changeLogEntries, isOf } from '../../src/actions/changeLog';
import { resolveConflicts } from '../../src/actions/resolve';
import type { Conflict } from '../../src/actions/home';
import type { Changeset, FieldChange } from '../../src/crm/changeset';
import { inverse } from '../../src/actions/undo';
import { adding, changing, installed, today, type LiveFixture } from '../workbook/support';

const acme = { id: 'C-1', name: 'Acme', createdAt: today };

describe('the change log', () => {
  it('should show the newest first and mark what no longer stands', async () => {
    const fixture = await withHistory();

    const entries = changeLogEntries(await fixture.home.read());

    expect(entries.map(({ kind, field, after, superseded }) => [kind, field, after, superseded])).toEqual([
      ['removed', '', '', false],
      ['added', '', '', true],
      ['changed', 'isKey', 'true', false],
      ['changed', 'phone', '2', false],
      ['changed', 'phone', '1', true],
      ['added', '', '', false],
    ]);
    expect(entries.at(-1)).toMatchObject({ table: 'customers', record: 'C-1', name: 'Acme' });
  });

  it('should find the lines of a record by name and those of a changeset', async () => {
    const fixture = await withHistory();
    const snapshot = await fixture.home.read();

    const found = changeLogEntries(snapshot, { search: 'acm', limit: 2 });

    expect(found.map(({ field }) => field)).toEqual(['isKey', 'phone']);
    expect(isOf(found[1]!, changing('customers', 'C-1', 'phone', '1', '2'))).toBe(true);
    expect(isOf(found[0]!, changing('customers', 'C-1', 'phone', '1', '2'))).toBe(false);
  });
});

describe('deciding conflicts', () => {
  const update = (field: string): FieldChange => ({ table: 'customers', id: 'C-1', field, before: 'a', after: 'mine' });
  const changeset: Changeset = {
    action: 'edit',
    updates: [update('name'), update('phone'), update('city')],
    appends: [],
    removals: [],
  };
  const conflict = (field: string, reason: Conflict['reason']): Conflict => ({
    ...update(field),
    current: 'theirs',
    reason,
  });

  it('should write mine over what the person saw, leave theirs, and do the rest', () => {
    const rest = resolveConflicts(
      changeset,
      [conflict('name', 'changed'), conflict('phone', 'changed')],
      ['mine', 'theirs'],
    );

    expect(rest.updates).toEqual([{ ...update('name'), before: 'theirs' }, update('city')]);
  });

  it('should never write over a formula, whatever was chosen', () => {
    const rest = resolveConflicts(changeset, [conflict('name', 'formula')], ['mine']);

    expect(rest.updates.map(({ field }) => field)).toEqual(['phone', 'city']);
  });

  it('should put theirs back where ours was written in the same moment', () => {
    const rest = resolveConflicts(changeset, [conflict('name', 'overwritten')], ['theirs']);

    expect(rest).toMatchObject({ updates: [{ before: 'mine', after: 'theirs' }], appends: [] });
  });
});

async function withHistory(): Promise<LiveFixture> {
  const fixture = await installed();
  const { home } = fixture;
  await home.apply(adding('customers', acme));
  await home.apply(changing('customers', 'C-1', 'phone', null, '1'));
  await home.apply(changing('customers', 'C-1', 'phone', '1', '2'));
  await home.apply(changing('customers', 'C-1', 'isKey', null, true));
  const added = adding('customers', { ...acme, id: 'C-2', name: 'Bolt' });
  await home.apply(added);
  await home.apply(inverse(added));
  return fixture;
}
