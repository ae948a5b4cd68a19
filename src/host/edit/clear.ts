import { type Area, isEntireColumns, isEntireRows, lastColumn, lastRow, subtractArea } from '../store/address';
import { isBlank } from '../store/cell';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { assertEditable } from './protect';
import { syncHeaders } from './tableCells';

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

function clearRules(sheet: Sheet, area: Area): void {
  for (const key of ['validations', 'conditionalFormats'] as const) {
    for (const rule of sheet[key]) rule.areas = rule.areas.flatMap((other) => subtractArea(other, area));
  }
  sheet.validations = sheet.validations.filter((rule) => rule.areas.length > 0);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((rule) => rule.areas.length > 0);
}

function clearHyperlinks(sheet: Sheet, area: Area): void {
  sheet.grid.forEach((_row, _column, cell) => delete cell.hyperlink, area);
}

const CLEARERS: Record<ClearWhat, readonly ((sheet: Sheet, area: Area) => void)[]> = {
  All: [clearContents, clearFormats, clearRules, clearHyperlinks],
  Formats: [clearFormats],
  Contents: [clearContents],
  Hyperlinks: [clearHyperlinks],
  RemoveHyperlinks: [clearHyperlinks],
  ResetContents: [clearContents],
};

/** Clears contents, formats or links of an area. @throws AccessDenied on a protected sheet */
export function clearCells(workbook: Workbook, sheet: Sheet, area: Area, what: ClearWhat): void {
  assertEditable(sheet, area);
  for (const clear of CLEARERS[what]) clear(sheet, area);
  if (what === 'Formats') return workbook.emit({ kind: 'format', sheet, area });
  syncHeaders(workbook, sheet, area);
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited' });
}
