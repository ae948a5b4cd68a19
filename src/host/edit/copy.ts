import { type Area, areaBetween, contains, forEachCell, intersect, lastColumn, lastRow } from '../store/address';
import { apiValue, type Cell } from '../store/cell';
import { moveReference, offsetFormula, referenceArea, rewriteFormula, withSheet } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { assertEditable } from './protect';
import { rewriteAllFormulas } from './rewrite';
import { growTables } from './tableGrowth';
import { noteColumnFormulas, syncHeaders } from './tableCells';
import { usedPart } from './write';

export interface CopyOptions {
  what: 'All' | 'Formulas' | 'Values' | 'Formats' | 'Link';
  skipBlanks: boolean;
  transpose: boolean;
}

interface Source {
  cell: Cell | undefined;
  value: Cell['value'];
  row: number;
  column: number;
}

function snapshot(sheet: Sheet, area: Area): Source[][] {
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_unused, j) => {
      const [row, column] = [area.row + i, area.column + j];
      const cell = sheet.cell(row, column);
      return { cell: cell && { ...cell }, value: sheet.value(row, column), row, column };
    }),
  );
}

function transposed(rows: Source[][]): Source[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as Source));
}

function paste(sheet: Sheet, row: number, column: number, source: Source, what: CopyOptions['what']): void {
  const { cell } = source;
  if (what !== 'Formats') {
    const formula =
      cell?.formula && what !== 'Values'
        ? offsetFormula(cell.formula, row - source.row, column - source.column)
        : undefined;
    sheet.grid.setContent(row, column, source.value, formula);
  }
  if (what !== 'All' && what !== 'Formats') return;
  if (cell?.style) sheet.grid.ensure(row, column).style = cell.style;
  else if (sheet.cell(row, column)?.style) delete sheet.grid.ensure(row, column).style;
}

/** A destination that is a whole multiple of the source is filled with copies; any other starts at its first cell. */
function destinationArea(area: Area, rows: number, columns: number): Area {
  const tiles = area.rows % rows === 0 && area.columns % columns === 0;
  return tiles ? area : areaBetween(area.row, area.column, area.row + rows - 1, area.column + columns - 1);
}

/** `range.copyFrom`: relative references in formulas move along. */
export function copyCells(
  workbook: Workbook,
  from: Sheet,
  source: Area,
  to: Sheet,
  target: Area,
  options: CopyOptions,
): void {
  workbook.calculate();
  const bounded =
    source.rows * source.columns > 1_000_000 ? (usedPart(from, source) ?? { ...source, rows: 1, columns: 1 }) : source;
  const rows = options.transpose ? transposed(snapshot(from, bounded)) : snapshot(from, bounded);
  const area = destinationArea(target, rows.length, rows[0]?.length ?? 1);
  assertEditable(to, area);
  const blank = new Set<string>();
  forEachCell(area, (row, column) => apiValue(to.value(row, column)) === '' && blank.add(`${row},${column}`));
  forEachCell(area, (row, column) => {
    const line = rows[(row - area.row) % rows.length] as Source[];
    const cell = line[(column - area.column) % line.length] as Source;
    const skip = options.skipBlanks && cell.value === null && cell.cell?.formula === undefined;
    if (!skip) paste(to, row, column, cell, options.what);
  });
  finishWrite(workbook, to, area, (row, column) => blank.has(`${row},${column}`));
}

function finishWrite(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  wasBlank: (row: number, column: number) => boolean,
): void {
  growTables(workbook, sheet, area, wasBlank);
  syncHeaders(workbook, sheet, area);
  noteColumnFormulas(workbook, sheet, area, wasBlank);
  workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited' });
}

/** `range.moveTo`: cut and paste; formulas keep their meaning, references to the cells follow them. */
export function moveCells(workbook: Workbook, from: Sheet, source: Area, to: Sheet, target: Area): void {
  const area: Area = { row: target.row, column: target.column, rows: source.rows, columns: source.columns };
  assertEditable(from, source);
  assertEditable(to, area);
  const taken = from.grid.take(source);
  to.grid.take(area);
  const [rows, columns] = [area.row - source.row, area.column - source.column];
  for (const { row, column, cell } of taken) to.grid.put(row + rows, column + columns, cell);
  moveReferences(workbook, from, source, to, rows, columns);
  workbook.emit({ kind: 'cells', sheet: from, area: source, changeType: 'RangeEdited' });
  workbook.emit({ kind: 'cells', sheet: to, area, changeType: 'RangeEdited' });
}

function moveReferences(workbook: Workbook, from: Sheet, source: Area, to: Sheet, rows: number, columns: number): void {
  rewriteAllFormulas(workbook, (formula, _place, home) =>
    rewriteFormula(formula, {
      reference: (name, text) => {
        const sheet = name === undefined ? home : workbook.findSheet(name);
        const area = referenceArea(text);
        const moves =
          sheet === from &&
          contains(source, area.row, area.column) &&
          contains(source, lastRow(area), lastColumn(area));
        if (!moves || !intersect(source, area)) return withSheet(name, text);
        const moved = moveReference(text, { ...area, row: area.row + rows, column: area.column + columns });
        return withSheet(from === to ? name : to.name, moved);
      },
    }),
  );
}
