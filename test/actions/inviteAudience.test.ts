import { inviteAudience, invitationChangeset } from '../../src/actions/inviteAudience';
import { buildReport } from '../../src/actions/report';
import { inverse } from '../../src/actions/undo';
import type { Changeset } from '../../src/crm/changeset';
import { toSerial } from '../../src/shared/dates';
import { fillWorkbook } from '../../src/template/records';
import { sampleRecords } from '../../src/template/sample';
import type { SeedRow } from '../../src/template/seed';
import { adding, installed } from '../workbook/support';

const today = toSerial('2026-03-31');

const audienceOf = (campaignMembers: SeedRow[]) => buildReport(snapshotOf(campaignMembers), today).audience[0]!;

function snapshotOf(campaignMembers: SeedRow[]) {
  const records: Record<string, SeedRow[]> = {
    customers: [
      { id: 'C1', name: 'One', region: 'North' },
      { id: 'C2', name: 'Two', region: 'North', doNotContact: true },
      { id: null, name: 'No id yet', region: 'North' },
    ],
    campaigns: [{ id: 'M1', name: 'Spring' }],
    audienceRules: [{ id: 'R1', campaign: 'M1', column: 'Region', operator: 'is', value: 'north' }],
    campaignMembers,
  };
  return fillWorkbook({ language: 'en', records, clock: today }).computed;
}

describe('inviting an audience (C-59)', () => {
  it('should write a line for everybody who may be addressed, once', async () => {
    const applied: Changeset[] = [];
    const home = {
      read: async () => snapshotOf([]),
      apply: async (changeset: Changeset) => {
        applied.push(changeset);
        return { appended: 1, updated: 0, alreadyDone: 0, conflicts: [] };
      },
    };
    const audience = audienceOf([]);

    const { changeset } = await inviteAudience(home, snapshotOf([]), audience, { clock: today });

    expect(audience).toMatchObject({ matched: 3, excluded: { optedOut: 1, withoutId: 1 }, invitable: 1 });
    expect(applied).toEqual([changeset]);
    const values = { id: 'P-M1-C1', campaign: 'Spring', customer: 'One', state: 'invited', at: today };
    expect(changeset.appends).toEqual([{ table: 'campaignMembers', id: 'P-M1-C1', values }]);
    expect(inverse(changeset).removals).toEqual([{ table: 'campaignMembers', id: 'P-M1-C1', held: values }]);
    expect(invitationChangeset(snapshotOf([values]), audienceOf([values]), today).appends).toEqual([]);
    const archived = [{ ...values, archived: true }];
    expect(invitationChangeset(snapshotOf(archived), audienceOf(archived), today).appends).toEqual([]);
  });
});

it('should invite nobody twice where two people invite a large audience at once', async () => {
  const fixture = await installed();
  const customers = Array.from({ length: 30 }, (_, at) => ({ id: `C${at}`, name: `Firm ${at}`, region: 'North' }));
  await fixture.home.apply(adding('customers', ...customers), { bulk: true });
  await fixture.home.apply(adding('campaigns', { id: 'M1', name: 'Spring' }));
  const rule = { id: 'R1', campaign: 'M1', column: 'Region', operator: 'is', value: 'north' };
  await fixture.home.apply(adding('audienceRules', rule));
  const snapshot = await fixture.home.read();
  const [audience] = buildReport(snapshot, today).audience;

  await inviteAudience(fixture.home, snapshot, audience!, { clock: today });
  const late = await inviteAudience(fixture.home, snapshot, audience!, { clock: today });

  expect(audience!.invitable).toBe(30);
  expect(late.changeset.appends).toEqual([]);
  expect((await fixture.home.read()).tables.campaignMembers!.count).toBe(30);
});

describe.each(['en', 'zh-CN'] as const)('audiences of the sample (%s)', (language) => {
  it('should be the same in both languages', () => {
    const { computed } = fillWorkbook({ language, records: sampleRecords(language, today), clock: today });

    const found = buildReport(computed, today).audience;

    expect(found.map(({ isBroken }) => isBroken)).toEqual([false, false]);
    expect(found.map(({ matched, invitable }) => [matched, invitable])).toEqual([
      [13, 3],
      [14, 3],
    ]);
  });
});
