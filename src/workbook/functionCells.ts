import type { FunctionCell, RunOptions } from '../actions/home';
import { columnLetter } from '../template/dashboard';
import { callsFunction } from '../template/functionCalls';
import { isFormula, type ColumnPlace, type ColumnsFound } from '../template/switchable';
import { blockBytes, blockRows } from './chunks';
import { formulasOf, once, syncEach } from './gateway';
import type { LogLine } from './journal';
import { positionOf, type Layout } from './layout';

/** Length of a formula by estimate, where nobody knows: a sheet of the person's own. */
const usualLength = 60;

/** Where a column that has a twin stands: the twin's calls in there are not the person's own. */
interface Area extends ColumnPlace {
  readonly sheet: string;
  readonly top: number;
  readonly rows: number;
  readonly position: number;
  /** The column as a whole is switched. */
  readonly isSwitched: boolean;
  readonly isTwin: (formula: string) => boolean;
}

interface Piece {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Every cell and defined name that calls a function of the add-in, except cells of switched columns that hold the
 * column's own formula. Reads the formulas of all sheets, a piece in each request.
 */
export async function findFunctionCells(
  context: Excel.RequestContext,
  layout: Layout,
  columns: ColumnsFound,
  options: RunOptions,
): Promise<FunctionCell[]> {
  const { names, sheets } = layout.state;
  const areas = areasOf(layout, columns);
  const found: FunctionCell[] = [];
  const used = sheets.map((sheet) =>
    once(context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true)).load(
      'rowIndex,columnIndex,rowCount,columnCount',
    ),
  );
  await context.sync();
  const pieces = used.flatMap((range, index) => (range.isNullObject ? [] : piecesOf(layout, sheets[index]!, range)));
  const look = (piece: Piece) => {
    const { sheet, row, column, rows, columns: count } = piece;
    const range = once(context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, count));
    range.load('formulas');
    return () => callsIn(piece, formulasOf(range), areas, (cell) => found.push(cell));
  };
  await syncEach(context, pieces, look, { ...options, label: 'shareSafe.look' });
  const ofNames = Object.keys(names).filter((name) => callsFunction(names[name]));
  return [
    ...ofNames.map((name) => ({ sheet: '', address: '', name, formula: names[name]! })),
    ...(await withoutTexts(context, found, options)),
  ];
}

/** A text that starts with `=` reads the same both ways; a formula and its result do not. */
async function withoutTexts(
  context: Excel.RequestContext,
  cells: readonly FunctionCell[],
  options: RunOptions,
): Promise<FunctionCell[]> {
  const formulas: FunctionCell[] = [];
  const look = (group: readonly FunctionCell[]) => {
    const ranges = group.map((cell) => once(rangeOf(context, cell)).load('values'));
    return () => void formulas.push(...group.filter((cell, at) => ranges[at]!.values[0]![0] !== cell.formula));
  };
  await syncEach(context, groupsOf(cells), look, { ...options, label: 'shareSafe.look' });
  return formulas;
}

const rangeOf = (context: Excel.RequestContext, { sheet, address }: FunctionCell): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRange(address);

const areasOf = ({ tables }: Layout, { columns, names }: ColumnsFound): Area[] =>
  columns.flatMap(({ table: id, column, state, found }): Area[] => {
    const table = tables.get(id);
    if (!table) return [];
    const { sheet, top, rows, left } = table;
    const isSwitched = state === 'twin';
    const isTwin = (formula: string) =>
      (isSwitched && formula === found) || isFormula({ table: id, column }, 'twin', formula, names);
    return [{ table: id, column, sheet, top, rows, position: left + positionOf(table, column), isSwitched, isTwin }];
  });

/** Native formulas are long: few enough rows that their texts fit a response. */
function piecesOf({ tables }: Layout, sheet: string, range: Excel.Range): Piece[] {
  const known = [...tables.values()].filter((table) => table.sheet === sheet).flatMap(({ formulas }) => formulas);
  const ofOurs = known.reduce((sum, formula) => sum + (formula?.length ?? usualLength), 0);
  const perRow = ofOurs + Math.max(0, range.columnCount - known.length) * usualLength;
  const size = Math.max(1, Math.min(blockRows, Math.floor(blockBytes / Math.max(1, perRow))));
  return Array.from({ length: Math.ceil(range.rowCount / size) }, (_, index) => ({
    ...{ sheet, column: range.columnIndex, columns: range.columnCount },
    row: range.rowIndex + index * size,
    rows: Math.min(size, range.rowCount - index * size),
  }));
}

function callsIn(
  piece: Piece,
  formulas: readonly (readonly unknown[])[],
  areas: readonly Area[],
  tell: (cell: FunctionCell) => void,
): void {
  formulas.forEach((cells, index) =>
    cells.forEach((formula, offset) => {
      if (!callsFunction(formula)) return;
      const [row, position] = [piece.row + index, piece.column + offset];
      const area = areas.find((candidate) => isIn(candidate, piece.sheet, row, position) && candidate.isTwin(formula));
      if (area?.isSwitched) return;
      const of = area && { table: area.table, column: area.column };
      tell({ sheet: piece.sheet, address: `${columnLetter(position)}${row + 1}`, formula, ...(of && { of }) });
    }),
  );
}

const isIn = (area: Area, sheet: string, row: number, position: number): boolean =>
  area.sheet === sheet && area.position === position && row >= area.top && row < area.top + area.rows;

/** Cells that one sync looks at and writes. */
const cellsPerSync = 200;

const groupsOf = (cells: readonly FunctionCell[]): (readonly FunctionCell[])[] =>
  Array.from({ length: Math.ceil(cells.length / cellsPerSync) }, (_, index) =>
    cells.slice(index * cellsPerSync, (index + 1) * cellsPerSync),
  );

/**
 * Values in the place of formulas, copied inside Excel, so that nothing comes back as something else; what a formula
 * spills stays as values too. A cell that holds another formula by now is left alone.
 */
export async function freezeFunctionCells(
  context: Excel.RequestContext,
  cells: readonly FunctionCell[],
  options: RunOptions,
): Promise<FunctionCell[]> {
  const frozen: FunctionCell[] = [];
  const writes: (() => void)[] = [];
  const look = (group: readonly FunctionCell[]) => {
    const ranges = group.map((cell) => {
      const range = rangeOf(context, cell).load('formulas');
      return { cell, range, spill: range.getSpillingToRangeOrNullObject().load('address') };
    });
    return () =>
      ranges.forEach(({ cell, range, spill }) => {
        if (range.formulas[0]![0] !== cell.formula) return;
        writes.push(() => {
          const whole = spill.isNullObject ? range : spill;
          whole.copyFrom(whole, 'Values');
          frozen.push(cell);
        });
      });
  };
  const wanted = cells.filter(({ name }) => name === undefined);
  await syncEach(context, groupsOf(wanted), look, { ...options, label: 'shareSafe.freeze' });
  writes.forEach((write) => write());
  await context.sync();
  return frozen;
}

/** Lines of the change log about frozen cells: the formula that stood there. */
export const frozenLines = (cells: readonly FunctionCell[]): LogLine[] =>
  cells.map(({ sheet, address, formula }) => ({
    ...{ table: '', record: `${sheet}!${address}`, field: 'formula' },
    ...{ before: formula, after: '' },
  }));
