/**
 * What the host and its calculation engine say to each other (decision 24). The host's cell store is the only truth;
 * the calculator holds a copy of the inputs and answers with values.
 */

/** A cell: row and column start at 0; `sheet` is the stable id of a sheet, not its name. */
export interface CellPosition {
  sheet: string;
  row: number;
  column: number;
}

/** A table's place and captions; `top` and `bottom` include the header and totals rows where they are shown. */
export interface CalcTable {
  name: string;
  sheet: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
  headerRow: boolean;
  totalsRow: boolean;
  columns: string[];
}

/** Cells that are merged: no formula fills them. */
export interface CalcMerge {
  sheet: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Everything a formula can name, and what it cannot spill over. A defined name's `formula` has no leading `=`; `sheet` scopes it to one sheet id. */
export interface CalcStructure {
  sheets: { id: string; name: string }[];
  tables: CalcTable[];
  names: { name: string; formula: string; sheet?: string }[];
  date1904: boolean;
  merges?: CalcMerge[];
}

/** A cell's value; `null` is a blank cell, an error is its Excel text, e.g. `{ error: '#N/A' }`. */
export type CalcValue = string | number | boolean | null | { error: string };

/** A cell whose displayed value changed. */
export interface CalcResult extends CellPosition {
  value: CalcValue;
}

/** One input: a value, or a formula without its leading `=` (structured references and custom functions allowed). */
export interface CalcInput extends CellPosition {
  input: CalcValue | { formula: string };
}

/** A rectangle that one formula filled. */
export interface CalcSpill {
  anchor: CellPosition;
  rows: number;
  columns: number;
}

/** What a recalculation found: only cells whose displayed value changed, and every spill that exists now. */
export interface Recalculation {
  changed: CalcResult[];
  spills: CalcSpill[];
}

export interface Calculator {
  /** Replaces what formulas can name; cheap when unchanged, otherwise re-expands the formulas that it affects. */
  setStructure(structure: CalcStructure): void;
  /** Takes inputs; nothing is calculated before {@link recalculate}. Unknown sheet ids throw. */
  set(cells: CalcInput[]): void;
  /** Brings every formula up to date; `now` is the workbook serial behind TODAY() and NOW(). */
  recalculate(now: number): Recalculation;
  /**
   * The same for those who must not wait for a large workbook: yields now and then, each time the share (0 to 1) of the
   * formulas that have run. What is left when it is abandoned runs with the next recalculation.
   */
  recalculateSteps(now: number): Generator<number, Recalculation>;
  /** Called when a promise returned by a custom function settled: the host then recalculates. Returns the unsubscriber. */
  onAsyncResult(listener: () => void): () => void;
  /** Frees the engine's memory; the calculator must not be used afterwards. */
  dispose(): void;
}

/** A registered JavaScript function, called with Excel's conventions: scalars, and 2-D arrays for ranges. */
export interface CustomFunction {
  (...args: unknown[]): unknown;
}
