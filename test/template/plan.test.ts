import { emptyState, type MetaRow, type WorkbookState } from '../../src/template/bindings';
import { schemaVersion, template } from '../../src/template/load';
import { planWorkbook } from '../../src/template/plan';
import { knownMeta } from '../../src/template/recognise';
import { languages, type Language } from '../../src/template/types';
import { buildBook } from '../../src/xlsx/build';
import { stateOf } from '../../src/xlsx/readTables';
import { applyToState } from '../support/planModel';

const installed = (language: Language): WorkbookState => stateOf(buildBook({ language, records: {}, clock: 46_000 }));
const kinds = (state: WorkbookState, language: Language = 'en') =>
  planWorkbook(state, language).steps.map((step) => step.kind);

/** The state with one table changed. */
const withTable = (
  state: WorkbookState,
  name: string,
  change: (table: WorkbookState['tables'][number]) => WorkbookState['tables'][number],
) => ({
  ...state,
  tables: state.tables.map((table) => (table.name === name ? change(table) : table)),
});

describe('planWorkbook', () => {
  it.each(languages)('should find nothing to do in a workbook that it made (%s)', (language) => {
    expect(kinds(installed(language), language)).toEqual([]);
  });

  it('should keep the names that a manager gave to columns, tables and sheets', () => {
    const renamed = withTable(installed('en'), 'Customers', (table) => ({
      ...table,
      sheet: 'Our clients',
      columns: table.columns.map((column) =>
        column.caption === 'Owner' ? { ...column, caption: 'Account lead' } : column,
      ),
    }));
    const plan = planWorkbook(renamed, 'en');
    expect(plan.steps.filter((step) => step.kind !== 'meta')).toEqual([]);
    expect(plan.names.caption('customers', 'owner')).toBe('Account lead');
  });

  it('should add a column that is missing, with its formula, and nothing else', () => {
    const lacking = withTable(installed('en'), 'Orders', (table) => ({
      ...table,
      columns: table.columns.filter((column) => column.caption !== 'Days late'),
    }));
    const steps = planWorkbook(lacking, 'en').steps;
    expect(steps.map((step) => step.kind)).toEqual(['column', 'formula', 'meta']);
    expect(steps[0]).toMatchObject({ table: 'orders', column: { id: 'daysLate', caption: 'Days late' } });
  });

  it('should know every table and column still, wherever the hidden rows that tell were cut off', () => {
    const whole = applyToState(emptyState, planWorkbook(emptyState, 'en'));
    const keyOf = ({ kind, table, column, name }: MetaRow) => [kind, table, column, name].join(' ');
    const lostAt = (cut: number): readonly MetaRow[] => {
      const known = new Set(knownMeta({ ...whole, meta: whole.meta.slice(cut) }, template).map(keyOf));
      return whole.meta.filter((row) => !known.has(keyOf(row)));
    };
    expect(whole.meta.flatMap((_, at) => lostAt(at + 1).map((row) => [at, keyOf(row)]))).toEqual([]);
  });

  it('should leave a table of the user alone when its name is taken', () => {
    const own = { name: 'Customers', sheet: 'Customers', columns: [{ caption: 'Name', officeId: 1 }] };
    const plan = planWorkbook({ ...emptyState, sheets: ['Customers'], tables: [own] }, 'en');
    expect(plan.names.tableName('customers')).toBe('CRM_Customers');
    expect(plan.steps.find((step) => step.kind === 'sheet' && step.sheet === 'customers')).toMatchObject({
      name: 'CRM Customers',
    });
    expect(plan.steps.find((step) => step.kind === 'table' && step.table === 'customers')).toMatchObject({
      name: 'CRM_Customers',
    });
  });

  const former =
    '=IF([@[Stage number]]="","",IF(ISNUMBER([@[Own probability]]),[@[Own probability]],@INDEX(Stages[Probability],[@[Stage number]])))';

  it.each([
    ['replace what an earlier version installed', former, 2, ['migrate', 'formula', 'meta'], 0],
    ['leave what a person put back', former, schemaVersion, [], 1],
    ['leave what a person put there', '=0.5', 2, ['migrate', 'meta'], 1],
    ['take a function of ours for what is wanted', '=CRM.WEIGHTED(1,[@Amount])', schemaVersion, [], 0],
    ['touch and judge nothing in a newer workbook', former, schemaVersion + 1, [], 0],
  ])('should %s', (_, formula, version, expected, own) => {
    const changed = withTable({ ...installed('en'), schemaVersion: version }, 'Opportunities', (table) => ({
      ...table,
      formulas: { Probability: formula },
    }));
    const plan = planWorkbook(changed, 'en');
    expect(plan.steps.map(({ kind }) => kind)).toEqual(expected);
    expect(plan.own).toHaveLength(own);
  });
});
