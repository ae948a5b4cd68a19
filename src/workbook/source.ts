import type { RunOptions } from '../actions/home';
import { CrmError } from '../shared/errors';
import type { Adoption, Block, SourceSheet } from '../template/adopt';
import type { Cell } from '../template/codec';
import { inputColumnsOf } from './encode';
import { once, readAll, valuesOf, type Readable } from './gateway';
import type { Layout, LiveTable } from './layout';
import { lookRight } from './rightSide';

const sheetRows = 1_048_576;
const sheetColumns = 16_384;
/** Rows of which formulas and number formats are read: headers hide in the first ones, totals in the last. */
const headRows = 60;
const tailRows = 25;

const place = 'rowIndex,columnIndex,rowCount,columnCount';
const blockOf = (range: Excel.Range): Block => ({
  row: range.rowIndex,
  column: range.columnIndex,
  rows: range.rowCount,
  columns: range.columnCount,
});

/**
 * What the person points at: the Excel table that the selection touches or stands right above, else the selected cells, else, for a single
 * cell, the block of columns around it, over all filled rows (blank rows belong to what people keep).
 * Throws `nothingSelected`, `severalTables`, `severalAreas`, `headersHidden`.
 */
export async function describeSelection(
  context: Excel.RequestContext,
  layout: Layout,
  options: RunOptions = {},
): Promise<SourceSheet> {
  const selected = context.workbook.getSelectedRange().load(place);
  const sheet = selected.worksheet.load('name,protection/protected');
  const tables = selected.getTables(false).load('items/id,items/name,items/showTotals,items/showHeaders');
  const region = selected.getSurroundingRegion().load(place);
  const near = region.getTables(false).load('items/id,items/name,items/showTotals,items/showHeaders');
  const used = sheet.getUsedRangeOrNullObject(true).load(place);
  await context.sync();
  // A click on the title above an Excel table means the table.
  const { items } = isOneCell(selected) && !tables.items.length ? near : tables;
  if (items.length > 1) throw new CrmError('severalTables', { sheet: sheet.name });
  const [table] = items;
  if (table && !table.showHeaders) throw new CrmError('headersHidden', { table: table.name });
  const whole = table && once(table.getRange()).load(place);
  if (whole) await context.sync();
  const marked = whole || used.isNullObject ? null : common(blockOf(selected), blockOf(used));
  const cell = isOneCell(selected) ? { region, row: selected.rowIndex } : await cellOfLine(context, selected, marked);
  const block = whole
    ? blockOf(whole)
    : used.isNullObject
      ? null
      : cell
        ? common({ ...blockOf(cell.region), row: 0, rows: sheetRows }, blockOf(used))
        : marked;
  if (!block || block.rows * block.columns < 2) throw new CrmError('nothingSelected', {});
  const found = { sheet, table, block, pointer: cell ? cell.row - block.row : null };
  return describe(context, layout, found, options);
}

const isOneCell = ({ rowCount, columnCount }: Excel.Range): boolean => rowCount * columnCount === 1;

/** A whole column or row that is marked means the list that it crosses, as a click into the middle of it does. */
async function cellOfLine(context: Excel.RequestContext, selected: Excel.Range, marked: Block | null) {
  if (!marked || (selected.columnCount > 1 && selected.rowCount > 1)) return null;
  if (selected.rowCount < sheetRows && selected.columnCount < sheetColumns) return null;
  const row = marked.row + Math.floor(marked.rows / 2);
  const middle = selected.worksheet.getCell(row, marked.column + Math.floor(marked.columns / 2));
  const region = once(middle).getSurroundingRegion().load(place);
  await context.sync();
  return { region, row };
}

function common(a: Block, b: Block): Block | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

interface Found {
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table | undefined;
  readonly block: Block;
  readonly pointer: number | null;
}

async function describe(
  context: Excel.RequestContext,
  layout: Layout,
  { sheet, table, block, pointer }: Found,
  options: RunOptions,
): Promise<SourceSheet> {
  const { row, column, rows, columns } = block;
  const part = (from: number, count: number) => once(sheet.getRangeByIndexes(row + from, column, count, columns));
  const whole = part(0, rows).load('hasSpill');
  const merged = once(part(0, rows))
    .getMergedAreasOrNullObject()
    .load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  const filter = (table ?? sheet).autoFilter.load('isDataFiltered,enabled');
  const right = lookRight(sheet, block);
  const below = !table && row + rows < sheetRows ? part(rows, 1).load('values') : null;
  const head = part(0, Math.min(headRows, rows)).load('numberFormat,formulas,text');
  const tailFrom = Math.max(0, rows - tailRows);
  const tail = part(tailFrom, rows - tailFrom).load('formulas');
  const overlapping = part(0, rows).getTables(false).load('items/name');
  const readable: Readable = { rows, columns, at: part };
  const [values] = await readAll(context, [readable], options);
  if (!table && overlapping.items.length) throw new CrmError('severalTables', { sheet: sheet.name });
  const { freeColumns, across } = right();
  const isMarked = pointer === null;
  return {
    sheet: sheet.name,
    top: row,
    left: column,
    rows: values!,
    pointer,
    formulas: { ...formulasOf(head.formulas as Cell[][], 0), ...formulasOf(tail.formulas as Cell[][], tailFrom) },
    numberFormats: head.numberFormat as string[][],
    texts: head.text,
    merges: merged.isNullObject ? [] : merged.areas.items.map((area) => within(blockOf(area), block)),
    table: table ? { name: table.name, showsTotals: table.showTotals } : null,
    boundTo: [...layout.tables.values()].find(({ name }) => name === table?.name)?.id ?? null,
    protected: sheet.protection.protected,
    filtered: filter.isDataFiltered,
    spills: whole.hasSpill !== false,
    filterButtons: !table && filter.enabled,
    goesOn: isMarked && !table && (freeColumns === 0 || (below !== null && isFilled(below))),
    freeColumns,
    across,
    date1904: layout.date1904,
  };
}

const isFilled = (range: Excel.Range): boolean =>
  valuesOf(range)
    .flat()
    .some((cell) => cell !== '');

const within = (block: Block, { row, column }: Block): Block => ({
  ...block,
  row: block.row - row,
  column: block.column - column,
});

function formulasOf(cells: readonly (readonly Cell[])[], from: number): Record<string, string> {
  const found = cells.flatMap((row, index) =>
    row.flatMap((cell, column): [string, string][] =>
      typeof cell === 'string' && cell.startsWith('=') ? [[`${from + index},${column}`, cell]] : [],
    ),
  );
  return Object.fromEntries(found);
}

/**
 * The adoptions as they stand now: a table that an interrupted run made already, the room that is left on the right, and
 * whether a table of ours for the same records is still empty.
 */
export async function refreshAdoptions(
  context: Excel.RequestContext,
  layout: Layout,
  adoptions: readonly Adoption[],
): Promise<readonly Adoption[]> {
  if (!adoptions.length) return [];
  const looks = adoptions.map((adoption) => {
    const sheet = context.workbook.worksheets.getItem(adoption.sheet);
    const cells = once(sheet.getRangeByIndexes(adoption.row, adoption.column, adoption.rows, adoption.columns));
    return {
      adoption,
      tables: cells.getTables(false).load('items/name'),
      right: lookRight(sheet, adoption),
      emptyOwn: lookIfEmpty(context, layout.tables.get(adoption.table)),
    };
  });
  await context.sync();
  return looks.map(({ adoption, tables, right, emptyOwn }) => ({
    ...adoption,
    existing: tables.items.length === 1 ? tables.items[0]!.name : adoption.existing,
    freeColumns: right().freeColumns,
    emptyOwn: emptyOwn(),
  }));
}

/**
 * Queues the look whether nobody ever entered anything into a table of ours: one row without input, no column of
 * somebody's own, nothing else on the sheet. After the sync: its name, or null.
 */
export function lookIfEmpty(context: Excel.RequestContext, table: LiveTable | undefined): () => string | null {
  if (!table || table.rows > 1 || table.adopted.size > 0 || table.columnIds.includes(null)) return () => null;
  const { key, name, captions } = table;
  const body = once(context.workbook.tables.getItem(key).getDataBodyRange()).load('values');
  const used = context.workbook.worksheets.getItem(table.sheet).getUsedRange(true).load(place);
  return () => {
    const [row] = valuesOf(body);
    const isBlank = inputColumnsOf(table).every((column, position) => !column || row![position] === '');
    return isBlank && used.rowCount <= 2 && used.columnCount <= captions.length ? name : null;
  };
}
