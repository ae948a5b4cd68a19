import { asScalar } from '../../calc/evaluate/broadcast';
import { Scope, type Source } from '../../calc/evaluate/scope';
import { Structure } from '../../calc/graph/structure';
import { parseStored } from '../../calc/language/parse';
import { Matrix } from '../../calc/values/matrix';
import { Reference } from '../../calc/values/reference';
import type { Scalar } from '../../calc/values/scalar';
import { usedArea } from '../../edit/write';
import { lastColumn, lastRow } from '../../store/address';
import type { Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';

/** What a formula of this workbook can name. */
function structureOf(workbook: Workbook): Structure {
  return new Structure({
    sheets: workbook.sheets,
    names: workbook.names.map(({ name, formula, scope }) => ({
      name,
      formula: formula.replace(/^=/, ''),
      sheet: scope?.id,
    })),
    tables: workbook.tables.map((table) => ({
      name: table.name,
      sheet: table.sheet.id,
      top: table.area.row,
      left: table.area.column,
      bottom: lastRow(table.area),
      right: lastColumn(table.area),
      headerRow: table.showHeaders,
      totalsRow: table.showTotals,
      columns: table.columns.map((column) => column.name),
    })),
    date1904: workbook.date1904,
  });
}

/**
 * Evaluates the formulas of conditional formats over the host's values as they are at this moment. They are in no cell,
 * so the workbook's own calculation does not know them. Made anew after each change: ranges are read once.
 */
export class Conditions implements Source {
  readonly structure: Structure;
  readonly functions = new Map();
  readonly now = 0;
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly matrices = new Map<string, Matrix>();

  constructor(workbook: Workbook) {
    this.sheets = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet]));
    this.structure = structureOf(workbook);
  }

  /** Whether the formula (without `=`) is true in a cell. */
  holds(formula: string, sheet: Sheet, row: number, column: number): boolean {
    const scope = new Scope(this, { sheet: sheet.id, row, column }, new Map());
    const value = asScalar(scope.read(parseStored(formula)));
    return value === true || (typeof value === 'number' && value !== 0);
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
