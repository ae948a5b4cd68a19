import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, planInstall } from '../../src/actions/install';
import type { TableRows } from '../../src/crm/snapshot';
import type { WorkbookState } from '../../src/template/bindings';
import { workbookName } from '../../src/template/definedNames';
import { migrations } from '../../src/template/migrations';
import { schemaVersion } from '../../src/template/load';
import { withOurs } from '../../src/template/planFormulas';
import { languages, type Language } from '../../src/template/types';
import { identityOf } from '../../src/template/workbookId';
import { buildBook } from '../../src/xlsx/build';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot, stateOf } from '../../src/xlsx/readTables';
import { openWorkbook, run, today, type LiveFixture } from './support';

/** A workbook that an earlier version of this code made. */
export const stored = (version: number, language: Language): Uint8Array =>
  readFileSync(join(__dirname, `../fixtures/workbooks/crm-${version}-${language}.xlsx`));

const earlier = migrations.map(({ version }) => version).filter((version) => version < schemaVersion);
const cases = earlier.flatMap((version) => languages.map((language) => [version, language] as const));

describe('upgrading a workbook of an earlier structure', () => {
  it.each(cases)('should be a workbook of the present structure afterwards (crm/%s, %s)', async (version, language) => {
    const fixture = await opened(version, language);

    const report = await install(fixture.home, language);

    const state = stateOf(readBook(await fixture.host.save()));
    const fresh = stateOf(buildBook({ language, records: {}, clock: today }));
    expect(report.skipped).toEqual([]);
    expect(structureOf(state)).toEqual(structureOf(fresh));
    expect(identityOf(state.names)).toMatch(/^W-/);
    const { steps, own } = await planInstall(fixture.home, language);
    expect({ steps, own }).toEqual({ steps: [], own: [] });
  });

  it.each(cases)('should not touch what people typed (crm/%s, %s)', async (version, language) => {
    const fixture = await opened(version, language);
    const before = readSnapshot(readBook(stored(version, language)));

    await install(fixture.home, language);

    const { tables, problems } = await fixture.home.read();
    const own = Object.keys(before.tables).filter((table) => !['meta', 'lists', 'settings'].includes(table));
    for (const table of own) expect(tables[table]).toEqual(before.tables[table]);
    // A newer template has more list entries and settings; those that were there stay as they are.
    for (const table of ['lists', 'settings'])
      expect(rowsByKey(tables[table]!)).toEqual(expect.objectContaining(rowsByKey(before.tables[table]!)));
    expect(problems).toEqual(before.problems);
  });

  it('should say which version it leads to before it does so', async () => {
    const { home } = await opened(1, 'en');

    const { steps } = await planInstall(home, 'en');

    const kinds = [...new Set(steps.map(({ kind }) => kind))];
    expect([kinds[0], kinds.at(-1)]).toEqual(['migrate', 'meta']);
    expect(kinds).toContain('identity');
    expect(steps.slice(0, 2)).toEqual([
      { kind: 'migrate', id: 'crm/2' },
      { kind: 'migrate', id: 'crm/3' },
    ]);
  });
});

describe('formulas that changed since an earlier version', () => {
  const former =
    '=IF([@[Stage number]]="","",IF(ISNUMBER([@[Own probability]]),[@[Own probability]],INDEX(Stages[Probability],[@[Stage number]])))';
  const present = former.replace('Stages[Probability]', 'Stages[Probability in use]');

  it('should become today’s in every row', async () => {
    const fixture = await opened(1, 'en');

    const { kept } = await install(fixture.home, 'en');

    expect(new Set(await probabilities(fixture))).toEqual(new Set([present]));
    expect(kept).toEqual([]);
  });

  it('should become today’s in a column over renamed ones, too', async () => {
    const fixture = await opened(1, 'en');
    await run(fixture, async (context) => {
      const deals = context.workbook.tables.getItem('Opportunities');
      deals.columns.getItem('Own probability').name = 'Own chance [%]';
      await context.sync();
    });

    await install(fixture.home, 'en');

    expect((await probabilities(fixture))[0]).toBe(present.replaceAll('[@[Own probability]]', "[@[Own chance '[%']]]"));
  });

  it('should stay in the rows in which a person put something else', async () => {
    const fixture = await opened(1, 'en');
    await writeProbability(fixture, 4, 0.3);
    await writeProbability(fixture, 9, 0.42);

    const { kept } = await install(fixture.home, 'en');

    const formulas = await probabilities(fixture);
    expect([formulas[0], formulas[4], formulas[9], formulas.at(-1)]).toEqual([present, 0.3, 0.42, present]);
    expect(kept).toEqual([{ table: 'opportunities', column: 'probability', cells: 2 }]);
  });

  it('should leave a column that a person changed, say so, and change it on request', async () => {
    const fixture = await opened(1, 'en');
    await writeProbability(fixture, null, '=0.5');

    await install(fixture.home, 'en');

    expect(new Set(await probabilities(fixture))).toEqual(new Set(['=0.5']));
    const plan = await planInstall(fixture.home, 'en');
    expect(plan.steps).toEqual([]);
    expect(plan.own).toMatchObject([{ table: 'opportunities', column: 'probability', found: '=0.5' }]);

    await install(fixture.home, 'en', { plan: withOurs(plan, new Set(['opportunities.probability'])) });

    expect(new Set(await probabilities(fixture))).toEqual(new Set([present]));
    expect((await planInstall(fixture.home, 'en')).own).toEqual([]);
  });

  it('should be let alone when a person puts an earlier one back after the upgrade', async () => {
    const fixture = await opened(2, 'en');
    await install(fixture.home, 'en');
    await writeProbability(fixture, null, former);

    const { steps, own } = await planInstall(fixture.home, 'en');

    expect(steps).toEqual([]);
    expect(own.map(({ column }) => column)).toEqual(['probability']);
  });
});

const probabilityOf = (context: Excel.RequestContext) =>
  context.workbook.tables.getItem('Opportunities').columns.getItem('Probability').getDataBodyRange();

const probabilities = (fixture: LiveFixture): Promise<unknown[]> =>
  run(fixture, async (context) => {
    const range = probabilityOf(context).load('formulas');
    await context.sync();
    return range.formulas.flat();
  });

/** Into one row, or into all (`null`). */
const writeProbability = (fixture: LiveFixture, row: number | null, value: string | number): Promise<void> =>
  run(fixture, async (context) => {
    const column = probabilityOf(context);
    (row === null ? column : column.getCell(row, 0)).formulas = value as unknown as string[][];
    await context.sync();
  });

const rowsByKey = ({ count, columns }: TableRows): Record<string, unknown> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, row) => [
      String(columns.key![row]),
      Object.entries(columns).map(([column, values]) => [column, values[row]]),
    ]),
  );

async function opened(version: number, language: Language): Promise<LiveFixture> {
  const fixture = await openWorkbook({ createCalculator: null });
  await fixture.host.open(stored(version, language));
  return fixture;
}

/** What a structure consists of, in an order of its own (new columns stand last); ids that Excel gives are not compared. */
const structureOf = (state: WorkbookState) => ({
  version: state.schemaVersion,
  sheets: [...state.sheets].sort(),
  tables: state.tables
    .map(({ name, sheet, columns }) => ({ name, sheet, columns: columns.map(({ caption }) => caption).sort() }))
    .sort((a, b) => a.name.localeCompare(b.name)),
  names: Object.entries(state.names)
    .filter(([name]) => name !== workbookName && !name.startsWith('_xlnm.'))
    // A sheet name may stand in quotes or not.
    .map(([name, formula]) => [name, formula.replaceAll("'", '')] as const)
    .sort(([a], [b]) => a.localeCompare(b)),
  charts: [...state.charts].sort(),
  meta: state.meta.map(({ kind, table, column, name, origin }) => [kind, table, column, name, origin].join()).sort(),
});
