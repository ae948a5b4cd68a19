import { asScalar, type Read } from '../evaluate/broadcast';
import { Scope, type Source } from '../evaluate/scope';
import type { CalcSpill, CellPosition, CustomFunction } from '../types';
import { Matrix } from '../values/matrix';
import { type Area, Reference } from '../values/reference';
import type { Scalar } from '../values/scalar';
import { Dirty } from './dirty';
import { Grid, newFormula, type Cell, type Precedent } from './grid';
import { place, release, shown } from './spill';
import { keyOf, Structure } from './structure';

/** So many formulas may wait for each other on the JavaScript stack; longer chains are unwound by {@link NotReady}. */
const DEEPEST = 60;
/** So many formulas run between two moments in which something else may happen. */
const STEP = 200;
/** Formulas that spill into what they read never settle; they stop here. */
const MOST_RUNS = 20;

/** Thrown through an evaluation that needs a value too far down; it starts again when that value is there. */
class NotReady {
  constructor(readonly cell: Cell) {}
}

/** The calculation itself: cells that are read bring the formulas behind them up to date first. */
export class Workbook implements Source {
  readonly grids = new Map<string, Grid>();
  readonly dirty = new Dirty(this.grids);
  readonly anchors = new Set<Cell>();
  /** Formula cells and filled cells that may show something new. */
  readonly touched = new Set<Cell>();
  structure = new Structure({ sheets: [], tables: [], names: [], date1904: false });
  now = 0;

  private readonly matrices = new Map<string, Matrix>();
  private readonly running: Cell[] = [];
  private readonly reruns = new Map<Cell, number>();

  constructor(
    readonly functions: ReadonlyMap<string, CustomFunction>,
    private readonly onAsyncResult: () => void,
  ) {}

  /** Puts a value into a cell; nothing runs yet. */
  putValue(cell: Cell, value: Scalar): void {
    this.clear(cell);
    cell.value = cell.shown = value;
    this.dirty.markReaders(cell);
  }

  /** Puts a formula into a cell; nothing runs yet. Its value is reported in any case, for the host may have dropped it. */
  putFormula(cell: Cell, text: string): void {
    if (cell.formula?.text !== text) {
      this.clear(cell);
      cell.formula = newFormula(text);
      this.dirty.mark(cell);
    }
    cell.shown = undefined;
    this.touched.add(cell);
  }

  /** Adds and removes sheets and marks the formulas for which the structure means something new. */
  restructure(structure: Structure): void {
    const ids = new Set(structure.source.sheets.map((sheet) => sheet.id));
    for (const id of ids) if (!this.grids.has(id)) this.grids.set(id, new Grid(id));
    for (const [id, grid] of this.grids) if (!ids.has(id)) this.removeSheet(id, grid);
    const keys = this.structure.changedKeys(structure);
    this.structure = structure;
    for (const key of keys) this.dirty.markKey(key);
  }

  /** Runs every dirty formula; yields now and then, each time the share (0 to 1) that has run. */
  *settleAll(): Generator<number> {
    this.matrices.clear();
    this.reruns.clear();
    let count = 0;
    for (const cell of this.dirty.take()) {
      this.settleFromTop(cell);
      if (++count % STEP === 0) yield count / (count + this.dirty.size);
    }
  }

  valueAt(sheet: string, row: number, column: number): Scalar {
    const cell = this.grids.get(sheet)?.at(row, column);
    return cell ? this.settled(cell) : null;
  }

  matrixOf(reference: Reference): Matrix {
    const known = this.matrices.get(reference.key);
    if (known) return known;
    const matrix = this.readMatrix(reference);
    this.matrices.set(reference.key, matrix);
    return matrix;
  }

  spillOf(sheet: string, row: number, column: number): Reference | undefined {
    this.valueAt(sheet, row, column);
    const area = this.grids.get(sheet)?.at(row, column)?.formula?.spill;
    return area && Reference.of(sheet, area);
  }

  formulaAt(sheet: string, row: number, column: number): string | undefined {
    return this.grids.get(sheet)?.at(row, column)?.formula?.text;
  }

  remember({ sheet, row, column }: CellPosition, call: string, run: () => unknown): unknown {
    const cell = this.grids.get(sheet)!.at(row, column)!;
    const formula = cell.formula!;
    return formula.calls.remember(call, run, () => {
      if (cell.formula !== formula) return;
      this.dirty.mark(cell);
      this.onAsyncResult();
    });
  }

  spills(): CalcSpill[] {
    return [...this.anchors].map(({ sheet, row, column, formula }) => {
      const { top, left, bottom, right } = formula!.spill!;
      return { anchor: { sheet, row, column }, rows: bottom - top + 1, columns: right - left + 1 };
    });
  }

  private readMatrix(reference: Reference): Matrix {
    const grid = this.grids.get(reference.sheet);
    if (!grid) return new Matrix(1, 1, [null]);
    const area = Reference.of(reference.sheet, grid.clip(reference));
    const cells = new Array<Scalar>(area.rows * area.columns).fill(null);
    for (const cell of grid.within(area)) {
      cells[(cell.row - area.top) * area.columns + cell.column - area.left] = this.settled(cell);
    }
    return new Matrix(area.rows, area.columns, cells);
  }

  private settled(cell: Cell): Scalar {
    const owner = cell.anchor ?? cell;
    if (owner.formula?.state === 'dirty') this.settle(owner);
    if (owner.formula?.state !== 'running') return cell.value;
    // Excel shows 0 for a formula that depends on itself.
    if (owner === cell) owner.formula.circular = true;
    return 0;
  }

  private settle(cell: Cell): void {
    if (this.running.length >= DEEPEST) throw new NotReady(cell);
    this.run(cell);
  }

  private settleFromTop(start: Cell): void {
    const waiting = [start];
    for (let cell = waiting.at(-1); cell; cell = waiting.at(-1)) {
      const needed = cell.formula?.state === 'dirty' ? this.attempt(cell) : undefined;
      if (!needed) waiting.pop();
      else if (waiting.includes(needed)) this.show(needed, 0);
      else waiting.push(needed);
    }
  }

  /** Runs a formula; the cell that has to run before it, if any. */
  private attempt(cell: Cell): Cell | undefined {
    try {
      this.run(cell);
      return undefined;
    } catch (thrown) {
      if (thrown instanceof NotReady) return thrown.cell;
      throw thrown;
    }
  }

  private run(cell: Cell): void {
    const formula = cell.formula!;
    const record = new Map<string, Precedent>();
    const scope = new Scope(this, cell, record);
    Object.assign(formula, { state: 'running', again: false, circular: false });
    formula.calls.begin();
    this.running.push(cell);
    try {
      this.finish(cell, scope.read(formula.tree), scope);
      this.dirty.track(cell, record);
    } catch (thrown) {
      formula.state = 'dirty';
      formula.calls.abort();
      throw thrown;
    } finally {
      this.running.pop();
    }
    this.runAgainIfChanged(cell);
  }

  private finish(cell: Cell, result: Read, scope: Scope): void {
    if (cell.formula!.circular || !(result instanceof Matrix) || result.size === 1) {
      this.show(cell, cell.formula!.circular ? 0 : asScalar(result));
    } else {
      scope.dependOnKey(keyOf.arraysOf(cell.sheet));
      this.showArray(cell, result, scope);
    }
  }

  private show(cell: Cell, value: Scalar): void {
    const filled = release(cell, this.grids.get(cell.sheet)!);
    this.anchors.delete(cell);
    this.conclude(cell, shown(value), filled.keys());
  }

  private showArray(cell: Cell, result: Matrix, scope: Scope): void {
    const isRefused = (area: Area) => this.structure.refusesArray(cell.sheet, area);
    const placed = place(cell, result, this.grids.get(cell.sheet)!, isRefused);
    if (placed.blocked) scope.dependOn(Reference.of(cell.sheet, placed.blocked));
    if (placed.blocked) this.anchors.delete(cell);
    else this.anchors.add(cell);
    this.conclude(cell, placed.value, placed.changed);
  }

  private conclude(cell: Cell, value: Scalar, filled: Iterable<Cell>): void {
    cell.value = value;
    cell.formula!.state = 'clean';
    this.touched.add(cell);
    for (const other of filled) this.refilled(other, cell);
  }

  /** A filled cell changed after others may have read it: they run again. */
  private refilled(filled: Cell, by?: Cell): void {
    this.touched.add(filled);
    this.matrices.clear();
    this.dirty.markReaders(filled);
    for (const reader of this.running) if (reader !== by) reader.formula!.again = true;
  }

  private runAgainIfChanged(cell: Cell): void {
    const count = this.reruns.get(cell) ?? 0;
    if (!cell.formula!.again || count >= MOST_RUNS) return;
    this.reruns.set(cell, count + 1);
    this.matrices.clear();
    this.dirty.mark(cell);
  }

  /** Takes a cell's formula and its spill away, and the cell out of another one's spill. */
  private clear(cell: Cell): void {
    if (cell.anchor) this.dirty.mark(cell.anchor);
    cell.anchor = undefined;
    this.touched.delete(cell);
    if (!cell.formula) return;
    for (const filled of release(cell, this.grids.get(cell.sheet)!).keys()) this.refilled(filled);
    this.dirty.forget(cell);
    this.anchors.delete(cell);
    cell.formula = undefined;
  }

  private removeSheet(id: string, grid: Grid): void {
    for (const cell of grid.all()) {
      this.dirty.forget(cell);
      this.anchors.delete(cell);
      this.touched.delete(cell);
    }
    this.grids.delete(id);
  }
}
