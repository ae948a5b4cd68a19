import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, planInstall } from '../../src/actions/install';
import type { TableRows } from '../../src/crm/snapshot';
import type { WorkbookState } from '../../src/template/bindings';
import { workbookName } from '../../src/template/definedNames';
import { migrations } from '../../src/template/migrations';
import { schemaVersion } from '../../src/template/load';
import { languages, type Language } from '../../src/template/types';
import { identityOf } from '../../src/template/workbookId';
import { buildBook } from '../../src/xlsx/build';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot, stateOf } from '../../src/xlsx/readTables';
import { openWorkbook, today, type LiveFixture } from './support';

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
    expect((await planInstall(fixture.home, language)).steps).toEqual([]);
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
    expect(steps[0]).toEqual({ kind: 'migrate', id: 'crm/2' });
  });
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
