import { HostError } from '../errors';
import {
  type Area,
  areaBetween,
  containsArea,
  intersect,
  isEntireColumns,
  isEntireRows,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
} from '../store/address';
import { isBlank } from '../store/cell';
import type { DataChangeType } from '../store/change';
import { moveReference, referenceArea, rewriteFormula, withSheet } from '../store/formula';
import { movesWith, type Shift, shiftArea, shiftIndex } from '../store/shift';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { assertPivotsWhole, clearPivots } from '../pivot/draw';
import { assertAllowed, assertEditable } from './protect';
import { rewriteAllFormulas } from './rewrite';
import { fillNewRow } from './tableGrowth';
import { addTableColumns, dropTableColumns } from './tableColumns';
import { dropTableReferences } from './tableReferences';

type Direction = 'Down' | 'Right' | 'Up' | 'Left';

function shiftFor(sheet: Sheet, area: Area, direction: Direction): Shift {
  const down = direction === 'Down' || direction === 'Up';
  const sign = direction === 'Down' || direction === 'Right' ? 1 : -1;
  return down
    ? { sheetId: sheet.id, axis: 'row', at: area.row, count: sign * area.rows, from: area.column, to: lastColumn(area) }
    : {
        sheetId: sheet.id,
        axis: 'column',
        at: area.column,
        count: sign * area.columns,
        from: area.row,
        to: lastRow(area),
      };
}

/** The rectangle of cells that move. */
function movingArea({ axis, at, count, from, to }: Shift): Area {
  const start = count > 0 ? at : at - count;
  return axis === 'row' ? areaBetween(start, from, MAX_ROWS - 1, to) : areaBetween(from, start, to, MAX_COLUMNS - 1);
}

/** A shift that would tear a table apart is refused: it must contain whole rows or columns of it. */
function assertNoTornTable(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  const moving = movingArea({ ...shift, count: Math.abs(shift.count) });
  for (const table of workbook.tablesOn(sheet)) {
    const [first, last] =
      shift.axis === 'row' ? [table.area.column, lastColumn(table.area)] : [table.area.row, lastRow(table.area)];
    const torn = intersect(moving, table.area) && (first < shift.from || last > shift.to);
    if (torn) throw new HostError('InsertDeleteConflict');
  }
}

/** Merged cells move as one or not at all; a header row goes only with its table; nothing falls off the sheet. */
function assertMovable(workbook: Workbook, sheet: Sheet, area: Area, shift: Shift): void {
  const moving = movingArea({ ...shift, count: Math.abs(shift.count) });
  const torn = sheet.merges.some((merge) => intersect(moving, merge) && !movesWith(merge, shift));
  const headless = workbook
    .tablesOn(sheet)
    .some(
      ({ header, area: whole }) =>
        shift.count < 0 && header && containsArea(area, header) && !containsArea(area, whole),
    );
  if (torn || headless) throw new HostError('InsertDeleteConflict');
  if (isFilteredAt(sheet, moving) && !isEntireRows(area) && !isEntireColumns(area))
    throw new HostError('FilteredRangeConflict');
  assertPivotsWhole(workbook, sheet, moving);
  if (shift.count > 0 && sheet.grid.bounds((cell) => !isBlank(cell), fallingArea(shift)))
    throw new HostError('InsertDeleteConflict', 'Cells that are not blank would be pushed off the worksheet.');
}

/** Whether cells of a filtered list that is no table would move (rule `filtered-range-keeps-shape`). */
function isFilteredAt({ autoFilter }: Sheet, moving: Area): boolean {
  return autoFilter !== null && autoFilter.criteria.size > 0 && intersect(autoFilter.area, moving) !== null;
}

/** The cells that an insertion pushes off the sheet. */
function fallingArea({ axis, count, from, to }: Shift): Area {
  return axis === 'row'
    ? areaBetween(MAX_ROWS - count, from, MAX_ROWS - 1, to)
    : areaBetween(from, MAX_COLUMNS - count, to, MAX_COLUMNS - 1);
}

function moveCells(sheet: Sheet, area: Area, shift: Shift): void {
  if (shift.count < 0) sheet.grid.take(area);
  const moved = sheet.grid.take(movingArea(shift));
  const [rows, columns] = shift.axis === 'row' ? [shift.count, 0] : [0, shift.count];
  for (const { row, column, cell } of moved) sheet.grid.put(row + rows, column + columns, cell);
}

function moveAreas(areas: Area[], shift: Shift): Area[] {
  return areas.map((area) => shiftArea(area, shift)).filter((area) => area !== null);
}

function moveLines<T>(lines: Map<number, T>, shift: Shift): void {
  const moved = [...lines].map(([index, value]) => [shiftIndex(index, shift), value] as const);
  lines.clear();
  for (const [index, value] of moved) if (index !== null) lines.set(index, value);
}

function moveLineSet(lines: Set<number>, shift: Shift): void {
  const moved = [...lines].map((index) => shiftIndex(index, shift));
  lines.clear();
  for (const index of moved) if (index !== null) lines.add(index);
}

/** Sizes, hidden flags and line formats belong to whole rows and columns only. */
function moveWholeLines(sheet: Sheet, area: Area, shift: Shift): void {
  if (shift.axis === 'row' && isEntireRows(area)) {
    moveLines(sheet.rowHeights, shift);
    moveLines(sheet.rowStyles, shift);
    moveLines(sheet.rowOutline, shift);
    moveLineSet(sheet.hiddenRows, shift);
    moveLineSet(sheet.filteredRows, shift);
  } else if (shift.axis === 'column' && isEntireColumns(area)) {
    moveLines(sheet.columnWidths, shift);
    moveLines(sheet.columnStyles, shift);
    moveLines(sheet.columnOutline, shift);
    moveLineSet(sheet.hiddenColumns, shift);
  }
}

function moveAttachments(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  sheet.merges = moveAreas(sheet.merges, shift);
  for (const rule of [...sheet.validations, ...sheet.conditionalFormats]) rule.areas = moveAreas(rule.areas, shift);
  sheet.validations = sheet.validations.filter((rule) => rule.areas.length > 0);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((rule) => rule.areas.length > 0);
  for (const note of sheet.comments) {
    const moved = shiftArea({ row: note.row, column: note.column, rows: 1, columns: 1 }, shift);
    if (moved) [note.row, note.column] = [moved.row, moved.column];
  }
  for (const anchor of workbook.anchors) {
    if (anchor.sheet === sheet && anchor.area) anchor.area = shiftArea(anchor.area, shift);
  }
  if (sheet.autoFilter) {
    const area = shiftArea(sheet.autoFilter.area, shift);
    sheet.autoFilter = area && { ...sheet.autoFilter, area };
  }
}

/** Every reference to a moved cell follows it; a reference to deleted cells becomes #REF!. */
export function shiftReferences(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  rewriteAllFormulas(workbook, (formula, _place, home) =>
    rewriteFormula(formula, {
      reference: (name, text) => {
        const target = name === undefined ? home : workbook.findSheet(name);
        const moves = target === sheet;
        return withSheet(name, moves ? moveReference(text, shiftArea(referenceArea(text), shift)) : text);
      },
    }),
  );
}

function moveTables(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  for (const table of workbook.tablesOn(sheet)) {
    const before = table.area;
    const after = shiftArea(before, shift);
    if (!after) forgetTable(workbook, table);
    else if (after.columns !== before.columns) moveTableColumns(workbook, table, shift, after);
    else table.area = after;
    if (after && shift.axis === 'row' && shift.count > 0 && after.rows > before.rows) {
      for (let row = shift.at; row < shift.at + shift.count; row++) fillNewRow(workbook, table, row);
    }
  }
}

function forgetTable(workbook: Workbook, table: Workbook['tables'][number]): void {
  workbook.tables = workbook.tables.filter((other) => other !== table);
  dropTableReferences(workbook, table);
}

function moveTableColumns(workbook: Workbook, table: Workbook['tables'][number], shift: Shift, after: Area): void {
  const first = Math.max(0, shift.at - table.area.column);
  const before = table.area.columns;
  table.area = after;
  if (shift.count > 0) addTableColumns(table, first, after.columns - before);
  else dropTableColumns(workbook, table, first, before - after.columns);
  workbook.emit({ kind: 'structure' });
}

function shiftSheet(workbook: Workbook, sheet: Sheet, area: Area, shift: Shift): void {
  moveCells(sheet, area, shift);
  moveWholeLines(sheet, area, shift);
  moveAttachments(workbook, sheet, shift);
  shiftReferences(workbook, sheet, shift);
  moveTables(workbook, sheet, shift);
}

function changeType(area: Area, verb: 'Inserted' | 'Deleted'): DataChangeType {
  if (isEntireRows(area)) return `Row${verb}`;
  return isEntireColumns(area) ? `Column${verb}` : `Cell${verb}`;
}

function assertInsertAllowed(sheet: Sheet, area: Area, verb: 'insert' | 'delete'): void {
  if (isEntireRows(area)) assertAllowed(sheet, verb === 'insert' ? 'allowInsertRows' : 'allowDeleteRows');
  else if (isEntireColumns(area)) assertAllowed(sheet, verb === 'insert' ? 'allowInsertColumns' : 'allowDeleteColumns');
  else assertEditable(sheet, area);
}

/** An insert inside a table moves its whole width (or height), as Excel does. */
function widenToTable(workbook: Workbook, sheet: Sheet, area: Area, axis: 'row' | 'column'): Area {
  const table = workbook.tablesOn(sheet).find((candidate) => containsArea(candidate.area, area));
  // Nothing goes above a header cell by cell.
  if (!table || (axis === 'row' && table.header && intersect(table.header, area))) return area;
  return axis === 'row'
    ? { ...area, column: table.area.column, columns: table.area.columns }
    : { ...area, row: table.area.row, rows: table.area.rows };
}

/**
 * Inserts blank cells and moves the others down or right, with everything that refers to them.
 * @returns the inserted area
 * @throws InsertDeleteConflict when a table would be torn
 */
export function insertCells(workbook: Workbook, sheet: Sheet, requested: Area, direction: 'Down' | 'Right'): Area {
  assertInsertAllowed(sheet, requested, 'insert');
  const area = widenToTable(workbook, sheet, requested, direction === 'Down' ? 'row' : 'column');
  const shift = shiftFor(sheet, area, direction);
  assertNoTornTable(workbook, sheet, shift);
  assertMovable(workbook, sheet, area, shift);
  shiftSheet(workbook, sheet, area, shift);
  inheritFormat(sheet, area, direction);
  const shiftDirection = direction === 'Down' ? 'ShiftCellDown' : 'ShiftCellRight';
  workbook.emit({ kind: 'cells', sheet, area, changeType: changeType(area, 'Inserted'), shiftDirection });
  return area;
}

/** Inserted cells look like those above (left of) them. */
function inheritFormat(sheet: Sheet, area: Area, direction: 'Down' | 'Right'): void {
  const [rows, columns] = direction === 'Down' ? [1, 0] : [0, 1];
  const source: Area =
    direction === 'Down' ? { ...area, row: area.row - 1, rows: 1 } : { ...area, column: area.column - 1, columns: 1 };
  if (source.row < 0 || source.column < 0) return;
  const styled: { row: number; column: number; style: object }[] = [];
  sheet.grid.forEach((row, column, cell) => cell.style && styled.push({ row, column, style: cell.style }), source);
  for (const { row, column, style } of styled) {
    for (let i = 1; i <= (direction === 'Down' ? area.rows : area.columns); i++) {
      const cell = sheet.grid.ensure(row + rows * i, column + columns * i);
      cell.style ??= style;
    }
  }
}

/**
 * Deletes cells and moves the others up or left.
 * @throws InsertDeleteConflict when a table would be torn
 */
export function deleteCells(workbook: Workbook, sheet: Sheet, requested: Area, direction: 'Up' | 'Left'): void {
  assertInsertAllowed(sheet, requested, 'delete');
  const area = widenToTable(workbook, sheet, requested, direction === 'Up' ? 'row' : 'column');
  const shift = shiftFor(sheet, area, direction);
  clearPivots(workbook, sheet, area);
  assertNoTornTable(workbook, sheet, shift);
  assertMovable(workbook, sheet, area, shift);
  const tables = workbook.tablesOn(sheet).flatMap((table) => {
    const part = intersect(table.area, area);
    return part ? [{ table, part }] : [];
  });
  keepLastTableRow(workbook, sheet, area, direction);
  shiftSheet(workbook, sheet, area, shift);
  const shiftDirection = direction === 'Up' ? 'ShiftCellUp' : 'ShiftCellLeft';
  workbook.emit({ kind: 'cells', sheet, area, changeType: changeType(area, 'Deleted'), shiftDirection, tables });
}

/** A table whose every body row is deleted keeps one blank row. */
function keepLastTableRow(workbook: Workbook, sheet: Sheet, area: Area, direction: 'Up' | 'Left'): void {
  for (const table of workbook.tablesOn(sheet)) {
    const emptied = containsArea(area, table.body) && !containsArea(area, table.area);
    if (direction !== 'Up' || !emptied) continue;
    const at: Area = { ...table.body, row: table.bodyBottom + 1, rows: 1 };
    const shift = shiftFor(sheet, at, 'Down');
    moveCells(sheet, at, shift);
    table.area = { ...table.area, rows: table.area.rows + 1 };
    fillNewRow(workbook, table, at.row);
  }
}
