import { tableDef } from '../../template/load';
import { renderMarks } from '../../template/marks';
import { inputColumnsOf } from '../encode';
import { positionOf, type LiveTable } from '../layout';

/** Anything that needs one of our defined names. */
const ourName = /\bcrm_/i;

/** Takes our choices and conditional formats out of a table that stays; a person's own are left. */
export async function removeRules(context: Excel.RequestContext, table: LiveTable): Promise<void> {
  const body = context.workbook.tables.getItem(table.key).getDataBodyRange();
  const choices = inputColumnsOf(table).flatMap((column, position) =>
    column?.list ? [body.getColumn(position).dataValidation.load('rule,type')] : [],
  );
  const formats = body.conditionalFormats.load('items/type');
  await context.sync();
  const custom = formats.items
    .filter(({ type }) => type === 'Custom')
    .map((format) => ({ format, rule: format.custom.rule.load('formula') }));
  await context.sync();
  const ours = ourMarks(table);
  for (const choice of choices) if (ourName.test(JSON.stringify(choice.rule ?? ''))) choice.clear();
  for (const { format, rule } of custom)
    if (ours.has(withoutRows(rule.formula)) || ourName.test(rule.formula)) format.delete();
  await context.sync();
}

/** Formulas of our marks; the row that they begin with differs after sorting and inserting. */
function ourMarks(table: LiveTable): ReadonlySet<string> {
  const columnAt = (id: string) => (positionOf(table, id) < 0 ? -1 : table.left + positionOf(table, id));
  const marks = renderMarks(tableDef(table.id), columnAt, table.top + 1);
  return new Set(marks.map(({ formula }) => withoutRows(formula)));
}

const withoutRows = (formula: string): string => formula.replace(/^=/, '').replace(/(\$?[A-Z]{1,3})\$?\d+/g, '$1');
