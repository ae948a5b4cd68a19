import { type Area, areaBetween, isEntireColumns, lastColumn, lastRow } from './address';
import type { Cell, CellValue } from './cell';
import type { GridJournal } from './journal';

/** Cells by column; never ends with a gap. */
type Row = (Cell | undefined)[];

/** Neighbouring cells of one row. */
interface Run {
  readonly row: number;
  readonly from: number;
  to: number;
}

/**
 * Sparse cells of one sheet, by row and column. Contents change only through this class, so that it can tell the
 * calculation which cells were touched.
 */
export class Grid {
  /** Whether a formula ever stood here: without one there is nothing to calculate. */
  hasFormulas = false;
  private readonly rows = new Map<number, Row>();
  private near: { readonly row: number; readonly cells: Row | undefined } = { row: -1, cells: undefined };
  /** Row numbers in order; null when a row came or went since they were sorted. */
  private order: number[] | null = [];
  private touched: Run[] = [];
  /** Remembers how cells were, while somebody may want them back. */
  journal: GridJournal | null = null;

  get(row: number, column: number): Cell | undefined {
    return this.cellsOf(row)?.[column];
  }

  /** The row that was asked for last is asked for again most of the time. */
  private cellsOf(row: number): Row | undefined {
    if (row !== this.near.row) this.near = { row, cells: this.rows.get(row) };
    return this.near.cells;
  }

  /** The cell, created blank when it is not there yet. */
  ensure(row: number, column: number): Cell {
    this.journal?.note(row, column, this.get(row, column));
    return (this.rowAt(row)[column] ??= { value: null });
  }

  /** Sets value and formula (absent: none) and keeps the style; a blank cell without style is dropped. */
  setContent(row: number, column: number, value: CellValue, formula?: string): void {
    const cells = this.cellsOf(row);
    const known = cells?.[column];
    if (value === null && formula === undefined && !known?.style) return this.remove(row, column);
    this.touch(row, column);
    this.journal?.note(row, column, known);
    const cell = known ?? ((cells ?? this.rowAt(row))[column] = { value });
    cell.value = value;
    if (formula !== undefined) {
      cell.formula = formula;
      this.hasFormulas = true;
    } else if (cell.formula !== undefined) delete cell.formula;
    if (value === null && formula === undefined) delete cell.hyperlink;
  }

  /** Rewrites a formula in place: same meaning, other words. The value stays until the next calculation. */
  setFormula(row: number, column: number, formula: string): void {
    this.setContent(row, column, this.get(row, column)?.value ?? null, formula);
  }

  put(row: number, column: number, cell: Cell | undefined): void {
    if (!cell) return this.remove(row, column);
    this.touch(row, column);
    this.journal?.note(row, column, this.get(row, column));
    if (cell.formula !== undefined) this.hasFormulas = true;
    this.rowAt(row)[column] = cell;
  }

  remove(row: number, column: number): void {
    const cells = this.cellsOf(row);
    if (!cells?.[column]) return;
    this.touch(row, column);
    this.journal?.note(row, column, cells[column]);
    cells[column] = undefined;
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    if (cells.length > 0) return;
    this.rows.delete(row);
    this.near = { row, cells: undefined };
    this.order = null;
  }

  /** For a calculation that knows nothing yet. */
  touchAll(): void {
    this.forEach((row, column) => this.touch(row, column));
  }

  get hasTouched(): boolean {
    return this.touched.length > 0;
  }

  /** Visits the cells whose content changed since the last call. */
  drainTouched(visit: (row: number, column: number, cell: Cell | undefined) => void): void {
    const runs = this.touched;
    this.touched = [];
    for (const { row, from, to } of runs) {
      for (let column = from; column <= to; column++) visit(row, column, this.get(row, column));
    }
  }

  private touch(row: number, column: number): void {
    const last = this.touched[this.touched.length - 1];
    if (last?.row === row && column >= last.from && column <= last.to + 1) last.to = Math.max(last.to, column);
    else this.touched.push({ row, from: column, to: column });
  }

  private rowAt(row: number): Row {
    const known = this.cellsOf(row);
    if (known) return known;
    const cells: Row = [];
    this.rows.set(row, cells);
    this.near = { row, cells };
    if (this.order && row > (this.order.at(-1) ?? -1)) this.order.push(row);
    else this.order = null;
    return cells;
  }

  /** Visits the existing cells of an area (all when absent), in reading order. */
  forEach(visit: (row: number, column: number, cell: Cell) => void, area?: Area): void {
    const [from, to] = area ? [area.column, lastColumn(area)] : [0, Infinity];
    for (const row of this.rowNumbers(area)) {
      const cells = this.rows.get(row);
      if (!cells) continue;
      for (let column = from; column < cells.length && column <= to; column++) {
        const cell = cells[column];
        if (cell) visit(row, column, cell);
      }
    }
  }

  /** The smallest area around the cells that `matches`, within `within`; null when there are none. */
  bounds(matches: (cell: Cell) => boolean, within?: Area): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    this.forEach((row, column, cell) => {
      if (!matches(cell)) return;
      if (bottom < 0) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
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

  /** A copy, because a visitor may add and remove rows. */
  private rowNumbers(area?: Area): number[] {
    if (area && area.rows <= this.rows.size && !isEntireColumns(area)) {
      return Array.from({ length: area.rows }, (_, i) => area.row + i);
    }
    this.order ??= [...this.rows.keys()].sort((a, b) => a - b);
    return area ? this.order.filter((row) => row >= area.row && row <= lastRow(area)) : [...this.order];
  }
}
