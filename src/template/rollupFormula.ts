import type { ColumnDef, Rollup, RollupCondition } from './types';
import { keyColumnId } from './keys';
import { columnDef, tableDef } from './load';

/** Criterion that only numbers (and dates) meet: blanks and text are no amounts. */
const anyNumber = '">-1E+300"';

/** Conditions of a roll-up as declared, plus the rule that archived records count nowhere (decision 7). */
export function rollupConditions(rollup: Rollup): readonly RollupCondition[] {
  const archivable = tableDef(rollup.from).columns.some((column) => column.id === 'archived');
  return [...(rollup.where ?? []), ...(archivable ? [{ column: 'archived', op: '<>', code: 'yes' } as const] : [])];
}

/** Native formula text of a roll-up: the same declaration that `compute` aggregates in one pass (decision 8). */
export function rollupFormula(column: ColumnDef): string {
  const rollup = column.rollup!;
  const conditions = rollupConditions(rollup);
  const criteria = [
    `{${rollup.from}.${keyColumnId(rollup.match)}},{criterion}`,
    ...conditions.map((condition) => `{${rollup.from}.${condition.column}},${criterionText(rollup.from, condition)}`),
  ].join(',');
  const formula = aggregates[rollup.aggregate](`{${rollup.from}.${rollup.of}}`, criteria, column);
  return guardBlankParents(formula, conditions);
}

const aggregates: Record<Rollup['aggregate'], (of: string, criteria: string, column: ColumnDef) => string> = {
  count: (_, criteria) => `COUNTIFS(${criteria})`,
  sum: (of, criteria, column) => rounded(`SUMIFS(${of},${criteria})`, column),
  sumOrBlank: (of, criteria, column) => orBlank(of, criteria, rounded(`SUMIFS(${of},${criteria})`, column)),
  min: (of, criteria, column) => orBlank(of, criteria, wholeDay(`MINIFS(${of},${criteria})`, column)),
  max: (of, criteria, column) => orBlank(of, criteria, wholeDay(`MAXIFS(${of},${criteria})`, column)),
};

const rounded = (formula: string, column: ColumnDef) =>
  column.type === 'money' ? `ROUND(${formula},crm_moneyDigits)` : formula;

const wholeDay = (formula: string, column: ColumnDef) => (column.type === 'date' ? `INT(${formula})` : formula);

/** MINIFS, MAXIFS and SUMIFS give 0 when nothing matches; blank is null, never 0 (decision 4). */
const orBlank = (of: string, criteria: string, formula: string) =>
  `IF(COUNTIFS(${criteria},${of},${anyNumber})=0,"",${formula})`;

function guardBlankParents(formula: string, conditions: readonly RollupCondition[]): string {
  const parents = [...new Set(conditions.flatMap((condition) => condition.parent ?? []))];
  return parents.reduce((inner, parent) => `IF({${parent}}="","",${inner})`, formula);
}

function criterionText(from: string, condition: RollupCondition): string {
  const operand = operandText(from, condition);
  return condition.op === '=' ? operand : `"${condition.op}"&${operand}`;
}

function operandText(from: string, condition: RollupCondition): string {
  if (condition.code !== undefined) {
    return `crm_${columnDef(tableDef(from), condition.column).list}_${condition.code}`;
  }
  if (condition.parent) return `{${condition.parent}}`;
  if (condition.number !== undefined) return String(condition.number);
  const shifted = `${condition.name}${condition.plus ? `+${condition.plus}` : ''}${condition.minusName ? `-${condition.minusName}` : ''}`;
  return shifted === condition.name ? shifted : `(${shifted})`;
}
