import { CrmError } from '../shared/errors';
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

/**
 * The conditions that the cells of a cadence table's column `column` say, blank = always.
 * Throws `unknownColumn` for what cannot be tested, see {@link isTestable}: no formula can be written for it.
 */
export function cadenceConditions(cells: readonly (string | null)[]): readonly CadenceCondition[] {
  return cells.map((cell) => ({ column: cell === null || cell === '' ? null : knownColumn(cell) }));
}

function knownColumn(text: string): string {
  if (!isTestable(text)) throw new CrmError('unknownColumn', { column: text, table: 'cadenceRules' });
  return text;
}

/** Whether a cadence rule can test this column of Customers: it is one, and does not itself follow from the cadence. */
export const isTestable = (id: string): boolean =>
  !followsCadence.has(id) && tableDef('customers').columns.some((column) => column.id === id);

const followsCadence: ReadonlySet<string> = new Set([
  ...['cadenceRule', 'cadenceRuleNo', 'cadenceAnchor', 'cadenceSteps', 'cadenceDue'],
  ...['nextDue', 'daysOverdue', 'revisitState', 'overdueRank'],
]);

/** Rows of cadence conditions of a new workbook. */
export const defaultConditions: readonly CadenceCondition[] = (tableDef('cadenceRules').rows ?? []).map((row) => ({
  column: row.column as string | null,
}));

/** First matching rule wins (C-36): nested IFs over the rows of the cadence table, "" when none fits. */
export function cadenceRuleFormula(rules: readonly CadenceCondition[]): string {
  return rules.reduceRight((otherwise, rule, index) => {
    if (!rule.column) return String(index + 1);
    return `IF(${asText(rule.column)}=INDEX({cadenceRules.equals},${index + 1}),${index + 1},${otherwise})`;
  }, '""');
}

/** The compared cell holds text; to Excel a number equals no text. */
function asText(column: string): string {
  const { type } = columnDef(tableDef('customers'), column);
  return textTypes.has(type) ? `{${column}}` : `{${column}}&""`;
}

const textTypes: ReadonlySet<string> = new Set(['id', 'text', 'list', 'boolean', 'reference']);
