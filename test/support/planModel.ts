import type { FoundTable, MetaRow, WorkbookState } from '../../src/template/bindings';
import { dashboardName, versionName, workbookName } from '../../src/template/definedNames';
import { renderFormula } from '../../src/template/formula';
import { schemaVersion } from '../../src/template/load';
import type { Plan, Step } from '../../src/template/plan';
import { stagesOf, stepsOf, type Stage } from '../../src/template/stages';

/** What the first `stages` stages of a plan make of a workbook, without a workbook. */
export const applyToState = (state: WorkbookState, plan: Plan, stages = Infinity): WorkbookState =>
  stagesOf(plan)
    .filter(({ number }) => number <= stages)
    .reduce((before, stage) => applyStage(before, plan, stage), state);

function applyStage(state: WorkbookState, plan: Plan, stage: Stage): WorkbookState {
  const after = stage.steps.reduce((before, step) => applyStep(before, plan, step), state);
  if (stage.kind === 'book') return { ...after, meta: stepsOf(plan, 'meta')[0]!.rows };
  if (stage.kind !== 'finish') return after;
  return {
    ...after,
    schemaVersion,
    names: { ...after.names, [versionName]: `=${schemaVersion}` },
    meta: stepsOf(plan, 'meta')[0]!.rows.map((row) => ({ ...row, officeId: officeIdOf(after, plan, row) })),
  };
}

function officeIdOf({ tables }: WorkbookState, plan: Plan, { kind, table, name }: MetaRow): number {
  const found = tables.find((candidate) => candidate.name === plan.names.tableName(table))!;
  return kind === 'table' ? 0 : found.columns.find(({ caption }) => caption === name)!.officeId;
}

function applyStep(state: WorkbookState, plan: Plan, step: Step): WorkbookState {
  const { names } = plan;
  const inTable = (table: string, change: (found: FoundTable) => FoundTable): WorkbookState => ({
    ...state,
    tables: state.tables.map((found) => (found.name === names.tableName(table) ? change(found) : found)),
  });
  const withName = (name: string, formula: string) => ({ ...state, names: { ...state.names, [name]: formula } });
  switch (step.kind) {
    case 'clean':
      return {
        ...state,
        sheets: state.sheets.filter((sheet) => !step.sheets.includes(sheet)),
        tables: state.tables.filter(({ sheet }) => !step.sheets.includes(sheet)),
        names: Object.fromEntries(Object.entries(state.names).filter(([name]) => !step.names.includes(name))),
      };
    case 'identity':
      return withName(workbookName, '="W-1"');
    case 'sheet':
      return { ...state, sheets: [...state.sheets, step.name] };
    case 'table': {
      const sheet = stepsOf(plan, 'sheet').find((candidate) => candidate.sheet === step.sheet)!.name;
      const columns = step.columns.map(({ caption }, index) => ({ caption, officeId: index + 1 }));
      return { ...state, tables: [...state.tables, { name: step.name, sheet, columns, formulas: {} }] };
    }
    case 'column':
      return inTable(step.table, (found) =>
        step.isThere
          ? found
          : { ...found, columns: [...found.columns, { caption: step.column.caption, officeId: nextId(found) }] },
      );
    case 'name':
      return step.name === versionName ? state : withName(step.name, `=${step.formula}`);
    case 'formula': {
      const formula = `=${renderFormula(step.formula, step.table, names, 'live')}`;
      const caption = names.caption(step.table, step.column);
      return inTable(step.table, (found) => ({ ...found, formulas: { ...found.formulas, [caption]: formula } }));
    }
    case 'dashboard': {
      const sheet = stepsOf(plan, 'sheet').find((candidate) => candidate.sheet === step.sheet)!.name;
      return withName(dashboardName, `='${sheet}'!$A$1`);
    }
    case 'chart':
      return { ...state, charts: [...state.charts, step.chart.name] };
    default:
      return state;
  }
}

const nextId = ({ columns }: FoundTable): number => 1 + Math.max(0, ...columns.map(({ officeId }) => officeId));
