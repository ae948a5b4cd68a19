import type { Cell } from '../template/codec';
import { planColumnSwitch, type ColumnPlace, type ColumnSwitch, type SwitchableColumn } from '../template/switchable';
import type { FunctionCell, LiveHome, RunOptions } from './home';

type Workbook = Pick<
  LiveHome,
  'lookAtColumns' | 'switchColumns' | 'readFigures' | 'findFunctionCells' | 'freezeFunctionCells'
>;

/** What making a workbook share-safe would do: everybody shall read it, with or without the add-in (decision 9). */
export interface ShareSafePlan {
  /** Switched columns, which get their native formulas back. */
  readonly change: ColumnSwitch;
  /** Cells of the person's own that call the add-in: kept unless the person wants values there. */
  readonly cells: readonly FunctionCell[];
}

/** A cell of a column that shows something else by its native formula than by its twin. */
export interface FigureDifference extends ColumnPlace {
  /** Record of the table, from 1. */
  readonly row: number;
  readonly twin: Cell;
  readonly native: Cell;
}

/** What was done, and the proof. */
export interface ShareSafeReport {
  readonly columns: readonly ColumnPlace[];
  /** Cells compared before and after; with no differences, the native formulas show the same. */
  readonly compared: number;
  readonly differences: readonly FigureDifference[];
  /** Cells that hold values now. */
  readonly frozen: readonly FunctionCell[];
  /** What still calls the add-in, found by reading every formula again. */
  readonly left: readonly FunctionCell[];
}

/**
 * Looks for everything that needs the add-in; nothing is written.
 * @throws CrmError as `planColumnSwitch`
 */
export async function planShareSafe(home: Workbook, options: RunOptions = {}): Promise<ShareSafePlan> {
  const found = await home.lookAtColumns();
  const calls = await home.findFunctionCells(options);
  const switched = found.columns.flatMap((column) => asSwitched(column, calls));
  return { change: planColumnSwitch(found, switched, 'native'), cells: calls.filter(({ of }) => !of) };
}

/** A column is switched as long as one of its cells is, whatever a person put into its first record. */
function asSwitched(column: SwitchableColumn, calls: readonly FunctionCell[]): SwitchableColumn[] {
  if (column.state === 'twin') return [column];
  const call = calls.find(({ of }) => of?.table === column.table && of.column === column.column);
  return call ? [{ ...column, state: 'twin', found: call.formula }] : [];
}

/**
 * Turns every switched column back, puts values in the place of the cells that the person chose, and proves it: what the
 * columns show is compared with what they showed before, and all formulas are read again.
 */
export async function makeShareSafe(
  home: Workbook,
  { change }: Pick<ShareSafePlan, 'change'>,
  freeze: readonly FunctionCell[],
  options: RunOptions = {},
): Promise<ShareSafeReport> {
  const { columns } = change;
  const before = await home.readFigures(columns, options);
  // The cells first: what they show may follow from a switched column, and must be what the person saw.
  const frozen = freeze.length ? await home.freezeFunctionCells(freeze, options) : [];
  if (columns.length) await home.switchColumns(change, options);
  const after = await home.readFigures(columns, options);
  return {
    columns: columns.map(({ table, column }) => ({ table, column })),
    compared: before.reduce((sum, cells) => sum + cells.length, 0),
    differences: columns.flatMap((place, index) => differences(place, before[index]!, after[index]!)),
    frozen,
    left: await home.findFunctionCells(options),
  };
}

function differences({ table, column }: ColumnPlace, before: readonly Cell[], after: readonly Cell[]) {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, row): FigureDifference[] => {
    const [twin, native] = [before[row] ?? null, after[row] ?? null];
    return isSame(twin, native) ? [] : [{ table, column, row: row + 1, twin, native }];
  }).flat();
}

/** Both ways may round the last binary digit differently. */
const isSame = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= Math.max(1e-9, Math.abs(b) * 1e-11) : a === b;
