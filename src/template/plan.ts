import {
  columnsToInsert,
  withAdoptions,
  withoutReplaced,
  type AdoptedState,
  type Adoption,
  type AdoptStep,
} from './adopt';
import { bind, namesOf, pendingId, type BoundTable, type MetaRow, type WorkbookState } from './bindings';
import { dashboardCells, dashboardCharts, type DashboardCell, type DashboardChart } from './dashboard';
import { dashboardName, definedNames, workbookName } from './definedNames';
import { defaultConditions, type CadenceCondition, type Names } from './formula';
import { isComputed, schemaVersion, tableDef, template } from './load';
import { dueMigrations } from './migrations';
import { planFormulas, type OwnFormula } from './planFormulas';
import { free, plannedNames } from './planNames';
import { rowSteps, type RowStep } from './planRows';
import { remnantsOf, withoutRemnants, type Remnants } from './remnants';
import type { Language, SheetDef, TableDef } from './types';

/** One thing that a workbook still lacks. Steps name tables and columns by template id; the homes render them. */
export type Step =
  | ({ readonly kind: 'clean' } & Remnants)
  | { readonly kind: 'migrate'; readonly id: string }
  | { readonly kind: 'identity' }
  | AdoptStep
  | {
      readonly kind: 'sheet';
      readonly sheet: string;
      readonly name: string;
      readonly visibility: SheetDef['visibility'];
      readonly tabColor?: string;
    }
  | {
      readonly kind: 'table';
      readonly table: string;
      readonly name: string;
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly columns: readonly PlannedColumn[];
      readonly title?: string;
    }
  /** A column that is there already was added by an installation that was cut short. */
  | { readonly kind: 'column'; readonly table: string; readonly column: PlannedColumn; readonly isThere: boolean }
  | RowStep
  | { readonly kind: 'name'; readonly name: string; readonly formula: string }
  /** `instead`: only cells that hold this formula get ours, what else stands in the column stays. */
  | {
      readonly kind: 'formula';
      readonly table: string;
      readonly column: string;
      readonly formula: string;
      readonly instead?: string;
    }
  /** Choices and conditional formats: of some columns, or of the whole table (`null`). */
  | { readonly kind: 'rules'; readonly table: string; readonly columns: readonly string[] | null }
  | { readonly kind: 'dashboard'; readonly sheet: string; readonly cells: readonly DashboardCell[] }
  /** Figures of the dashboard that lost the table they looked at. */
  | { readonly kind: 'mend'; readonly sheet: string; readonly cells: readonly DashboardCell[] }
  | { readonly kind: 'chart'; readonly sheet: string; readonly chart: DashboardChart }
  | { readonly kind: 'meta'; readonly rows: readonly MetaRow[] };

export interface PlannedColumn {
  readonly id: string;
  readonly caption: string;
}

/** What a workbook lacks to be the template, in the order in which it can be applied. */
export interface Plan {
  readonly language: Language;
  readonly steps: readonly Step[];
  /** Calculated columns that keep the formula of a person, until that person takes ours (`withOurs`). */
  readonly own: readonly OwnFormula[];
  /** What the tables and columns are or will be called. */
  readonly names: Names;
}

/**
 * Compares the template with what the workbook has. Tables and columns are found through the meta table; what the user
 * renamed, moved or added stays; a table of the user's own with a taken name makes ours `CRM_<name>`. A workbook of a
 * newer structure is left as it is (decision 22). `adoptions` are sheets that a person agreed to use as tables of ours;
 * what `withoutReplaced`, `withAdoptions` and
 * `columnsToInsert` throw, this throws.
 */
export function planWorkbook(
  found: WorkbookState,
  language: Language,
  conditions: readonly CadenceCondition[] = defaultConditions,
  adoptions: readonly Adoption[] = [],
): Plan {
  if (found.schemaVersion > schemaVersion)
    return { language, steps: [], own: [], names: namesOf(bind(found), language) };
  const cleared = withoutReplaced(found, adoptions);
  const lost = remnantsOf(cleared.state);
  const remnants = { ...lost, sheets: [...lost.sheets, ...cleared.sheets] };
  const { state, adopted } = withAdoptions(withoutRemnants(cleared.state, remnants), adoptions, (name, taken) =>
    free(name, taken, '_'),
  );
  const bound = bind(state);
  const planned = plannedNames(state, bound, language);
  const names = namesOf(bound, language, planned);
  const missingTables = template.tables.filter((table) => !bound.has(table.id));
  const { schemaVersion: version } = state;
  const formulas = planFormulas({ bound, names, conditions, version, isUnfinished: isHalfInstalled(state) });
  const steps: Step[] = [
    ...cleanSteps(remnants),
    ...migrateSteps(state),
    ...(workbookName in state.names ? [] : [{ kind: 'identity' } as const]),
    ...adoptSteps(adopted, bound),
    ...sheetSteps(state, missingTables, planned.sheets, language),
    ...missingTables.map((table) => tableStep(table, names, language)),
    ...[...bound.values()].flatMap((table) => dueColumns(table, names)),
    ...rowSteps(state, bound),
    ...nameSteps(state, names),
    ...formulas.steps,
    ...ruleSteps(state, bound),
    ...dashboardSteps(state, bound, language),
  ];
  return { language, steps: withMeta(steps, state, bound, names), own: formulas.own, names };
}

/**
 * Whether a crm/1 installation was cut short: it wrote its version last. Later ones mark what is unfinished
 * (`pendingId`), and the workbook has its identity from the first request on.
 */
export const isHalfInstalled = (state: WorkbookState): boolean =>
  state.schemaVersion === 0 && !(workbookName in state.names);

const cleanSteps = (remnants: Remnants): Step[] =>
  remnants.sheets.length + remnants.names.length ? [{ kind: 'clean', ...remnants }] : [];

const migrateSteps = ({ schemaVersion: version }: WorkbookState): Step[] =>
  version === 0 ? [] : dueMigrations(version).map(({ id }) => ({ kind: 'migrate', id }));

/** What a person keeps becomes a table of the template where it stands; the columns that it lacks need room. */
const adoptSteps = (adopted: AdoptedState['adopted'], bound: ReadonlyMap<string, BoundTable>): Step[] =>
  adopted.map(({ adoption, name }) => {
    const { table } = adoption;
    const missing = tableDef(table).columns.length - bound.get(table)!.captions.size;
    return { kind: 'adopt', table, name, adoption, insert: columnsToInsert(adoption, missing) };
  });

function sheetSteps(
  state: WorkbookState,
  missing: readonly TableDef[],
  names: ReadonlyMap<string, string>,
  language: Language,
): Step[] {
  const needed = new Set(missing.map((table) => table.sheet));
  if (!(dashboardName in state.names)) needed.add('dashboard');
  return template.sheets
    .filter((sheet) => needed.has(sheet.id))
    .map((sheet) => ({
      kind: 'sheet',
      sheet: sheet.id,
      name: names.get(sheet.id) ?? sheet.name[language],
      visibility: sheet.visibility,
      tabColor: sheet.tabColor,
    }));
}

/** Tables that share a sheet stand side by side under a title, so that each can grow (one table per column range). */
function tableStep(table: TableDef, names: Names, language: Language): Step {
  const neighbours = template.tables.filter((candidate) => candidate.sheet === table.sheet);
  const shared = neighbours.length > 1;
  const before = neighbours.slice(0, neighbours.indexOf(table));
  return {
    kind: 'table',
    table: table.id,
    name: names.tableName(table.id),
    sheet: table.sheet,
    row: shared ? 2 : 0,
    column: before.reduce((offset, candidate) => offset + candidate.columns.length + 1, 0),
    columns: table.columns.map((column) => ({ id: column.id, caption: names.caption(table.id, column.id) })),
    title: shared ? table.label[language] : undefined,
  };
}

/** Columns that a table lacks, and those that were added and perhaps not finished. */
function dueColumns(table: BoundTable, names: Names): Step[] {
  return tableDef(table.id)
    .columns.filter(({ id }) => isDue(table, id))
    .map(({ id }) => ({
      kind: 'column',
      table: table.id,
      column: { id, caption: names.caption(table.id, id) },
      isThere: table.captions.has(id),
    }));
}

const isDue = (table: BoundTable, column: string): boolean =>
  !table.captions.has(column) || (table.pending.has(column) && !isOnePiece(table));

/** Our own new tables are there as a whole or not at all; only an adopted one gets its columns one by one. */
const isOnePiece = (table: BoundTable): boolean => table.isPending && table.origin === 'installed';

function nameSteps(state: WorkbookState, names: Names): Step[] {
  const existing = new Map(Object.keys(state.names).map((name) => [name.toLowerCase(), name]));
  return definedNames(names)
    .filter(({ name }) => !existing.has(name.toLowerCase()))
    .map((name) => ({ kind: 'name', ...name }));
}

function ruleSteps(state: WorkbookState, bound: ReadonlyMap<string, BoundTable>): Step[] {
  return template.tables.flatMap(({ id, columns, marks }): Step[] => {
    const there = bound.get(id);
    if (!there || isHalfInstalled(state) || isOnePiece(there)) return [{ kind: 'rules', table: id, columns: null }];
    const marked = new Set((marks ?? []).flatMap((mark) => mark.columns));
    const due = columns.filter((column) => isDue(there, column.id) && (!isComputed(column) || marked.has(column.id)));
    return due.length ? [{ kind: 'rules', table: id, columns: due.map((column) => column.id) }] : [];
  });
}

function dashboardSteps(state: WorkbookState, bound: ReadonlyMap<string, BoundTable>, language: Language): Step[] {
  const sheet = 'dashboard';
  const cells = dashboardCells(language);
  const charts = dashboardCharts(language).map((chart) => ({ kind: 'chart', sheet, chart }) as const);
  if (!(dashboardName in state.names)) return [{ kind: 'dashboard', sheet, cells }, ...charts];
  if (isHalfInstalled(state)) return charts.filter(({ chart }) => !state.charts.includes(chart.name));
  const isWhole = template.tables.every(({ id }) => bound.get(id)?.isPending === false);
  return isWhole ? [] : [{ kind: 'mend', sheet, cells }];
}

/** Meta rows follow last: only a finished structure is written down as the template's. */
function withMeta(
  steps: readonly Step[],
  state: WorkbookState,
  bound: ReadonlyMap<string, BoundTable>,
  names: Names,
): Step[] {
  const rows = metaRows(bound, names);
  const known = new Set(state.meta.map(metaKey));
  const isSettled =
    state.schemaVersion >= schemaVersion &&
    state.meta.length === rows.length &&
    rows.every((row) => known.has(metaKey(row))) &&
    state.meta.every(({ officeId }) => officeId !== pendingId);
  return steps.length === 0 && isSettled ? [] : [...steps, { kind: 'meta', rows }];
}

const metaKey = (row: MetaRow) => [row.kind, row.table, row.column, row.name, row.origin].join('\u0000');

/** Rows of what is not there or not finished yet are pending until the home has done it and reads Excel's ids back. */
function metaRows(bound: ReadonlyMap<string, BoundTable>, names: Names): MetaRow[] {
  return template.tables.flatMap((table): MetaRow[] => {
    const there = bound.get(table.id);
    return [
      {
        kind: 'table',
        table: table.id,
        column: '',
        name: names.tableName(table.id),
        officeId: there && !there.isPending ? 0 : pendingId,
        origin: there?.origin ?? 'installed',
      },
      ...table.columns.map(({ id }) => columnRow(there, table.id, id, names.caption(table.id, id))),
    ];
  });
}

function columnRow(there: BoundTable | undefined, table: string, column: string, name: string): MetaRow {
  const found = there?.found.columns.find(({ caption }) => caption === there.captions.get(column));
  const officeId = found && !there!.pending.has(column) ? found.officeId : pendingId;
  return { kind: 'column', table, column, name, officeId, origin: there?.origins.get(column) ?? 'installed' };
}
