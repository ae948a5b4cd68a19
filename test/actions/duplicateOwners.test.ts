import { buildReport } from '../../src/actions/report';
import { toSerial } from '../../src/shared/dates';
import { fillWorkbook } from '../../src/template/records';

const clock = toSerial('2026-03-31');

/** Two pairs of customers with one name each, with these owners. */
function groupsOf(owners: readonly (string | null)[]) {
  const customers = owners.map((owner, at) => ({ id: `C${at}`, name: at < 2 ? 'Acme Trading' : 'Birch Foods', owner }));
  const team = ['Ann', 'Bob'].map((name) => ({ id: `U-${name}`, name, active: true }));
  const { computed } = fillWorkbook({ language: 'en', clock, records: { customers, team } });
  return buildReport(computed, clock, { quality: {} }).quality!.duplicates;
}

describe('two owners of what looks like one customer (C-49)', () => {
  it('should name the owners and tell a conflict', () => {
    const [acme, birch] = groupsOf(['Ann', 'Bob', 'Ann', 'U-Ann']);

    expect(acme).toMatchObject({
      ownerConflict: true,
      customers: [
        { customerId: 'C0', ownerId: 'U-Ann', owner: 'Ann' },
        { customerId: 'C1', ownerId: 'U-Bob', owner: 'Bob' },
      ],
    });
    expect(birch!.ownerConflict).toBe(false);
  });

  it('should see no conflict with a customer whom nobody owns', () => {
    expect(groupsOf(['Ann', null, null, null]).map(({ ownerConflict }) => ownerConflict)).toEqual([false, false]);
  });
});
