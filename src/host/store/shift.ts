import { type Area, areaBetween, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from './address';

/** Cells moving because others were inserted (`count` > 0) or deleted (`count` < 0) before them. */
export interface Shift {
  readonly sheetId: string;
  readonly axis: 'row' | 'column';
  /** First inserted or deleted row (column). */
  readonly at: number;
  readonly count: number;
  /** The band of columns (rows) that moves. */
  readonly from: number;
  readonly to: number;
}

type Span = readonly [first: number, last: number];

/** Where a span of rows (columns) ends up; null when all of it was deleted. */
function shiftSpan([first, last]: Span, { at, count }: Shift): Span | null {
  if (count > 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  const newFirst = first < at ? first : Math.max(at, first + count);
  const newLast = last < at ? last : last < end ? at - 1 : last + count;
  return newLast < newFirst ? null : [newFirst, newLast];
}

function rowSpan(area: Area): Span {
  return [area.row, lastRow(area)];
}

function columnSpan(area: Area): Span {
  return [area.column, lastColumn(area)];
}

/** Whether the area lies wholly inside the band that moves; others stay as they are. */
export function movesWith(area: Area, shift: Shift): boolean {
  const [first, last] = shift.axis === 'row' ? columnSpan(area) : rowSpan(area);
  return first >= shift.from && last <= shift.to;
}

/** Where an area ends up; null when all of it was deleted. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  if (!movesWith(area, shift)) return area;
  const whole = shift.axis === 'row' ? area.rows >= MAX_ROWS : area.columns >= MAX_COLUMNS;
  if (whole) return area;
  const span = shiftSpan(shift.axis === 'row' ? rowSpan(area) : columnSpan(area), shift);
  if (!span) return null;
  return shift.axis === 'row'
    ? areaBetween(span[0], area.column, span[1], lastColumn(area))
    : areaBetween(area.row, span[0], lastRow(area), span[1]);
}

/** Moves numbered things (row heights, hidden columns) along one axis; deleted ones are dropped. */
export function shiftIndex(index: number, shift: Shift): number | null {
  return shiftSpan([index, index], shift)?.[0] ?? null;
}
