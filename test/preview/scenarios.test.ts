import { proposeAdoption } from '../../src/actions/adopt/propose';
import { largeCustomers, largeRecords } from '../../src/cli/preview/largeCompany';
import { buildWorkbook } from '../../src/cli/preview/workbooks';
import { createHost } from '../../src/host';
import { columnAt, stepAt } from '../../src/host/preview/coauthor/steps';
import { WORDS } from '../../src/host/preview/coauthor/words';
import { addressOf, wantedBy } from '../../src/host/preview/page/address';
import { toSerial } from '../../src/shared/dates';
import { sequenceIds } from '../../src/shared/ids';
import { createLiveHome } from '../../src/workbook';
import { fillWorkbook } from '../../src/template/records';
import { languages, type Language } from '../../src/template/types';

const today = toSerial('2026-03-18');
jest.setTimeout(120_000);

async function opened(name: string) {
  const host = await createHost({ createCalculator: null });
  await host.open(await buildWorkbook(name));
  return host;
}

describe('the address', () => {
  it.each([
    ['?scenario=large&language=zh-CN', 'en-US', { scenario: 'large', language: 'zh-CN' }],
    ['?scenario=../etc&language=xx', 'zh-TW', { scenario: 'sample', language: 'en' }],
    ['', 'zh-CN', { scenario: 'sample', language: 'zh-CN' }],
  ] as const)('should open what %s asks for', (search, browser, wanted) => {
    expect(wantedBy(search, browser)).toEqual(wanted);
    expect(wantedBy(addressOf(wanted), 'en')).toEqual(wanted);
  });
});

describe.each(languages)('scenarios in %s', (language: Language) => {
  it('should have a messy list that can be taken over', async () => {
    const host = await opened(`messy.${language}.xlsx`);
    const { Excel } = await host.connect();
    host.person().select(host.workbook.sheets[0]!.name, 'B5');
    const home = createLiveHome(Excel, { now: () => today, ids: sequenceIds() });
    const proposal = proposeAdoption(await home.lookAtSelection(), language);
    expect(proposal.table).toBe('customers');
    expect(proposal.blockers).toEqual([]);
    expect(proposal.adoption.rows).toBeGreaterThan(9);
  });

  it('should have a second person whose words fit the workbook', async () => {
    const { workbook } = await opened(`sample.${language}.xlsx`);
    const scene = { workbook, words: WORDS[language], today };
    const steps = [0, 1, 2].map((number) => stepAt(number, scene)!);
    expect(steps.map(({ table }) => table.name)).toEqual(['Customers', 'FollowUps', 'Tickets']);
    for (const { table, cells } of steps)
      for (const caption of Object.keys(cells)) expect([caption, columnAt(table, caption)]).not.toContain(-1);
  });
});

it('should make a large company that is the same every time, without problems, around today', () => {
  const records = largeRecords('en', today);
  const { computed } = fillWorkbook({ language: 'en', records, clock: today });
  expect(records.customers).toHaveLength(largeCustomers);
  expect(records.orders!.length).toBeGreaterThanOrEqual(20_000);
  expect(new Set(records.customers!.map(({ name }) => name)).size).toBe(largeCustomers);
  expect(computed.problems).toEqual([]);
  expect(new Set(computed.tables.customers!.columns.revisitState).size).toBe(5);
  expect(largeRecords('en', today)).toEqual(records);
});
