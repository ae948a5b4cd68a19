import type { Matrix } from '../values/matrix';
import { LAST_COLUMN, LAST_ROW, type Area } from '../values/reference';
import { errors, same, type Scalar } from '../values/scalar';
import type { Cell, Grid } from './grid';

/** What placing a result did: the anchor's own value, the other cells that changed, and the area if it is blocked. */
export interface Placed {
  value: Scalar;
  changed: Cell[];
  blocked?: Area;
}

/**
 * Puts a formula's array into the cells to the right and below, or `#SPILL!` when one of them is in use or the area is
 * refused.
 */
export function place(anchor: Cell, result: Matrix, grid: Grid, isRefused: (area: Area) => boolean): Placed {
  const area = areaOf(anchor, result);
  const before = release(anchor, grid);
  if (isRefused(area) || !isFree(anchor, area, grid))
    return { value: errors.spill, changed: [...before.keys()], blocked: area };
  anchor.formula!.spill = area;
  const cells = new Set([...before.keys(), ...fill(anchor, result, grid)]);
  const changed = [...cells].filter((cell) => !same(cell.value, before.get(cell) ?? null));
  return { value: shown(result.at(0, 0)), changed };
}

/** Empties the cells that a formula filled; what they held. */
export function release(anchor: Cell, grid: Grid): Map<Cell, Scalar> {
  const before = new Map<Cell, Scalar>();
  const area = anchor.formula?.spill;
  if (!area) return before;
  for (const cell of grid.within(area)) {
    if (cell.anchor !== anchor) continue;
    before.set(cell, cell.value);
    cell.anchor = undefined;
    cell.value = null;
  }
  anchor.formula!.spill = undefined;
  return before;
}

function fill(anchor: Cell, result: Matrix, grid: Grid): Cell[] {
  const cells: Cell[] = [];
  for (let index = 1; index < result.size; index += 1) {
    const row = Math.floor(index / result.columns);
    const cell = grid.ensure(anchor.row + row, anchor.column + (index % result.columns));
    cell.anchor = anchor;
    cell.value = shown(result.cells[index] ?? null);
    cells.push(cell);
  }
  return cells;
}

/** A blank in a result shows as 0. */
export function shown(value: Scalar): Scalar {
  return value === null ? 0 : value;
}

function areaOf({ row, column }: Cell, result: Matrix): Area {
  return { top: row, left: column, bottom: row + result.rows - 1, right: column + result.columns - 1 };
}

function isFree(anchor: Cell, area: Area, grid: Grid): boolean {
  if (area.bottom > LAST_ROW || area.right > LAST_COLUMN) return false;
  for (const cell of grid.within(area)) {
    if (cell === anchor || cell.anchor === anchor) continue;
    if (cell.formula || cell.value !== null) return false;
  }
  return true;
}
