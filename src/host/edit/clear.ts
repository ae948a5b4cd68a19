import {
  type Area,
  containsArea,
  intersect,
  isEntireColumns,
  isEntireRows,
  lastColumn,
  lastRow,
  subtractArea,
} from '../store/address';
import { isBlank } from '../store/cell';
import type { Change } from '../store/change';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { clearPivots } from '../pivot/draw';
import { assertEditable } from './protect';
import { syncHeaders } from './tableCells';
import { dropTableReferences } from './tableReferences';

export type ClearWhat = 'All' | 'Formats' | 'Contents' | 'Hyperlinks' | 'RemoveHyperlinks' | 'ResetContents';

function clearContents(sheet: Sheet, area: Area): void {
  const filled: { row: number; column: number }[] = [];
  sheet.grid.forEach((row, column, cell) => !isBlank(cell) && filled.push({ row, column }), area);
  for (const { row, column } of filled) sheet.grid.setContent(row, column, null);
}

function clearFormats(sheet: Sheet, area: Area): void {
  const styled: { row: number; column: number; blank: boolean }[] = [];
  sheet.grid.forEach((row, column, cell) => cell.style && styled.push({ row, column, blank: isBlank(cell) }), area);
  for (const { row, column, blank } of styled) {
    if (blank) sheet.grid.remove(row, column);
    else delete sheet.grid.ensure(row, column).style;
  }
  if (isEntireColumns(area)) for (let c = area.column; c <= lastColumn(area); c++) sheet.columnStyles.delete(c);
  if (isEntireRows(area))
    for (let r = area.row; r <= lastRow(area) && sheet.rowStyles.size > 0; r++) sheet.rowStyles.delete(r);
}

/** Cells that lose their format are no longer merged. */
function unmerge(sheet: Sheet, area: Area): void {
  sheet.merges = sheet.merges.filter((merge) => !intersect(merge, area));
}

function clearConditions(sheet: Sheet, area: Area): void {
  for (const rule of sheet.conditionalFormats) rule.areas = rule.areas.flatMap((other) => subtractArea(other, area));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((rule) => rule.areas.length > 0);
}

function clearValidations(sheet: Sheet, area: Area): void {
  for (const rule of sheet.validations) rule.areas = rule.areas.flatMap((other) => subtractArea(other, area));
  sheet.validations = sheet.validations.filter((rule) => rule.areas.length > 0);
}

function clearHyperlinks(sheet: Sheet, area: Area): void {
  sheet.grid.forEach((row, column, cell) => {
    if (cell.hyperlink) delete sheet.grid.ensure(row, column).hyperlink;
  }, area);
}

const CLEARERS: Record<ClearWhat, readonly ((sheet: Sheet, area: Area) => void)[]> = {
  All: [clearContents, clearFormats, unmerge, clearConditions, clearValidations, clearHyperlinks],
  Formats: [clearFormats, unmerge, clearConditions],
  Contents: [clearContents],
  Hyperlinks: [clearHyperlinks],
  RemoveHyperlinks: [clearHyperlinks, clearFormats],
  ResetContents: [clearContents],
};

/** A table that is cleared as a whole is gone (rule `clear-all-drops-table`). */
function forgetTables(workbook: Workbook, sheet: Sheet, area: Area): void {
  for (const table of workbook.tablesOn(sheet)) {
    if (!containsArea(area, table.area)) continue;
    workbook.tables = workbook.tables.filter((other) => other !== table);
    dropTableReferences(workbook, table);
    workbook.emit({ kind: 'tableDeleted', table, sheet });
  }
}

/** Clears contents, formats or links of an area. @throws AccessDenied on a protected sheet */
export function clearCells(workbook: Workbook, sheet: Sheet, area: Area, what: ClearWhat): void {
  assertEditable(sheet, area);
  if (what === 'All' || what === 'Contents') clearPivots(workbook, sheet, area);
  const before = contentsOf(sheet, area);
  if (what === 'All') forgetTables(workbook, sheet, area);
  for (const clear of CLEARERS[what]) clear(sheet, area);
  if (what === 'Formats') return workbook.emit({ kind: 'format', sheet, area });
  syncHeaders(workbook, sheet, area);
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited', ...before });
}

/** What the event tells of the cells as they were: the value of a single one, and all formulas. */
function contentsOf(sheet: Sheet, area: Area): Pick<Extract<Change, { kind: 'cells' }>, 'details' | 'formulas'> {
  const formulas: { row: number; column: number; previous: string }[] = [];
  sheet.grid.forEach((row, column, { formula }) => {
    if (formula !== undefined) formulas.push({ row, column, previous: formula });
  }, area);
  const single = area.rows === 1 && area.columns === 1;
  const details = single ? { before: sheet.value(area.row, area.column), after: null } : undefined;
  return { details, formulas };
}
