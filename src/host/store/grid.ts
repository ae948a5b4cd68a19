import { type Area, areaBetween, isEntireColumns, lastColumn, lastRow } from './address';
import type { Cell, CellValue } from './cell';

type Row = Map<number, Cell>;

/**
 * Sparse cells of one sheet, by row and column. Contents change only through this class, so that it can tell the
 * calculation which cells were touched.
 */
export class Grid {
  private rows = new Map<number, Row>();
  private touched = new Map<number, Set<number>>();

  get(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.get(column);
  }

  /** The cell, created blank when it is not there yet. */
  ensure(row: number, column: number): Cell {
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    this.rows.set(row, cells);
    const cell = cells.get(column) ?? { value: null };
    cells.set(column, cell);
    return cell;
  }

  /** Sets value and formula (absent: none) and keeps the style; a blank cell without style is dropped. */
  setContent(row: number, column: number, value: CellValue, formula?: string): void {
    this.touch(row, column);
    const cell = this.ensure(row, column);
    cell.value = value;
    if (formula === undefined) delete cell.formula;
    else cell.formula = formula;
    if (value === null && formula === undefined) {
      delete cell.hyperlink;
      if (!cell.style) this.remove(row, column);
    }
  }

  /** Rewrites a formula in place: same meaning, other words. The value stays until the next calculation. */
  setFormula(row: number, column: number, formula: string): void {
    this.setContent(row, column, this.get(row, column)?.value ?? null, formula);
  }

  put(row: number, column: number, cell: Cell | undefined): void {
    if (!cell) return this.remove(row, column);
    this.touch(row, column);
    this.ensure(row, column);
    this.rows.get(row)?.set(column, cell);
  }

  remove(row: number, column: number): void {
    const cells = this.rows.get(row);
    if (!cells?.delete(column)) return;
    this.touch(row, column);
    if (cells.size === 0) this.rows.delete(row);
  }

  get hasTouched(): boolean {
    return this.touched.size > 0;
  }

  /** The cells whose content changed since the last call. */
  drainTouched(): { row: number; column: number }[] {
    const all = [...this.touched].flatMap(([row, columns]) => [...columns].map((column) => ({ row, column })));
    this.touched.clear();
    return all;
  }

  private touch(row: number, column: number): void {
    const columns = this.touched.get(row);
    if (columns) columns.add(column);
    else this.touched.set(row, new Set([column]));
  }

  /** Visits the existing cells of an area (all when absent), in reading order. */
  forEach(visit: (row: number, column: number, cell: Cell) => void, area?: Area): void {
    for (const row of this.rowNumbers(area)) {
      const cells = this.rows.get(row);
      if (!cells) continue;
      for (const column of columnNumbers(cells, area)) visit(row, column, cells.get(column) as Cell);
    }
  }

  /** The smallest area around the cells that `matches`, within `within`; null when there are none. */
  bounds(matches: (cell: Cell) => boolean, within?: Area): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    this.forEach((row, column, cell) => {
      if (!matches(cell)) return;
      [top, left, bottom, right] = [
        Math.min(top, row),
        Math.min(left, column),
        Math.max(bottom, row),
        Math.max(right, column),
      ];
    }, within);
    return bottom < 0 ? null : areaBetween(top, left, bottom, right);
  }

  /** Takes the cells of an area out and returns them with their places. */
  take(area: Area): { row: number; column: number; cell: Cell }[] {
    const taken: { row: number; column: number; cell: Cell }[] = [];
    this.forEach((row, column, cell) => taken.push({ row, column, cell }), area);
    for (const { row, column } of taken) this.remove(row, column);
    return taken;
  }

  private rowNumbers(area?: Area): number[] {
    if (area && area.rows <= this.rows.size && !isEntireColumns(area)) {
      return Array.from({ length: area.rows }, (_, i) => area.row + i);
    }
    const all = [...this.rows.keys()].filter((row) => !area || (row >= area.row && row <= lastRow(area)));
    return all.sort((a, b) => a - b);
  }
}

function columnNumbers(cells: Row, area?: Area): number[] {
  if (area && area.columns <= cells.size) {
    const all = Array.from({ length: area.columns }, (_, i) => area.column + i);
    return all.filter((column) => cells.has(column));
  }
  const all = [...cells.keys()].filter((column) => !area || (column >= area.column && column <= lastColumn(area)));
  return all.sort((a, b) => a - b);
}
