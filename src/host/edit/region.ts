import {
  type Area,
  areaBetween,
  boundingArea,
  intersect,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
} from '../store/address';
import { isBlank } from '../store/cell';
import type { Sheet } from '../store/sheet';

function grown(area: Area): Area {
  return areaBetween(
    Math.max(0, area.row - 1),
    Math.max(0, area.column - 1),
    Math.min(MAX_ROWS - 1, lastRow(area) + 1),
    Math.min(MAX_COLUMNS - 1, lastColumn(area) + 1),
  );
}

/** The block of filled cells around an area, up to blank rows and columns (Ctrl+A, `getSurroundingRegion`). */
export function regionAround(sheet: Sheet, start: Area): Area {
  for (let area = start; ;) {
    const filled = sheet.grid.bounds((cell) => !isBlank(cell), grown(area));
    const next = filled ? boundingArea(area, filled) : area;
    if (next.rows === area.rows && next.columns === area.columns) return area;
    area = next;
  }
}

const STEPS = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] } as const;
const SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** Where Ctrl+Arrow lands from a cell. */
export function rangeEdge(sheet: Sheet, from: Area, direction: keyof typeof STEPS): Area {
  const [rows, columns] = STEPS[direction];
  const limit = sheet.grid.bounds(() => true);
  const filled = (row: number, column: number) => !isBlank(sheet.cell(row, column));
  const inside = (row: number, column: number) => intersect(SHEET, areaBetween(row, column, row, column)) !== null;
  const beyond = (row: number, column: number) => !limit || row > lastRow(limit) || column > lastColumn(limit);
  let { row, column } = from;
  if (!inside(row + rows, column + columns)) return areaBetween(row, column, row, column);
  const inBlock = filled(row, column) && filled(row + rows, column + columns);
  do {
    [row, column] = [row + rows, column + columns];
    if (beyond(row, column) && rows + columns > 0) return edgeOfSheet(row, column, direction);
  } while (
    inside(row + rows, column + columns) &&
    (inBlock ? filled(row + rows, column + columns) : !filled(row, column))
  );
  return areaBetween(row, column, row, column);
}

function edgeOfSheet(row: number, column: number, direction: keyof typeof STEPS): Area {
  return direction === 'Down'
    ? areaBetween(MAX_ROWS - 1, column, MAX_ROWS - 1, column)
    : areaBetween(row, MAX_COLUMNS - 1, row, MAX_COLUMNS - 1);
}
