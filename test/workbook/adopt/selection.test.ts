import { adopt, planAdopt } from '../../../src/actions/adopt';
import { proposeAdoption } from '../../../src/actions/adopt/propose';
import type { Corrections } from '../../../src/actions/adopt/types';
import { sequenceIds } from '../../../src/shared/ids';
import { adding, openWorkbook, run, today, type LiveFixture } from '../support';

const list = [
  ['Customer', 'Region', 'Revenue'],
  ['Acme', 'North', 5],
  ['Bolt', 'South', 6],
  ['Crux', 'North', 7],
];

/** A list in B5:D8 below a title, and what else a person has on the sheet. */
async function withList(prepare: (sheet: Excel.Worksheet) => void): Promise<LiveFixture> {
  const fixture = await openWorkbook();
  await run(fixture, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('B1').values = [['Our customers']];
    sheet.getRange('B5:D8').values = list;
    sheet.getRange('C6').select();
    prepare(sheet);
    await context.sync();
  });
  return fixture;
}

const proposed = async ({ home }: LiveFixture, corrections: Corrections = {}) =>
  proposeAdoption(await home.lookAtSelection(), 'en', corrections);

async function adopted(fixture: LiveFixture, corrections: Corrections = {}): Promise<void> {
  const { adoption } = await proposed(fixture, corrections);
  const plan = await planAdopt(fixture.home, 'en', [adoption]);
  await adopt(fixture.home, plan, [adoption], { ids: sequenceIds() });
}

const addChart = (sheet: Excel.Worksheet, from: string, to: string): void => {
  const chart = sheet.charts.add('ColumnClustered', sheet.getRange('B5:D8'));
  chart.name = 'Mine';
  chart.setPosition(from, to);
};

describe('what a person points at', () => {
  it.each(['C:C', '6:6'])(
    'should be the whole list when a whole column or row (%s) of it is marked',
    async (marked) => {
      const fixture = await withList((sheet) => sheet.getRange(marked).select());

      const { adoption, problems } = await proposed(fixture);

      expect(adoption).toMatchObject({ row: 4, column: 1, rows: 4, columns: 3 });
      expect(problems.map(({ code }) => code)).not.toContain('partMarked');
    },
  );

  it('should tell that the list goes on when only a part of it is marked', async () => {
    const fixture = await withList((sheet) => sheet.getRange('B5:D7').select());

    const { problems } = await proposed(fixture);

    expect(problems.map(({ code }) => code)).toContain('partMarked');
  });
});

describe('what lies around a list', () => {
  it('should move a chart on the right only when the person agrees, and keep its size', async () => {
    const fixture = await withList((sheet) => addChart(sheet, 'F2', 'K12'));
    const sizeOf = () =>
      run(fixture, async (context) => {
        const chart = context.workbook.worksheets.getItem('Sheet1').charts.getItem('Mine').load('width,height');
        await context.sync();
        return [chart.width, chart.height];
      });
    const before = await sizeOf();

    expect((await proposed(fixture)).needsRoom).toBe(true);
    await expect(adopted(fixture)).rejects.toMatchObject({ code: 'noRoomRight' });
    expect(fixture.host.workbook.sheets).toHaveLength(1);
    await adopted(fixture, { insertColumns: true });

    expect(await sizeOf()).toEqual(before);
  });

  it('should not begin where a chart lies over the end of the list', async () => {
    const fixture = await withList((sheet) => addChart(sheet, 'C10', 'H20'));

    expect((await proposed(fixture)).blockers).toEqual([
      { code: 'chartAcross', params: { sheet: 'Sheet1', name: 'Mine' } },
    ]);
  });

  it('should keep the filter buttons that a person has on plain cells', async () => {
    const fixture = await withList((sheet) => sheet.autoFilter.apply('B5:D8'));

    await adopted(fixture);

    const shown = await run(fixture, async (context) => {
      const table = context.workbook.tables.getItem('Customers').load('showFilterButton');
      await context.sync();
      return table.showFilterButton;
    });
    expect(shown).toBe(true);
  });

  it('should write a new record as the rows above it look', async () => {
    const fixture = await withList((sheet) => {
      sheet.getRange('E5:F8').values = [['Phone', 'Since'], ...list.slice(1).map(() => ["'0012", today])];
      sheet.getRange('D6:F8').numberFormat = list.slice(1).map(() => ['0.0', 'General', 'd/m/yy']);
    });
    await adopted(fixture);
    const dune = { id: 'C-9', name: 'Dune', annualRevenue: 8, phone: '0044', createdAt: 46_083 };

    await fixture.home.apply(adding('customers', dune));

    const shown = await run(fixture, async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('B9:F9').load('text');
      await context.sync();
      return range.text;
    });
    expect(shown).toEqual([['Dune', '', '8.0', '0044', '2/3/26']]);
  });
});
