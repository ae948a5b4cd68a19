import { columnDef, tableDef } from './load';
import type { ColumnDef, TableDef } from './types';
import { escapeWildcards, keyPrefix } from './keyText';
import { keyColumnId } from './keys';
import { rollupFormula } from './rollupFormula';

/** How a workbook calls the tables and columns of the template: people rename both (decision 22). */
export interface Names {
  tableName(table: string): string;
  caption(table: string, column: string): string;
}

/** `live`: what Excel shows and Office.js writes (`[@[Next revisit]]`); `file`: what an .xlsx stores. */
export type Dialect = 'live' | 'file';

const placeholder = /\{(?:([A-Za-z]+)\.)?([A-Za-z0-9]+)\}/g;

/** Escapes what means something inside a structured reference: `[ ] # ' @`. */
export const escapeCaption = (caption: string) => caption.replace(/['[\]#@]/g, "'$&");

/**
 * Turns template text into a formula without `=`: `{column}` is this row of `table`, `{table.column}` a whole column.
 * Everything else, `crm_*` names included, is taken as it stands.
 */
export function renderFormula(text: string, table: string | null, names: Names, dialect: Dialect): string {
  return text.replace(placeholder, (_, owner: string | undefined, column: string) => {
    if (owner) return `${names.tableName(owner)}[${escapeCaption(names.caption(owner, column))}]`;
    if (!table) throw new Error(`"{${column}}" needs a table: ${text}`);
    const caption = escapeCaption(names.caption(table, column));
    return dialect === 'live' ? `[@[${caption}]]` : `${names.tableName(table)}[[#This Row],[${caption}]]`;
  });
}

/** Template text of a computed column's native formula; `null` for input and refreshed columns. */
export function columnFormula(table: TableDef, column: ColumnDef, rules: readonly CadenceCondition[]): string | null {
  if (column.rollup) return rollupFormula(column);
  if (column.lookup) return lookupFormula(table, column.lookup);
  return column.formula?.replace(cadenceMacro, () => cadenceRuleFormula(rules)) ?? null;
}

/** Stands in template text where the rows of the cadence table are written out as nested IFs. */
const cadenceMacro = '{#cadenceRule}';

export const followsCadenceTable = (column: ColumnDef) => column.formula?.includes(cadenceMacro) ?? false;

function lookupFormula(table: TableDef, lookup: NonNullable<ColumnDef['lookup']>): string {
  const parent = tableDef(columnDef(table, lookup.reference).to!).id;
  const key = `{${keyColumnId(lookup.reference)}}`;
  const id = escapeWildcards(`MID(${key},${keyPrefix.length + 1},255)`);
  return `IF(${key}="","",IFERROR(INDEX({${parent}.${lookup.column}},MATCH(${id},{${parent}.id},0))&"",""))`;
}

/** The tested column of a cadence rule (`null` = always); the compared label stays in the rule's own cell. */
export interface CadenceCondition {
  readonly column: string | null;
}

/** Rows of cadence conditions as the workbook has them; the template's own for a new one. */
export const defaultConditions: readonly CadenceCondition[] = (tableDef('cadenceRules').rows ?? []).map((row) => ({
  column: row.column as string | null,
}));

/** First matching rule wins (C-36): nested IFs over the rows of the cadence table, "" when none fits. */
export function cadenceRuleFormula(rules: readonly CadenceCondition[]): string {
  return rules.reduceRight((otherwise, rule, index) => {
    if (!rule.column) return String(index + 1);
    return `IF({${rule.column}}=INDEX({cadenceRules.equals},${index + 1}),${index + 1},${otherwise})`;
  }, '""');
}
