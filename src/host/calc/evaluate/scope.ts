import type { Precedent } from '../graph/grid';
import { keyOf, type Structure } from '../graph/structure';
import type { Node } from '../language/tree';
import type { CellPosition, CustomFunction } from '../types';
import type { Matrix } from '../values/matrix';
import { Reference } from '../values/reference';
import type { Scalar } from '../values/scalar';
import type { Value } from '../values/value';
import type { Read } from './broadcast';
import { evaluate } from './evaluate';

/** What an evaluation needs from the workbook around it. */
export interface Source {
  readonly structure: Structure;
  readonly functions: ReadonlyMap<string, CustomFunction>;
  readonly now: number;
  /** Brings a cell up to date and reads it. */
  valueAt(sheet: string, row: number, column: number): Scalar;
  /** Brings a range up to date and reads it; whole columns and rows end at the last used cell. */
  matrixOf(reference: Reference): Matrix;
  /** The cells that a formula filled (`A1#`), brought up to date. */
  spillOf(sheet: string, row: number, column: number): Reference | undefined;
  /** The text of a cell's formula. */
  formulaAt(sheet: string, row: number, column: number): string | undefined;
  /** Runs a custom function once per arguments while its promise is pending. */
  remember(position: CellPosition, call: string, run: () => unknown): unknown;
}

/** Where an expression is evaluated: a cell, the LET variables around it, and a record of everything it reads. */
export class Scope {
  constructor(
    readonly source: Source,
    readonly position: CellPosition,
    private readonly record: Map<string, Precedent>,
    private readonly variables: ReadonlyMap<string, Value> = new Map(),
    private readonly namesInside: ReadonlySet<string> = new Set(),
  ) {}

  /** Evaluates without reading the cells of a resulting reference. */
  value(node: Node): Value {
    return evaluate(node, this);
  }

  /** Evaluates and reads: one value, or a rectangle of them. */
  read(node: Node): Read {
    return this.dereference(evaluate(node, this));
  }

  dereference(value: Value): Read {
    if (!(value instanceof Reference)) return value;
    this.dependOn(value);
    if (value.single) return this.source.valueAt(value.sheet, value.top, value.left);
    return this.source.matrixOf(value);
  }

  dependOn(area: Reference): void {
    this.record.set(area.key, { sheet: area.sheet, area });
  }

  dependOnKey(key: string): void {
    this.record.set(key, { key });
  }

  /** The workbook's clock, a serial; the formula is calculated again when it moves. */
  now(): number {
    this.dependOnKey(keyOf.clock);
    return this.source.now;
  }

  get date1904(): boolean {
    this.dependOnKey(keyOf.dateSystem);
    return this.source.structure.date1904;
  }

  sheetId(name: string): string | undefined {
    this.dependOnKey(keyOf.sheet(name));
    return this.source.structure.sheetId(name);
  }

  variable(name: string): Value | undefined {
    return this.variables.get(name.toLowerCase());
  }

  withVariable(name: string, value: Value): Scope {
    const variables = new Map(this.variables).set(name.toLowerCase(), value);
    return new Scope(this.source, this.position, this.record, variables, this.namesInside);
  }

  /** The scope of a defined name's own expression; `undefined` when the name refers to itself. */
  insideName(name: string): Scope | undefined {
    const key = name.toLowerCase();
    if (this.namesInside.has(key)) return undefined;
    const names = new Set(this.namesInside).add(key);
    return new Scope(this.source, this.position, this.record, new Map(), names);
  }
}
