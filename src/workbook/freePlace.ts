/** A place for a chart, 0-based. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const edges = ['left', 'top', 'width', 'height'] as const;
/** Columns right of the cells among which a place beside the charts is looked for. */
const mostColumns = 80;

/**
 * Where something of this size covers nothing: at the selected cell, else right of all that is on its sheet, which is
 * then shown to the person.
 */
export async function freePlace(context: Excel.RequestContext, { rows, columns }: Size): Promise<Place> {
  const cell = context.workbook.getSelectedRange().load('rowIndex,columnIndex,worksheet/name');
  const area = cell
    .getCell(0, 0)
    .getAbsoluteResizedRange(rows, columns)
    .load(['values', ...edges]);
  const charts = cell.worksheet.charts.load(edges.map((edge) => `items/${edge}`));
  const used = cell.worksheet.getUsedRangeOrNullObject(true).load('columnIndex,columnCount');
  await context.sync();
  const isBlank = (area.values as unknown[][]).every((line) => line.every((value) => value === ''));
  const sheet = cell.worksheet.name;
  if (isBlank && !charts.items.some((chart) => overlap(chart, area)))
    return { sheet, row: cell.rowIndex, column: cell.columnIndex };
  const from = used.isNullObject ? 0 : used.columnIndex + used.columnCount + 1;
  const column = await columnBeside(context, cell.worksheet, from, charts.items);
  cell.worksheet.getCell(1, column).select();
  await context.sync();
  return { sheet, row: 1, column };
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

/** The first column from `from` on that begins right of every chart. */
async function columnBeside(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  from: number,
  charts: readonly Box[],
): Promise<number> {
  const edge = Math.max(0, ...charts.map(({ left, width }) => left + width));
  const cells = Array.from({ length: mostColumns }, (_, at) => sheet.getCell(0, from + at).load('left'));
  await context.sync();
  const found = cells.findIndex(({ left }) => left >= edge);
  return from + (found < 0 ? mostColumns : found);
}
