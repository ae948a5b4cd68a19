import type { BookCell, BookSheet } from '../../xlsx/book';
import { type Area, contains, parseAddress } from '../store/address';
import type { Cell, CellValue } from '../store/cell';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { toLiveFormula } from './formulaForms';
import { toLiveStyle } from './styles';

/** So many rows are loaded in one go. */
const STEP = 500;

/** Puts a file's cells into a sheet, some hundred rows at a time; yields how many rows were loaded since the last time. */
export function* loadCells(workbook: Workbook, sheet: Sheet, source: BookSheet): Generator<number> {
  const spills = spillAreas(source);
  const live = formulaReader(workbook.tablesOn(sheet));
  let loaded = 0;
  for (const [row, cells] of source.cells) {
    for (const [column, cell] of cells) {
      const formula = cell.formula === undefined ? undefined : live(cell.formula, row, column);
      loadCell(sheet, row, column, formula, isSpilled(spills, row, column) ? { ...cell, value: null } : cell);
    }
    if (++loaded % STEP === 0) yield STEP;
  }
  yield loaded % STEP;
}

function loadCell(sheet: Sheet, row: number, column: number, formula: string | undefined, source: BookCell): void {
  const style = toLiveStyle(source.style);
  if (source.value === null && formula === undefined && !style) return;
  const cell: Cell = { value: source.value as CellValue };
  if (formula !== undefined) cell.formula = formula;
  if (style) cell.style = style;
  sheet.grid.put(row, column, cell);
}

/** A table repeats one text on every row: it is translated once, and the rows share it. */
function formulaReader(tables: readonly Table[]): (formula: string, row: number, column: number) => string {
  const known = new Map<Table | undefined, Map<string, string>>();
  return (formula, row, column) => {
    const table = tables.find(({ area }) => contains(area, row, column));
    const texts = known.get(table) ?? new Map<string, string>();
    known.set(table, texts);
    const text = texts.get(formula) ?? `=${toLiveFormula(formula, table?.name)}`;
    texts.set(formula, text);
    return text;
  };
}

interface Spill {
  readonly row: number;
  readonly column: number;
  readonly area: Area;
}

/** Cells that a dynamic array fills are its values, not their own. */
function spillAreas(source: BookSheet): Spill[] {
  const found: Spill[] = [];
  for (const [row, cells] of source.cells) {
    for (const [column, cell] of cells) {
      const area = cell.arrayRange && parseAddress(cell.arrayRange)?.area;
      if (area && cell.formula !== undefined) found.push({ row, column, area });
    }
  }
  return found;
}

function isSpilled(spills: readonly Spill[], row: number, column: number): boolean {
  return spills.some((spill) => contains(spill.area, row, column) && (spill.row !== row || spill.column !== column));
}
