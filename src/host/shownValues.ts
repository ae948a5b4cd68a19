import { asScalar } from './calc/evaluate/broadcast';
import { Scope, type Source } from './calc/evaluate/scope';
import { Structure } from './calc/graph/structure';
import { parseStored } from './calc/language/parse';
import { Matrix } from './calc/values/matrix';
import { Reference } from './calc/values/reference';
import type { Scalar } from './calc/values/scalar';
import { usedArea } from './edit/write';
import { lastColumn, lastRow } from './store/address';
import type { Sheet } from './store/sheet';
import type { Workbook } from './store/workbook';
import { structureOf } from './structure';

/**
 * Evaluates formulas that stand in no cell over the values that the cells show at this moment, whether these are up to
 * date or not: conditional formats, and what is asked while calculation is manual. Made anew after each change: ranges
 * are read once. Custom functions are unknown here (`#NAME?`).
 */
export class ShownValues implements Source {
  readonly structure: Structure;
  readonly functions = new Map();
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly matrices = new Map<string, Matrix>();

  constructor(
    workbook: Workbook,
    readonly now = 0,
  ) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
    this.structure = new Structure(structureOf(workbook));
  }

  /** What a formula (without `=`) would show in a cell. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number): Scalar {
    const scope = new Scope(this, { sheet: sheet.id, row, column }, new Map());
    return asScalar(scope.read(parseStored(formula)));
  }

  valueAt(sheet: string, row: number, column: number): Scalar {
    return (this.sheets.get(sheet)?.value(row, column) ?? null) as Scalar;
  }

  matrixOf(reference: Reference): Matrix {
    const known = this.matrices.get(reference.key);
    if (known) return known;
    const { top, left, rows, columns } = this.clip(reference);
    const matrix = Matrix.build(rows, columns, (row, column) =>
      this.valueAt(reference.sheet, top + row, left + column),
    );
    this.matrices.set(reference.key, matrix);
    return matrix;
  }

  /** Whole columns and rows end at the last used cell. */
  private clip(reference: Reference): Reference {
    const sheet = this.sheets.get(reference.sheet);
    const used = sheet && usedArea(sheet, true);
    const bottom = Math.max(reference.top, Math.min(reference.bottom, used ? lastRow(used) : 0));
    const right = Math.max(reference.left, Math.min(reference.right, used ? lastColumn(used) : 0));
    return new Reference(reference.sheet, reference.top, reference.left, bottom, right);
  }

  spillOf(): undefined {
    return undefined;
  }

  formulaAt(sheet: string, row: number, column: number): string | undefined {
    return this.sheets.get(sheet)?.cell(row, column)?.formula;
  }

  remember(_position: unknown, _call: string, run: () => unknown): unknown {
    return run();
  }
}
