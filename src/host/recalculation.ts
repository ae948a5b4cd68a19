import type { CalcInput, CalcResult, CalcSpill, CalcValue, Calculator } from './calc';
import { ShownValues } from './shownValues';
import { type Area, areaBetween, boundingArea } from './store/address';
import { type Cell, type CellValue, isBlank } from './store/cell';
import type { Change } from './store/change';
import type { Sheet } from './store/sheet';
import type { Workbook } from './store/workbook';
import { finish } from './steps';
import { structureOf, withoutEquals } from './structure';

/** Changes after which no formula can have another value. */
const HARMLESS: ReadonlySet<Change['kind']> = new Set([
  'format',
  'calculated',
  'selection',
  'sheetActivated',
  'sheetDeactivated',
  'settings',
  'pivot',
  'clicked',
  'chartActivated',
  'chartDeactivated',
  'shapeActivated',
  'shapeDeactivated',
  'workbookActivated',
  'autoSaveChanged',
]);

/** A sheet no person sees, in whose only cell single formulas are evaluated. */
const SCRATCH = { id: '#scratch', name: '#scratch' };

/** More results than that are told by the area around them. */
const MAX_PARTS = 500;

/** The cells of a sheet whose values changed, one by one while they are few. */
function partsOf(changed: readonly { sheet: string; row: number; column: number }[], sheet: Sheet): Area[] | undefined {
  if (changed.length > MAX_PARTS) return undefined;
  const own = changed.filter((result) => result.sheet === sheet.id);
  return own.map(({ row, column }) => areaBetween(row, column, row, column));
}

/** Keeps formula values up to date: lazily, from the cells the grids report as touched (decision 24). */
export class Recalculation {
  private stale = true;
  private structure = '';
  /** Sheets whose cells the engine has seen: of others every cell is new to it. */
  private readonly seen = new Set<Sheet>();

  constructor(
    private readonly workbook: Workbook,
    private readonly calculator: Calculator,
    private readonly now: () => number,
  ) {}

  /** Remembers that a change may have made values stale. */
  notice(change: Change): void {
    if (!HARMLESS.has(change.kind)) this.stale = true;
  }

  /** Something outside the cells changed (a custom function was registered or settled). */
  invalidate(): void {
    this.stale = true;
  }

  dispose(): void {
    this.calculator.dispose();
  }

  get isStale(): boolean {
    return this.stale || this.workbook.sheets.some((sheet) => sheet.grid.hasTouched);
  }

  /** Brings every formula up to date and reports the sheets where values changed; nothing to do without formulas. */
  run(): void {
    finish(this.steps());
  }

  /** The same now and then making room for others; what is left when it is abandoned runs the next time. */
  *steps(): Generator<number, void> {
    if (this.isStale && this.workbook.sheets.some(({ grid }) => grid.hasFormulas)) yield* this.update();
  }

  private *update(): Generator<number, void> {
    this.stale = false;
    let isDone = false;
    try {
      this.setStructure();
      for (const sheet of this.workbook.sheets) {
        this.calculator.set(this.inputs(sheet));
        yield 0;
      }
      const { changed, spills } = yield* this.calculator.recalculateSteps(this.now());
      this.publish(changed, spills);
      isDone = true;
    } finally {
      this.stale ||= !isDone;
    }
  }

  private publish(changed: readonly CalcResult[], spills: readonly CalcSpill[]): void {
    const sheets = new Map(this.workbook.sheets.map((sheet) => [sheet.id, sheet]));
    const areas = new Map<Sheet, Area>();
    for (const result of changed) {
      const sheet = sheets.get(result.sheet);
      if (sheet) this.store(sheet, result, areas);
    }
    this.workbook.spills = spills.flatMap(({ anchor, rows, columns }) => {
      const sheet = sheets.get(anchor.sheet);
      return sheet ? [{ sheet, area: { row: anchor.row, column: anchor.column, rows, columns } }] : [];
    });
    for (const [sheet, area] of areas)
      this.workbook.emit({ kind: 'calculated', sheet, area, parts: partsOf(changed, sheet) });
  }

  private setStructure(): void {
    const { sheets, ...others } = structureOf(this.workbook);
    const structure = { ...others, sheets: [...sheets, SCRATCH] };
    const text = JSON.stringify(structure);
    if (text !== this.structure) this.calculator.setStructure(structure);
    this.structure = text;
  }

  /** The value of one formula (without `=`) that stands in no cell; a manual workbook stays as it is. */
  evaluate(formula: string): CellValue {
    if (this.isStale && this.workbook.calculationMode === 'Manual') return this.evaluateAsShown(formula);
    if (this.isStale) finish(this.update());
    const cell = { sheet: SCRATCH.id, row: 0, column: 0 };
    this.calculator.set([{ ...cell, input: { formula } }]);
    const { changed } = this.calculator.recalculate(this.now());
    const value =
      changed.find(({ sheet, row, column }) => sheet === SCRATCH.id && row === 0 && column === 0)?.value ?? null;
    this.calculator.set([{ ...cell, input: null }]);
    this.calculator.recalculate(this.now());
    return value as CellValue;
  }

  private evaluateAsShown(formula: string): CellValue {
    return new ShownValues(this.workbook, this.now()).evaluate(formula, this.workbook.activeSheet, 0, 0) as CellValue;
  }

  private inputs(sheet: Sheet): CalcInput[] {
    const inputs: CalcInput[] = [];
    const add = (row: number, column: number, cell: Cell | undefined) => {
      const { formula, value = null } = cell ?? {};
      const input = formula === undefined ? (value as CalcValue) : { formula: withoutEquals(formula) };
      inputs.push({ sheet: sheet.id, row, column, input });
    };
    sheet.grid.drainTouched(this.seen.has(sheet) ? add : () => undefined);
    if (!this.seen.has(sheet)) sheet.grid.forEach(add);
    this.seen.add(sheet);
    return inputs;
  }

  private store(sheet: Sheet, result: CalcResult, areas: Map<Sheet, Area>): void {
    const { row, column } = result;
    const value = result.value as CellValue;
    const cell = sheet.cell(row, column);
    if (cell?.formula !== undefined) cell.value = value;
    else if (value === null || !isBlank(cell)) sheet.spilled.delete(row, column);
    else sheet.spilled.set(row, column, value);
    const area = areaBetween(row, column, row, column);
    const known = areas.get(sheet);
    areas.set(sheet, known ? boundingArea(known, area) : area);
  }
}
