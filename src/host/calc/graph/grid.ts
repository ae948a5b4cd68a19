import { parseStored } from '../language/parse';
import type { Node } from '../language/tree';
import { LAST_COLUMN, LAST_ROW, type Area } from '../values/reference';
import type { Scalar } from '../values/scalar';
import { PendingCalls } from './pendingCalls';

export type FormulaState = 'dirty' | 'running' | 'clean';

/** The formula of a cell and what its last evaluation found. */
export interface Formula {
  readonly text: string;
  readonly tree: Node;
  state: FormulaState;
  /** A value that it reads changed while it was running: it has to run again. */
  again: boolean;
  /** It was read while it was running. */
  circular: boolean;
  /** What it read: areas and structure keys, see {@link Dependents}. */
  precedents: Precedents;
  /** The rectangle that it fills; absent for a single value. */
  spill?: Area;
  readonly calls: PendingCalls;
}

export function newFormula(text: string): Formula {
  const calls = new PendingCalls();
  return { text, tree: parseStored(text), state: 'clean', again: false, circular: false, precedents: new Map(), calls };
}

/** By a text that identifies each. */
export type Precedents = ReadonlyMap<string, Precedent>;

export type Precedent = { sheet: string; area: Area } | { key: string };

/** A cell that holds an input, a formula, or a part of another cell's spill. */
export interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  value: Scalar;
  /** The value that the host knows; `undefined` when it has to be told in any case. */
  shown: Scalar | undefined;
  formula?: Formula;
  /** The cell whose formula fills this one. */
  anchor?: Cell;
}

/** The cells of a sheet, by column, created on demand. */
export class Grid {
  private readonly columns: (Cell | undefined)[][] = [];
  private rows = 0;

  constructor(readonly id: string) {}

  at(row: number, column: number): Cell | undefined {
    return this.columns[column]?.[row];
  }

  ensure(row: number, column: number): Cell {
    const cells = (this.columns[column] ??= []);
    this.rows = Math.max(this.rows, row + 1);
    return (cells[row] ??= { sheet: this.id, row, column, value: null, shown: null });
  }

  /** Whole columns and rows end at the last used cell; other areas stay as they are. */
  clip(area: Area): Area {
    const bottom = area.bottom < LAST_ROW ? area.bottom : Math.max(area.top, this.rows - 1);
    const right = area.right < LAST_COLUMN ? area.right : Math.max(area.left, this.columns.length - 1);
    return { top: area.top, left: area.left, bottom, right };
  }

  /** Existing cells of an area. */
  *within(area: Area): Generator<Cell> {
    const { top, left, bottom, right } = this.clip(area);
    for (let column = left; column <= right; column += 1) {
      const cells = this.columns[column];
      if (!cells) continue;
      for (let row = top; row <= Math.min(bottom, cells.length - 1); row += 1) {
        const cell = cells[row];
        if (cell) yield cell;
      }
    }
  }

  /** Every existing cell. */
  *all(): Generator<Cell> {
    for (const cells of this.columns) {
      for (const cell of cells ?? []) if (cell) yield cell;
    }
  }
}
