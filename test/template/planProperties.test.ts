import fc from 'fast-check';
import { emptyState, type FoundTable, type WorkbookState } from '../../src/template/bindings';
import { template } from '../../src/template/load';
import { planWorkbook } from '../../src/template/plan';
import { languages } from '../../src/template/types';
import { applyToState } from '../support/planModel';

type Change = (state: WorkbookState) => WorkbookState;

const language = fc.constantFrom(...languages);

/** Tables and sheets of a person's own, often with names of ours. */
const ownTables: fc.Arbitrary<FoundTable[]> = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('Customers', 'CRM_Customers', 'crm_meta', 'Orders', 'Mine', 'calendar'),
    sheet: fc.constantFrom('Customers', '客户', 'Sheet1', 'Dashboard'),
    columns: fc
      .uniqueArray(fc.constantFrom('Name', 'City', '客户', 'Customer', 'kind', 'id'), { minLength: 1 })
      .map((all) => all.map((caption, index) => ({ caption, officeId: index + 1 }))),
  }),
  { selector: ({ name }) => name.toLowerCase(), maxLength: 4 },
);

const inTable =
  (at: number, change: (table: FoundTable) => FoundTable): Change =>
  (state) => {
    const index = at % Math.max(1, state.tables.length);
    return { ...state, tables: state.tables.map((table, position) => (position === index ? change(table) : table)) };
  };

const dropTables = (state: WorkbookState, isGone: (table: FoundTable) => boolean): WorkbookState => {
  const gone = state.tables.filter(isGone);
  const isMeta = gone.some(({ name }) => /crm_meta/i.test(name) && state.meta.some((row) => row.name === name));
  return {
    ...state,
    tables: state.tables.filter((table) => !gone.includes(table)),
    meta: isMeta ? [] : state.meta,
    names: Object.fromEntries(
      Object.entries(state.names).map(([name, formula]) => [
        name,
        gone.some((table) => formula.includes(`${table.name}[`)) ? '=INDEX(#REF!,1)' : formula,
      ]),
    ),
  };
};

/** What people do to a workbook, and what an installation that is cut short leaves. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat()).map(([at, column]) =>
    inTable(at, (table) => ({
      ...table,
      columns: table.columns.map((found, index) =>
        index === column % table.columns.length ? { ...found, caption: `${found.caption} new` } : found,
      ),
    })),
  ),
  fc
    .tuple(fc.nat(), fc.nat())
    .map(([at, column]) =>
      inTable(at, (table) =>
        table.columns.length < 3 || /meta/.test(table.name)
          ? table
          : { ...table, columns: table.columns.filter((_, index) => index !== column % table.columns.length) },
      ),
    ),
  fc
    .nat()
    .map((at) =>
      inTable(at, (table) => (/meta/.test(table.name) ? table : { ...table, columns: [...table.columns].reverse() })),
    ),
  fc.nat().map((at): Change => (state) => {
    const table = state.tables[at % Math.max(1, state.tables.length)];
    return table ? dropTables(state, (found) => found === table) : state;
  }),
  fc.nat().map((at): Change => (state) => {
    const sheet = state.sheets[at % Math.max(1, state.sheets.length)]!;
    const left = dropTables(state, (found) => found.sheet === sheet);
    const names = Object.entries(left.names).map(([name, formula]) => [
      name,
      formula.includes(`'${sheet}'!`) ? '=#REF!' : formula,
    ]);
    return { ...left, sheets: state.sheets.filter((name) => name !== sheet), names: Object.fromEntries(names) };
  }),
  fc.nat().map((at): Change => (state) => {
    const names = Object.keys(state.names).filter((name) => name !== 'crm_schema_version');
    const gone = names[at % Math.max(1, names.length)];
    return { ...state, names: Object.fromEntries(Object.entries(state.names).filter(([name]) => name !== gone)) };
  }),
  fc.tuple(language, fc.nat({ max: 25 })).map(
    ([wanted, stages]): Change =>
      (state) =>
        applyToState(state, planWorkbook(state, wanted), stages),
  ),
);

/** Columns and tables that are a person's own: nothing of ours was ever called so. */
const ownOf = (state: WorkbookState) =>
  state.tables.filter(({ name, columns }) => columns.length < 7 && !/^crm_meta/.test(name));

describe('plans, whatever the workbook looks like', () => {
  it('should leave nothing to do once they were applied, and add no second table', () => {
    fc.assert(
      fc.property(ownTables, language, fc.array(change, { maxLength: 8 }), (tables, wanted, changes) => {
        const sheets = [...new Set(tables.map(({ sheet }) => sheet))];
        const start = { ...emptyState, sheets, tables };
        const state = changes.reduce((before, each) => each(before), start as WorkbookState);

        const plan = planWorkbook(state, wanted);
        const after = applyToState(state, plan);

        expect(planWorkbook(after, wanted).steps).toEqual([]);
        expect(after.meta.filter(({ kind }) => kind === 'table')).toHaveLength(template.tables.length);
        expect(Object.values(after.names).filter((formula) => formula.includes('#REF!'))).toEqual([]);
        expect(new Set(after.tables.map(({ name }) => name.toLowerCase())).size).toBe(after.tables.length);
        for (const table of ownOf(state))
          for (const column of table.columns)
            expect(after.tables.find(({ name }) => name === table.name)?.columns).toContainEqual(column);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
