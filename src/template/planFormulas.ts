import type { BoundTable } from './bindings';
import { brokenReference } from './remnants';
import { columnFormula, followsCadenceTable, renderFormula, type CadenceCondition, type Names } from './formula';
import { template } from './load';
import { callsFunction } from './functionCalls';
import { formerFormulas } from './migrations';
import type { Plan, Step } from './plan';
import type { ColumnDef, TableDef } from './types';

type FormulaStep = Extract<Step, { kind: 'formula' }>;

/** A calculated column in which a person put a formula of their own: it stays, unless they want ours. */
export interface OwnFormula {
  readonly table: string;
  readonly column: string;
  /** What stands in the first record, `=` included. */
  readonly found: string;
  /** Template text of ours. */
  readonly formula: string;
}

/** What the plan decides about the calculated columns. */
export interface FormulaPlan {
  readonly steps: readonly FormulaStep[];
  readonly own: readonly OwnFormula[];
}

interface Question {
  readonly bound: ReadonlyMap<string, BoundTable>;
  readonly names: Names;
  readonly conditions: readonly CadenceCondition[];
  /** Version of the structure that the workbook has. */
  readonly version: number;
  readonly isUnfinished: boolean;
}

/**
 * The calculated columns that are due: new ones, unfinished ones, those that a deleted table broke, and those that still
 * hold what an earlier version installed; beside them those that a person changed.
 */
export function planFormulas(question: Question): FormulaPlan {
  const verdicts = template.tables.flatMap((table) => table.columns.map((column) => judge(question, table, column)));
  return {
    steps: verdicts.flatMap((verdict) => (verdict && 'kind' in verdict ? [verdict] : [])),
    own: verdicts.flatMap((verdict) => (verdict && 'found' in verdict ? [verdict] : [])),
  };
}

/**
 * What stands there instead of our formula is a decision of the manager or values that Refresh keeps (decision 8); only a
 * formula written out of the cadence table follows that table. `null`: nothing to do, nothing to say.
 */
function judge(question: Question, def: TableDef, column: ColumnDef): FormulaStep | OwnFormula | null {
  const formula = columnFormula(def, column, question.conditions);
  if (formula === null) return null;
  const table = question.bound.get(def.id);
  const step: FormulaStep = { kind: 'formula', table: def.id, column: column.id, formula };
  const caption = table?.captions.get(column.id);
  if (!table || caption === undefined) return step;
  const found = table.found.formulas?.[caption];
  if (found === undefined) return question.isUnfinished || table.pending.has(column.id) ? step : null;
  if (found.includes(brokenReference)) return step;
  const isFound = (text: string) =>
    sameFormula(found, renderFormula(text, def.id, question.names, 'live'), table.found.name);
  // A column that calls a function of ours was switched to its twin on purpose (decision 9).
  if (isFound(formula) || callsFunction(found)) return null;
  if (followsCadenceTable(column)) return step;
  if (formerFormulas(question.version, def.id, column.id).some(isFound)) return { ...step, instead: found };
  return { table: def.id, column: column.id, found, formula };
}

/** Of a plan's columns with formulas of a person's own, the chosen ones get ours: `chosen` holds `table.column`. */
export const withOurs = (plan: Plan, chosen: ReadonlySet<string>): Plan => ({
  ...plan,
  steps: [
    ...plan.steps,
    ...plan.own
      .filter(({ table, column }) => chosen.has(`${table}.${column}`))
      .map(
        ({ table, column, formula, found }) => ({ kind: 'formula', table, column, formula, instead: found }) as const,
      ),
  ],
});

/** Formulas come back in Excel's spelling: `Table[[#This Row],[x]]` for `[@x]`, `@INDEX(`, other spaces and cases. */
export function sameFormula(a: string, b: string, tableName: string): boolean {
  const normal = (formula: string) =>
    formula
      .replace(/^=/, '')
      .replaceAll(`${tableName}[[#This Row],`, '[@')
      .replaceAll(`${tableName}[@`, '[@')
      .replace(/(^|[^[])@/g, '$1')
      .replace(/\[@\[([A-Za-z0-9_\u4e00-\u9fff]+)\]\]?/g, '[@$1]')
      .replace(/\[@([^[\]]+)\]\]/g, '[@$1]')
      .replace(/_xlfn\.|\s+/g, '')
      .replace(/_xldudf_crm_/gi, 'CRM.')
      .toLowerCase();
  return normal(a) === normal(b);
}

/** Most records whose key columns are formulas: at 100k rows their text alone would be 130 MB of XML. */
const mostScanningRows = 20_000;

/** Whether native formulas of a column are affordable with this much data (decision 8). */
export function formulaAffordable(table: TableDef, column: ColumnDef, rows: (table: string) => number): boolean {
  const parents = rows(table.id);
  if (column.rollup) return parents <= 5_000 && parents * rows(column.rollup.from) <= 5_000_000;
  return column.scans ? parents <= mostScanningRows && parents * rows(column.scans) <= 5_000_000 : true;
}
