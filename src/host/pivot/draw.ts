import { HostError } from '../errors';
import { assertAllowed } from '../edit/protect';
import { type Area, containsArea, forEachCell, intersect, isOnSheet, MAX_COLUMNS } from '../store/address';
import type { PivotTable } from '../store/pivot';
import type { Sheet } from '../store/sheet';
import { patchStyle } from '../store/style';
import type { Workbook } from '../store/workbook';
import { readSource } from './cache';
import { goBack, remember } from './memory';
import { type Report, type ReportCell, reportOf } from './report';

/** The pivot tables that are still there: not those whose sheet or cells were deleted. */
export function pivotsOf(workbook: Workbook, sheet?: Sheet): PivotTable[] {
  return workbook.pivots.filter(
    (pivot) => pivot.anchor.area !== null && workbook.sheets.includes(pivot.sheet) && (!sheet || pivot.sheet === sheet),
  );
}

/** Where the body goes: filters need a row each above it and a blank one, so it may have to move down. */
function placeFor(pivot: PivotTable, { parts }: Report): Area {
  const { area } = pivot.anchor;
  if (!area) throw new HostError('InvalidReference');
  const room = parts.filterRows === 0 ? 0 : parts.filterRows + 1;
  return { row: Math.max(area.row, room), column: area.column, rows: parts.rows, columns: parts.columns };
}

/** @throws PivotTableRangeConflict where a table or another pivot table is, or the sheet ends */
function assertRoom(workbook: Workbook, pivot: PivotTable, place: Area): void {
  const others = pivotsOf(workbook, pivot.sheet).filter((other) => other !== pivot);
  const taken = [...others.flatMap(({ areas }) => areas), ...workbook.tablesOn(pivot.sheet).map(({ area }) => area)];
  if (!isOnSheet(place) || taken.some((area) => intersect(area, place))) throw new HostError('PivotTableRangeConflict');
}

function eraseCells(sheet: Sheet, area: Area): void {
  forEachCell(area, (row, column) => {
    if (!sheet.cell(row, column)) return;
    sheet.grid.setContent(row, column, null);
    const style = sheet.cell(row, column)?.style;
    if (style) sheet.grid.ensure(row, column).style = patchStyle(style, { numberFormat: 'General', indent: 0 });
  });
}

function putCell(sheet: Sheet, row: number, column: number, cell: ReportCell | null): void {
  sheet.grid.setContent(row, column, cell?.value ?? null);
  const { numberFormat = 'General', indent = 0 } = cell ?? {};
  const style = sheet.style(row, column);
  const same = (style?.numberFormat ?? 'General') === numberFormat && (style?.indent ?? 0) === indent;
  if (!same) sheet.grid.ensure(row, column).style = patchStyle(style, { numberFormat, indent });
}

function putCells(sheet: Sheet, top: number, left: number, cells: readonly (readonly (ReportCell | null)[])[]): void {
  for (const [row, line] of cells.entries())
    for (const [column, cell] of line.entries()) putCell(sheet, top + row, left + column, cell);
}

/**
 * Puts a pivot table into its cells as its fields, filters and layout now say; what stood in newly taken cells is
 * replaced (rule `pivot-overwrites`). When that is not possible the pivot table is again as it was last drawn.
 * @throws PivotTableRangeConflict, InvalidArgument, AccessDenied
 */
export function drawPivot(workbook: Workbook, pivot: PivotTable): void {
  const { report, place } = drawable(workbook, pivot);
  if (pivot.parts.rows > 0) for (const area of pivot.areas) eraseCells(pivot.sheet, area);
  pivot.anchor.area = place;
  pivot.parts = report.parts;
  putCells(pivot.sheet, place.row - report.filters.length - 1, place.column, report.filters);
  putCells(pivot.sheet, place.row, place.column, report.cells);
  pivot.lastDrawn = remember(pivot);
  workbook.emit({ kind: 'pivot', sheet: pivot.sheet, area: place });
}

/** The report and where it goes; when it cannot go there, the change that led to it is taken back. */
function drawable(workbook: Workbook, pivot: PivotTable): { report: Report; place: Area } {
  try {
    assertAllowed(pivot.sheet, 'allowPivotTables');
    const report = reportOf(workbook, pivot);
    const place = placeFor(pivot, report);
    assertRoom(workbook, pivot, place);
    return { report, place };
  } catch (error) {
    if (pivot.lastDrawn) {
      goBack(pivot, pivot.lastDrawn);
      pivot.lastDrawn = remember(pivot);
    }
    throw error;
  }
}

/** Reads the source again and draws. @throws as `readSource` and `drawPivot` */
export function refreshPivot(workbook: Workbook, pivot: PivotTable): void {
  readSource(workbook, pivot);
  drawPivot(workbook, pivot);
}

/** Takes a pivot table away with its cells. */
export function deletePivot(workbook: Workbook, pivot: PivotTable): void {
  assertAllowed(pivot.sheet, 'allowPivotTables');
  for (const area of pivot.areas) eraseCells(pivot.sheet, area);
  forgetPivot(workbook, pivot);
  const [area] = pivot.areas;
  if (area) workbook.emit({ kind: 'pivot', sheet: pivot.sheet, area });
}

function forgetPivot(workbook: Workbook, pivot: PivotTable): void {
  workbook.pivots = workbook.pivots.filter((other) => other !== pivot);
  workbook.anchors.delete(pivot.anchor);
  if ('anchor' in pivot.source) workbook.anchors.delete(pivot.source.anchor);
}

/**
 * Guards the cells of pivot tables: they cannot be written one by one (rule `pivot-cells-locked`).
 * @throws PivotTableRangeConflict
 */
export function assertOutsidePivots(workbook: Workbook, sheet: Sheet, area: Area): void {
  if (workbook.pivots.length === 0) return;
  for (const pivot of pivotsOf(workbook, sheet))
    if (pivot.areas.some((taken) => intersect(taken, area))) throw new HostError('PivotTableRangeConflict');
}

/**
 * Prepares the clearing or deletion of cells: a pivot table that lies wholly inside goes with them.
 * @throws PivotTableRangeConflict when only part of one would go
 */
export function clearPivots(workbook: Workbook, sheet: Sheet, area: Area): void {
  if (workbook.pivots.length === 0) return;
  const touched = pivotsOf(workbook, sheet).filter(({ areas }) => areas.some((taken) => intersect(taken, area)));
  const whole = touched.filter(({ areas }) => areas.every((taken) => containsArea(area, taken)));
  if (whole.length < touched.length) throw new HostError('PivotTableRangeConflict');
  for (const pivot of whole) deletePivot(workbook, pivot);
}

/**
 * Pivot tables move as one or not at all.
 * @throws PivotTableRangeConflict when only part of one is among the moving cells
 */
export function assertPivotsWhole(workbook: Workbook, sheet: Sheet, moving: Area): void {
  if (workbook.pivots.length === 0) return;
  const torn = pivotsOf(workbook, sheet)
    .flatMap(({ areas }) => areas)
    .some((area) => intersect(area, moving) && !containsArea(moving, area));
  if (torn) throw new HostError('PivotTableRangeConflict');
}

/** The pivot tables that cells touch, or hold as a whole; top to bottom, then left to right. */
export function pivotsIn(
  workbook: Workbook,
  { sheet, cells }: { sheet: Sheet; cells: Area },
  fullyContained: boolean,
): PivotTable[] {
  const isIn = ({ areas }: PivotTable) =>
    fullyContained
      ? areas.every((area) => containsArea(cells, area))
      : areas.some((area) => intersect(cells, area) !== null);
  const place = ({ anchor }: PivotTable) => (anchor.area?.row ?? 0) * MAX_COLUMNS + (anchor.area?.column ?? 0);
  return pivotsOf(workbook, sheet)
    .filter(isIn)
    .sort((a, b) => place(a) - place(b));
}
