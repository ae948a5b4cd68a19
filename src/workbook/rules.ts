import { tableDef } from '../template/load';
import { renderMarks } from '../template/marks';
import { listName } from '../template/definedNames';
import { inputColumnsOf } from './encode';
import { once } from './gateway';
import { positionOf, runsOf, type LiveTable } from './layout';

/** Rows of a table, 0-based on the sheet. */
export interface Rows {
  readonly top: number;
  readonly count: number;
}

const columnRange = (context: Excel.RequestContext, table: LiveTable, rows: Rows, position: number): Excel.Range =>
  once(
    context.workbook.worksheets.getItem(table.sheet).getRangeByIndexes(rows.top, table.left + position, rows.count, 1),
  );

/** Positions of our columns that people choose from a list in. */
const listPositions = (table: LiveTable): number[] =>
  inputColumnsOf(table).flatMap((column, position) =>
    column?.list && !table.adopted.has(column.id) ? [position] : [],
  );

/** Template ids of the columns that rules are wanted for; `null` = all of ours, never those that a manager kept before. */
type Only = ReadonlySet<string> | null;

function isWanted({ columnIds, adopted }: LiveTable, position: number, only: Only): boolean {
  const id = columnIds[position] ?? null;
  return id !== null && !adopted.has(id) && (!only || only.has(id));
}

/** Choices of the list columns: named ranges, since a literal list ends at 255 characters; other entries only warn. */
export function setValidations(context: Excel.RequestContext, table: LiveTable, rows: Rows, only: Only = null): void {
  const columns = inputColumnsOf(table);
  for (const position of listPositions(table).filter((at) => isWanted(table, at, only))) {
    const { dataValidation } = columnRange(context, table, rows, position);
    dataValidation.rule = { list: { inCellDropDown: true, source: `=${listName(columns[position]!.list!)}` } };
    dataValidation.errorAlert = { showAlert: true, style: 'Warning', title: '', message: '' };
    dataValidation.ignoreBlanks = true;
  }
}

/** The table's conditional formats, in sheet-relative A1 (decision 10). */
export function setMarks(context: Excel.RequestContext, table: LiveTable, rows: Rows, only: Only = null): void {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const columnAt = (id: string) => (positionOf(table, id) < 0 ? -1 : table.left + positionOf(table, id));
  const marks = renderMarks(tableDef(table.id), columnAt, rows.top + 1);
  for (const mark of marks.filter(({ column }) => isWanted(table, column - table.left, only))) {
    const { custom } = sheet.getRangeByIndexes(rows.top, mark.column, rows.count, 1).conditionalFormats.add('Custom');
    custom.rule.formula = `=${mark.formula}`;
    if (mark.fill) custom.format.fill.color = mark.fill;
    if (mark.color) custom.format.font.color = mark.color;
  }
}

/** Takes the conditional formats of some rows away, so that setting them anew does not pile them up. */
export function clearMarks(context: Excel.RequestContext, table: LiveTable, rows: Rows, only: Only = null): void {
  const wanted = runsOf(table.captions.length, (position) => isWanted(table, position, only));
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  for (const { from, count } of wanted)
    sheet.getRangeByIndexes(rows.top, table.left + from, rows.count, count).conditionalFormats.clearAll();
}

/** Asks in the batch that adds rows whether Excel carried the rules on; `isMissing` answers after its sync. */
export interface RuleProbe {
  readonly validationsMissing: () => boolean;
  readonly marksMissing: () => boolean;
}

/** @param range whole rows of the table, of which `row` (0-based) is asked */
export function probeRules(table: LiveTable, range: Excel.Range, row: number): RuleProbe {
  const [list] = listPositions(table);
  const [mark] = (tableDef(table.id).marks ?? [])
    .map(({ columns }) => positionOf(table, columns[0]!))
    .filter((at) => at >= 0 && isWanted(table, at, null));
  const cellAt = (position: number) => once(range.getCell(row, position));
  const validation = list === undefined ? null : cellAt(list).dataValidation.load('type');
  const marks = mark === undefined ? null : cellAt(mark).conditionalFormats.getCount();
  return {
    validationsMissing: () => validation?.type === 'None',
    marksMissing: () => marks?.value === 0,
  };
}
