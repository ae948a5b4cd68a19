import { install, planInstall } from '../../src/actions/install';
import type { LiveHome } from '../../src/actions/home';
import { adding, columnAt, installed, run, today, valuesAt, type LiveFixture } from './support';

type Damage = (context: Excel.RequestContext) => void;

const metaBody = (context: Excel.RequestContext) => context.workbook.tables.getItem('crm_meta').getDataBodyRange();

const kindsOf = async (home: LiveHome): Promise<string[]> =>
  (await planInstall(home, 'en')).steps.map(({ kind }) => kind);

async function damaged(damage: Damage): Promise<LiveFixture> {
  const fixture = await installed();
  await fixture.home.apply(adding('customers', { id: 'C-1', name: 'Acme', createdAt: today }));
  await run(fixture, async (context) => {
    damage(context);
    await context.sync();
  });
  return fixture;
}

describe('repairing what people broke', () => {
  it.each<[string, Damage]>([
    ['of a table', (context) => metaBody(context).getRow(0).delete('Up')],
    ['of columns', (context) => metaBody(context).getRow(3).getResizedRange(30, 0).delete('Up')],
    ['of whole tables', (context) => metaBody(context).getRow(0).getResizedRange(120, 0).delete('Up')],
  ])('should know tables and columns still when the hidden rows %s were deleted', async (_, damage) => {
    const fixture = await damaged(damage);
    const tables = () =>
      run(fixture, async (context) => {
        const all = context.workbook.tables.load('items/name,items/columns/items/name');
        await context.sync();
        return all.items.map(({ name, columns }) => [name, columns.items.map((column) => column.name)]);
      });
    const before = await tables();

    expect(await kindsOf(fixture.home)).toEqual(['meta']);
    await install(fixture.home, 'en');

    expect(await tables()).toEqual(before);
    expect(await kindsOf(fixture.home)).toEqual([]);
    expect((await fixture.home.read()).tables.customers!.columns.name).toEqual(['Acme']);
  });

  it('should bring back the values column of the settings, without which nothing says the language', async () => {
    const fixture = await damaged((context) =>
      context.workbook.tables.getItem('Settings').columns.getItem('Value').delete(),
    );

    await install(fixture.home, 'en');

    expect(await kindsOf(fixture.home)).toEqual([]);
    expect((await fixture.home.read()).tables.customers!.columns.name).toEqual(['Acme']);
  });

  it('should bring back columns of a small table that stands between taller ones', async () => {
    const fixture = await damaged((context) => {
      const third = context.workbook.tables.getItem('Tiers').columns.getItemAt(2).getRange();
      third.getResizedRange(0, 1).getEntireColumn().delete('Left');
    });
    const taller = () => valuesAt(fixture, 'Settings', 'A1:D12');
    const stages = await columnAt(fixture, 'Stages', 'Stage');
    const before = await taller();

    await install(fixture.home, 'en');

    expect(await kindsOf(fixture.home)).toEqual([]);
    expect(await taller()).toEqual(before);
    expect(await columnAt(fixture, 'Stages', 'Stage')).toEqual(stages);
  });
});
