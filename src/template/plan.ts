import { bind, namesOf, type BoundTable, type MetaRow, type WorkbookState } from './bindings';
import { dashboardCells, dashboardCharts, type DashboardCell, type DashboardChart } from './dashboard';
import { definedNames } from './definedNames';
import {
  columnFormula,
  defaultConditions,
  followsCadenceTable,
  renderFormula,
  type CadenceCondition,
  type Names,
} from './formula';
import { tableDef, template } from './load';
import type { ColumnDef, Language, SheetDef, TableDef } from './types';

/** One thing that a workbook still lacks. Steps name tables and columns by template id; the homes render them. */
export type Step =
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
  | { readonly kind: 'column'; readonly table: string; readonly column: PlannedColumn }
  | { readonly kind: 'name'; readonly name: string; readonly formula: string }
  | { readonly kind: 'formula'; readonly table: string; readonly column: string; readonly formula: string }
  | { readonly kind: 'dashboard'; readonly sheet: string; readonly cells: readonly DashboardCell[] }
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
  /** What the tables and columns are or will be called. */
  readonly names: Names;
}

/** Hidden name that marks the dashboard's first cell: follows renames and moves of the sheet. */
export const dashboardName = 'crm_dashboard';

/**
 * Compares the template with what the workbook has. Tables and columns are found through the meta table; what the user
 * renamed, moved or added stays; a table of the user's own with a taken name makes ours `CRM_<name>`.
 */
export function planWorkbook(
  state: WorkbookState,
  language: Language,
  conditions: readonly CadenceCondition[] = defaultConditions,
): Plan {
  const bound = bind(state);
  const planned = plannedNames(state, bound, language);
  const names = namesOf(bound, language, planned);
  const missingTables = template.tables.filter((table) => !bound.has(table.id));
  const steps = [
    ...sheetSteps(state, missingTables, planned.sheets, language),
    ...missingTables.map((table) => tableStep(table, names, language)),
    ...[...bound.values()].flatMap((table) => missingColumns(table, names)),
    ...nameSteps(state, names),
    ...formulaSteps(state, bound, names, conditions),
    ...dashboardSteps(state, language),
  ];
  return { language, steps: withMeta(steps, state, bound, names), names };
}

interface PlannedNames {
  readonly tables: ReadonlyMap<string, string>;
  readonly captions: ReadonlyMap<string, string>;
  readonly sheets: ReadonlyMap<string, string>;
}

/** Names that do not clash with what the workbook already has. */
function plannedNames(state: WorkbookState, bound: ReadonlyMap<string, BoundTable>, language: Language): PlannedNames {
  const taken = new Set(
    [...state.tables.map((table) => table.name), ...Object.keys(state.names)].map((name) => name.toLowerCase()),
  );
  const sheets = new Set(state.sheets.map((name) => name.toLowerCase()));
  return {
    tables: new Map(
      template.tables
        .filter((table) => !bound.has(table.id))
        .map((table) => [table.id, free(table.tableName, taken, '_')]),
    ),
    sheets: new Map(template.sheets.map((sheet) => [sheet.id, free(sheet.name[language], sheets, ' ')])),
    captions: new Map([...bound.values()].flatMap((table) => freeCaptions(table, language))),
  };
}

function free(name: string, taken: ReadonlySet<string>, joint: string): string {
  if (!taken.has(name.toLowerCase())) return name;
  const prefixed = `CRM${joint}${name}`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? prefixed : `${prefixed}${joint}${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function freeCaptions(table: BoundTable, language: Language): [string, string][] {
  const taken = new Set(table.found.columns.map((column) => column.caption.toLowerCase()));
  return tableDef(table.id)
    .columns.filter((column) => !table.captions.has(column.id))
    .map((column) => [`${table.id}.${column.id}`, free(column.caption[language], taken, ' ')]);
}

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

function missingColumns(table: BoundTable, names: Names): Step[] {
  return tableDef(table.id)
    .columns.filter((column) => !table.captions.has(column.id))
    .map((column) => ({
      kind: 'column',
      table: table.id,
      column: { id: column.id, caption: names.caption(table.id, column.id) },
    }));
}

function nameSteps(state: WorkbookState, names: Names): Step[] {
  const existing = new Map(Object.keys(state.names).map((name) => [name.toLowerCase(), name]));
  return definedNames(names)
    .filter(({ name }) => !existing.has(name.toLowerCase()))
    .map((name) => ({ kind: 'name', ...name }));
}

/** The version is written last: without it an installation was cut short and is finished by the same plan. */
const isUnfinished = (state: WorkbookState) => state.schemaVersion === 0;

function formulaSteps(
  state: WorkbookState,
  bound: ReadonlyMap<string, BoundTable>,
  names: Names,
  conditions: readonly CadenceCondition[],
): Step[] {
  return template.tables.flatMap((table) =>
    table.columns.flatMap((column): Step[] => {
      const formula = columnFormula(table, column, conditions);
      if (formula === null) return [];
      const isDue = isUnfinished(state)
        ? !hasFormula(bound.get(table.id), column)
        : !isSettled(bound.get(table.id), table, column, formula, names);
      if (!isDue) return [];
      return [{ kind: 'formula', table: table.id, column: column.id, formula }];
    }),
  );
}

function hasFormula(table: BoundTable | undefined, column: ColumnDef): boolean {
  const caption = table?.captions.get(column.id);
  return caption !== undefined && table!.found.formulas?.[caption] !== undefined;
}

/**
 * Whether the column computes as it should. What stands there instead of our formula is a decision of the manager or
 * values that Refresh keeps (decision 8); only a formula written out of the cadence table follows that table.
 */
function isSettled(
  table: BoundTable | undefined,
  def: TableDef,
  column: ColumnDef,
  text: string,
  names: Names,
): boolean {
  const caption = table?.captions.get(column.id);
  if (!table || caption === undefined) return false;
  const found = table.found.formulas?.[caption];
  if (found === undefined || !followsCadenceTable(column)) return true;
  return sameFormula(found, renderFormula(text, def.id, names, 'live'), table.found.name);
}

/** Formulas come back in Excel's spelling: `Table[[#This Row],[x]]` for `[@x]`, other spaces and cases. */
export function sameFormula(a: string, b: string, tableName: string): boolean {
  const normal = (formula: string) =>
    formula
      .replace(/^=/, '')
      .replaceAll(`${tableName}[[#This Row],`, '[@')
      .replaceAll(`${tableName}[@`, '[@')
      .replace(/\[@\[([A-Za-z0-9_\u4e00-\u9fff]+)\]\]?/g, '[@$1]')
      .replace(/\[@([^[\]]+)\]\]/g, '[@$1]')
      .replace(/_xlfn\.|\s+/g, '')
      .toLowerCase();
  return normal(a) === normal(b);
}

function dashboardSteps(state: WorkbookState, language: Language): Step[] {
  const charts = dashboardCharts(language).map((chart): Step => ({ kind: 'chart', sheet: 'dashboard', chart }));
  if (!(dashboardName in state.names))
    return [{ kind: 'dashboard', sheet: 'dashboard', cells: dashboardCells(language) }, ...charts];
  return isUnfinished(state)
    ? charts.filter((step) => step.kind === 'chart' && !state.charts.includes(step.chart.name))
    : [];
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
  return steps.length === 0 && rows.every((row) => known.has(metaKey(row))) ? [] : [...steps, { kind: 'meta', rows }];
}

const metaKey = (row: MetaRow) => [row.kind, row.table, row.column, row.name].join('\u0000');

/** Excel's column ids of new columns are not known yet: their position stands in until the home reads them back. */
function metaRows(bound: ReadonlyMap<string, BoundTable>, names: Names): MetaRow[] {
  return template.tables.flatMap((table): MetaRow[] => [
    { kind: 'table', table: table.id, column: '', name: names.tableName(table.id), officeId: 0 },
    ...table.columns.map((column, index): MetaRow => {
      const name = names.caption(table.id, column.id);
      const found = bound.get(table.id)?.found.columns.find((candidate) => candidate.caption === name);
      return { kind: 'column', table: table.id, column: column.id, name, officeId: found?.officeId ?? index + 1 };
    }),
  ]);
}

/** Most records whose key columns are formulas: at 100k rows their text alone would be 130 MB of XML. */
const mostScanningRows = 20_000;

/** Whether native formulas of a column are affordable with this much data (decision 8). */
export function formulaAffordable(table: TableDef, column: ColumnDef, rows: (table: string) => number): boolean {
  const parents = rows(table.id);
  if (column.rollup) return parents <= 5_000 && parents * rows(column.rollup.from) <= 5_000_000;
  return column.scans ? parents <= mostScanningRows && parents * rows(column.scans) <= 5_000_000 : true;
}
