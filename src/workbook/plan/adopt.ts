import { CrmError } from '../../shared/errors';
import type { AdoptStep } from '../../template/adopt';
import type { Plan } from '../../template/plan';
import { stepsOf } from '../../template/stages';
import { once, valuesOf } from '../gateway';
import type { Layout } from '../layout';
import { lookIfEmpty } from '../source';

/**
 * Looks at the sheets that a plan adopts once more before the first write: they must be what the person agreed to.
 * Throws `alreadyKept`, `layoutChanged`, `protected`, `sheetFiltered`, `severalTables`.
 */
export async function checkAdoptions(context: Excel.RequestContext, plan: Plan, layout: Layout): Promise<void> {
  const steps = stepsOf(plan, 'adopt');
  if (!steps.length) return;
  const checks = steps.flatMap((step) => [look(context, step), lookAtReplaced(context, step, layout)]);
  await context.sync();
  checks.forEach((check) => check());
}

/** What was entered meanwhile into the table that was to go must not go with it. */
function lookAtReplaced(context: Excel.RequestContext, { adoption }: AdoptStep, layout: Layout): () => void {
  const { emptyOwn } = adoption;
  if (emptyOwn === null) return () => undefined;
  const isEmpty = lookIfEmpty(context, layout.tables.get(adoption.table));
  return () => {
    if (isEmpty() !== emptyOwn) throw new CrmError('alreadyKept', { table: emptyOwn, sheet: adoption.sheet });
  };
}

function look(context: Excel.RequestContext, { adoption }: AdoptStep): () => void {
  const { sheet: name, row, column, rows, columns, existing, headers } = adoption;
  const sheet = context.workbook.worksheets.getItem(name).load('protection/protected');
  const header = once(sheet.getRangeByIndexes(row, column, 1, columns)).load('values');
  const tables = once(sheet.getRangeByIndexes(row, column, rows, columns))
    .getTables(false)
    .load('items/name');
  const { autoFilter } = existing === null ? sheet : context.workbook.tables.getItem(existing);
  autoFilter.load('isDataFiltered');
  return () => {
    const cells = valuesOf(header)[0]!;
    // An interrupted run may have written some of the new headers.
    const isSame = headers.every(({ header: before, caption }, index) => [before, caption].includes(cells[index]!));
    if (!isSame) throw new CrmError('layoutChanged', { table: name });
    if (sheet.protection.protected)
      throw new CrmError('protected', { platformCode: 'sheetProtected', at: name, detail: '' });
    if (autoFilter.isDataFiltered) throw new CrmError('sheetFiltered', { sheet: name });
    if (tables.items.some((table) => table.name !== existing)) throw new CrmError('severalTables', { sheet: name });
  };
}

/** Queues the Excel tables over what a person keeps: the cells stay as they are, but for the headers they agreed to. */
export function adoptTables(context: Excel.RequestContext, stage: Pick<Plan, 'steps'>): void {
  for (const step of stepsOf(stage, 'adopt')) adoptTable(context, step);
}

function adoptTable(context: Excel.RequestContext, { name, adoption, insert }: AdoptStep): void {
  const sheet = context.workbook.worksheets.getItem(adoption.sheet);
  if (insert > 0) insertColumns(sheet, adoption.column + adoption.columns, insert);
  writeHeaders(sheet, adoption);
  if (adoption.existing === null) finishTable(sheet.tables.add(areaOf(sheet, adoption), true), name, adoption);
  else if (!adoption.keepsName) finishTable(context.workbook.tables.getItem(adoption.existing), name, adoption);
}

/** Whole columns, so that what belongs together on the right stays together; they start without any look. */
function insertColumns(sheet: Excel.Worksheet, column: number, count: number): void {
  const inserted = once(sheet.getRangeByIndexes(0, column, 1, count).getEntireColumn()).insert('Right');
  once(inserted).clear('Formats');
}

/** The apostrophe keeps what reads as a number, a date or a formula a text. */
function writeHeaders(sheet: Excel.Worksheet, { row, column, headers }: AdoptStep['adoption']): void {
  headers.forEach(({ header, caption }, index) => {
    if (header !== caption) once(sheet.getCell(row, column + index)).values = [[`'${caption}`]];
  });
}

const areaOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: AdoptStep['adoption']): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

/**
 * The plainest look that a table can have: fonts, colours and number formats of the cells show as before. It gets its
 * name last: from then on the meta table knows it, and it counts as done.
 */
function finishTable(table: Excel.Table, name: string, { filterButtons = false }: AdoptStep['adoption']): void {
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
  table.showFilterButton = filterButtons;
  table.name = name;
}
