import { buildReport } from '../../src/actions/report';
import { decodeWorkbook } from '../../src/template/decode';
import { columnDef, tableDef, template } from '../../src/template/load';
import { fillWorkbook, firstRecordRow, inputColumns } from '../../src/template/records';
import type { SeedRow } from '../../src/template/seed';
import { adding, costOf, installed, openWorkbook, run, today, valuesAt } from './support';
import { install } from '../../src/actions/install';

const records: Record<string, SeedRow[]> = {
  team: [
    { id: 'U-1', name: 'Lena' },
    { id: 'U-2', name: 'Max', supervisor: 'Lena' },
  ],
  customers: [
    { id: 'C-1', name: 'Acme', owner: 'Max', isKey: true, createdAt: today - 60 },
    { id: 'C-2', name: 'Bolt', owner: 'U-1', createdAt: today - 3 },
    { id: 'C-3', name: '=Cobra', createdAt: null, doNotContact: true },
  ],
  followUps: [{ id: 'F-1', customer: 'Acme', channel: 'call', outcome: 'connected', heldAt: today - 20 }],
  opportunities: [
    { id: 'D-1', customer: 'C-1', stage: 'proposal', amount: 1000.5 },
    { id: 'D-2', customer: 'Nobody', stage: 'committed', outcome: 'won', amount: null },
  ],
  tickets: [{ id: 'T-1', customer: 'C-2', priority: 'high', submittedAt: today + 0.4 }],
};

describe('reading a live workbook', () => {
  it.each(['en', 'zh-CN'] as const)(
    'should report the same figures and problems as a file with the same records (%s)',
    async (language) => {
      const { home } = await installed(language);
      for (const [table, rows] of Object.entries(records)) await home.apply(adding(table, ...rows));

      const live = buildReport(await home.read(), today, { rows: true });

      expect(live).toEqual(buildReport(fileSnapshot(language), today, { rows: true }));
    },
  );

  it('should take the same few requests whatever the number of rows', async () => {
    const { home, host } = await installed('en', { createCalculator: null });
    const rows = Array.from({ length: 3_000 }, (_, row) => ({
      id: `F-${row}`,
      customer: 'C-1',
      note: 'x'.repeat(100),
    }));
    const few = await costOf(host, () => home.read());
    await home.apply(adding('followUps', ...rows), { bulk: true });

    const many = await costOf(host, () => home.read());

    expect(few.syncs).toBe(3);
    expect(many.syncs).toBe(3);
  });

  it('should ask for smaller pieces when the answer is too large', async () => {
    const { home } = await installed('en', { createCalculator: null, payloadLimit: 3_000_000 });
    const rows = Array.from({ length: 1_500 }, (_, row) => ({
      id: `F-${row}`,
      customer: 'C-1',
      note: `${row}${'x'.repeat(2_500)}`,
    }));
    await home.apply(adding('followUps', ...rows), { bulk: true });

    const { followUps } = (await home.read()).tables;

    expect(followUps!.count).toBe(1_500);
    expect(String(followUps!.columns.note![1_499])).toMatch(/^1499x/);
  });

  it('should read and write dates of a workbook that counts from 1904', async () => {
    const fixture = await openWorkbook();
    fixture.host.workbook.date1904 = true;
    await install(fixture.home, 'en');

    await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme', createdAt: today }));

    expect((await fixture.home.read()).tables.customers!.columns.createdAt).toEqual([today]);
    expect((await run(fixture, async (context) => createdAt(context)))[0]).toEqual([today - 1_462]);
  });

  it('should only read when the workbook is newer than this add-in', async () => {
    const fixture = await installed();
    await run(fixture, async (context) => {
      context.workbook.names.getItem('crm_schema_version').formula = '=99';
      await context.sync();
    });

    expect(await fixture.home.facts()).toMatchObject({ schemaVersion: 99, readOnly: true });
    await expect(fixture.home.apply(adding('customers', { id: 'C-1', name: 'x' }))).rejects.toMatchObject({
      code: 'newerSchema',
    });
    expect(await valuesAt(fixture, 'Customers', 'A2:B2')).toEqual([['', '']]);
  });
});

async function createdAt(context: Excel.RequestContext): Promise<unknown[][]> {
  const range = context.workbook.tables
    .getItem('Customers')
    .columns.getItem(columnDef(tableDef('customers'), 'createdAt').caption.en)
    .getDataBodyRange()
    .load('values');
  await context.sync();
  return range.values;
}

/** The same records as a file holds them, through the decoder that reads files. */
function fileSnapshot(language: 'en' | 'zh-CN') {
  const { inputs } = fillWorkbook({ language, records, clock: today });
  const raw = template.tables.map((table) => ({
    table: table.id,
    firstRow: firstRecordRow(table),
    columnIds: inputColumns(table).map(({ id }) => id),
    rows: inputs[table.id]!,
  }));
  return decodeWorkbook(raw, false);
}
