import type { BoundTable } from './bindings';
import { brokenReference } from './remnants';
import { columnFormula, followsCadenceTable, renderFormula, type CadenceCondition, type Names } from './formula';
import { template } from './load';
import type { Step } from './plan';
import type { ColumnDef, TableDef } from './types';

/** The calculated columns that are due: new ones, unfinished ones, and those that a deleted table broke. */
export function formulaSteps(
  bound: ReadonlyMap<string, BoundTable>,
  names: Names,
  conditions: readonly CadenceCondition[],
  isUnfinished: boolean,
): Extract<Step, { kind: 'formula' }>[] {
  return template.tables.flatMap((table) =>
    table.columns.flatMap((column): Extract<Step, { kind: 'formula' }>[] => {
      const formula = columnFormula(table, column, conditions);
      if (formula === null) return [];
      const there = bound.get(table.id);
      const isDue =
        isUnfinished || there?.pending.has(column.id)
          ? !hasFormula(there, column)
          : !isSettled(there, table, column, formula, names);
      return isDue ? [{ kind: 'formula', table: table.id, column: column.id, formula }] : [];
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
  if (found === undefined) return true;
  if (found.includes(brokenReference)) return false;
  if (!followsCadenceTable(column)) return true;
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

/** Most records whose key columns are formulas: at 100k rows their text alone would be 130 MB of XML. */
const mostScanningRows = 20_000;

/** Whether native formulas of a column are affordable with this much data (decision 8). */
export function formulaAffordable(table: TableDef, column: ColumnDef, rows: (table: string) => number): boolean {
  const parents = rows(table.id);
  if (column.rollup) return parents <= 5_000 && parents * rows(column.rollup.from) <= 5_000_000;
  return column.scans ? parents <= mostScanningRows && parents * rows(column.scans) <= 5_000_000 : true;
}
