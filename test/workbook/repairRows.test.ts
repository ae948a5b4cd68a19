import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, planInstall } from '../../src/actions/install';
import type { Fault, LoggedSync } from '../../src/host/faults';
import { CrmError } from '../../src/shared/errors';
import { tableDef, template } from '../../src/template/load';
import type { Language } from '../../src/template/types';
import { columnAt, connect, installed, openWorkbook, run, valuesAt, type LiveFixture } from './support';

const keysOf = (list: string): string[] => template.lists[list]!.map(({ code }) => `${list}.${code}`);

/** Deletes the rows of a table whose first column holds one of these keys, and does more to it in the same request. */
const without = (
  fixture: LiveFixture,
  table: string,
  keys: readonly string[],
  also: (table: Excel.Table, context: Excel.RequestContext) => void = () => undefined,
): Promise<void> =>
  run(fixture, async (context) => {
    const found = context.workbook.tables.getItem(table);
    const body = found.getDataBodyRange().load('values');
    await context.sync();
    const rows = body.values.flatMap(([key], row) => (keys.includes(String(key)) ? [row] : []));
    for (const row of rows.reverse()) body.getRow(row).delete('Up');
    also(found, context);
    await context.sync();
  });

/** What a defined name comes to in a cell. */
const resultOf = (fixture: LiveFixture, formula: string): Promise<unknown> =>
  run(fixture, async (context) => {
    const cell = context.workbook.worksheets.getItem('Sheet1').getRange('H40');
    cell.formulas = [[formula]];
    await context.sync();
    cell.load('values');
    await context.sync();
    return cell.values[0]![0];
  });

const rowsOfPlan = async ({ home }: LiveFixture, language: Language = 'en') =>
  (await planInstall(home, language)).steps.flatMap((step) => (step.kind === 'rows' ? [[step.table, step.keys]] : []));

const gone = [
  'boolean.yes',
  'orderStatus.accepted',
  'orderStatus.shipped',
  ...keysOf('revisitState'),
  ...keysOf('role'),
];

describe('rows of lists and settings that are missing', () => {
  it('should come back once, each list in one block, and leave what people renamed and set alone', async () => {
    const fixture = await installed();
    await without(fixture, 'Lists', gone, (lists) => {
      lists.getDataBodyRange().getCell(0, 4).values = [['Nope']];
    });
    await without(fixture, 'Settings', ['moneyDigits', 'refreshedAt'], (settings) => {
      settings.getDataBodyRange().getCell(1, 2).values = [['CHF']];
    });
    const beside = await valuesAt(fixture, 'Settings', 'F1:Z12');

    await install(fixture.home, 'en');

    const keys = await columnAt(fixture, 'Lists', 'Key');
    expect([...keys].sort()).toEqual(Object.keys(template.lists).flatMap(keysOf).sort());
    const lists = (await columnAt(fixture, 'Lists', 'List code')) as string[];
    expect(lists.filter((list, row) => list !== lists[row - 1])).toHaveLength(Object.keys(template.lists).length);
    expect((await columnAt(fixture, 'Lists', 'Label'))[0]).toBe('Nope');
    expect(await columnAt(fixture, 'Settings', 'Key')).toHaveLength(tableDef('settings').rows!.length);
    expect((await columnAt(fixture, 'Settings', 'Value'))[1]).toBe('CHF');
    expect(await valuesAt(fixture, 'Settings', 'F1:Z12')).toEqual(beside);
    expect(await resultOf(fixture, '=crm_boolean_yes&"|"&ROWS(crm_list_role)&"|"&crm_moneyDigits')).toBe('Yes|5|2');
    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
  });

  it('should not bring back a choice that a manager took out and nothing stands on', async () => {
    const fixture = await installed();
    await without(fixture, 'Lists', ['leadSource.phone']);

    expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
  });

  it('should refuse before the first write when something stands below, which would move', async () => {
    const fixture = await installed();
    await without(fixture, 'Lists', ['boolean.yes'], (_, { workbook }) => {
      workbook.worksheets.getItem('Lists').getRange('E300').values = [['my note']];
    });
    const before = await valuesAt(fixture, 'Lists', 'A1:G300');

    await expect(install(fixture.home, 'en')).rejects.toMatchObject({ code: 'cellsBelowTable' });

    expect(await valuesAt(fixture, 'Lists', 'A1:G300')).toEqual(before);
  });

  it('should be finished by the next attempt wherever it is cut', async () => {
    const { keys: expected, writes } = await repaired();
    const cuts = writes
      .slice(0, 2)
      .flatMap(({ ofClient, actions }) =>
        [0.2, 0.4, 0.6, 0.8, 1].map((part) => ({ sync: ofClient, action: Math.ceil(actions * part) })),
      );

    for (const cut of cuts) expect((await repaired(cut)).keys).toEqual(expected);
    expect(cuts).toHaveLength(10);
  }, 60_000);

  it('should come once when two people repair at the same moment', async () => {
    const fixture = await installed('en', { createCalculator: null });
    await without(fixture, 'Lists', gone);
    await without(fixture, 'Settings', ['moneyDigits']);
    const other = await connect(fixture.host);

    await Promise.all([install(fixture.home, 'en'), install(other.home, 'en')]);

    const keys = await columnAt(fixture, 'Lists', 'Key');
    expect([...keys].sort()).toEqual(Object.keys(template.lists).flatMap(keysOf).sort());
    expect(await columnAt(fixture, 'Settings', 'Key')).toHaveLength(tableDef('settings').rows!.length);
  });

  it.each(['en', 'zh-CN'] as const)(
    'should bring a list that a workbook of crm/1 does not have (%s)',
    async (language) => {
      const fixture = await openWorkbook({ createCalculator: null });
      await fixture.host.open(readFileSync(join(__dirname, `../fixtures/workbooks/crm-1-${language}.xlsx`)));
      await without(fixture, 'Lists', [...keysOf('orderStatus'), 'leadSource.phone']);

      const planned = await rowsOfPlan(fixture, language);
      await install(fixture.home, language);

      const lists = planned.find(([table]) => table === 'lists')?.[1];
      expect(lists).toEqual(expect.arrayContaining(['leadSource.phone', ...keysOf('orderStatus')]));
      const labels = (await fixture.home.read(['lists'])).tables.lists!;
      const labelOf = new Map(labels.columns.key!.map((key, row) => [key, labels.columns.label![row]]));
      expect(keysOf('orderStatus').map((key) => labelOf.get(key))).toEqual(
        template.lists.orderStatus!.map(({ label }) => label[language]),
      );
      expect((await planInstall(fixture.home, language)).steps).toEqual([]);
    },
  );
});

interface Repaired {
  readonly keys: unknown[][];
  /** The requests of the first repair that write. */
  readonly writes: readonly LoggedSync[];
}

/** Repairs a workbook that lacks rows; `cut`: the first repair is stopped there, and somebody begins anew. */
async function repaired(cut?: Pick<Fault, 'sync' | 'action'>): Promise<Repaired> {
  const fixture = await installed('en', { createCalculator: null });
  await without(fixture, 'Lists', gone);
  await without(fixture, 'Settings', ['moneyDigits', 'refreshedAt']);
  const { client, home } = await connect(fixture.host);
  fixture.host.faults = cut ? [{ kind: 'cutAfter', client: client.id, ...cut }] : [];
  await install(home, 'en').catch((error: unknown) => {
    if (!(error instanceof CrmError)) throw error;
  });
  const writes = fixture.host.syncLog.filter((sync) => sync.writes && sync.client === client.id);
  fixture.host.faults = [];
  client.disconnect();
  await install(fixture.home, 'en');
  expect((await planInstall(fixture.home, 'en')).steps).toEqual([]);
  return { keys: [await columnAt(fixture, 'Lists', 'Key'), await columnAt(fixture, 'Settings', 'Key')], writes };
}
