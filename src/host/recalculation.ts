import type { CalcInput, CalcStructure, CalcValue, Calculator } from './calc';
import { type Area, areaBetween, boundingArea, lastColumn, lastRow } from './store/address';
import { type Cell, type CellValue, isBlank } from './store/cell';
import type { Change } from './store/change';
import type { Sheet } from './store/sheet';
import type { Table } from './store/table';
import type { Workbook } from './store/workbook';

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

function withoutEquals(formula: string): string {
  return formula.replace(/^=/, '');
}

function edges(area: Area) {
  return { top: area.row, left: area.column, bottom: lastRow(area), right: lastColumn(area) };
}

function calcTable(table: Table): CalcStructure['tables'][number] {
  return {
    name: table.name,
    sheet: table.sheet.id,
    ...edges(table.area),
    headerRow: table.showHeaders,
    totalsRow: table.showTotals,
    columns: table.columns.map((column) => column.name),
  };
}

function structureOf(workbook: Workbook): CalcStructure {
  return {
    sheets: [...workbook.sheets.map(({ id, name }) => ({ id, name })), SCRATCH],
    tables: workbook.tables.map(calcTable),
    names: workbook.names.map(({ name, formula, scope }) => ({
      name,
      formula: withoutEquals(formula),
      sheet: scope?.id,
    })),
    date1904: workbook.date1904,
    merges: workbook.sheets.flatMap(({ id, merges }) => merges.map((area) => ({ sheet: id, ...edges(area) }))),
  };
}

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
    if (this.isStale && this.workbook.sheets.some(({ grid }) => grid.hasFormulas)) this.update();
  }

  private update(): void {
    this.stale = false;
    this.setStructure();
    for (const sheet of this.workbook.sheets) this.calculator.set(this.inputs(sheet));
    const { changed, spills } = this.calculator.recalculate(this.now());
    const areas = new Map<Sheet, Area>();
    for (const result of changed) this.store(result, areas);
    this.workbook.spills = spills.flatMap(({ anchor, rows, columns }) => {
      const sheet = this.workbook.findSheet(anchor.sheet);
      return sheet ? [{ sheet, area: { row: anchor.row, column: anchor.column, rows, columns } }] : [];
    });
    for (const [sheet, area] of areas)
      this.workbook.emit({ kind: 'calculated', sheet, area, parts: partsOf(changed, sheet) });
  }

  private setStructure(): void {
    const structure = structureOf(this.workbook);
    const text = JSON.stringify(structure);
    if (text !== this.structure) this.calculator.setStructure(structure);
    this.structure = text;
  }

  /** The value of one formula (without `=`) that stands in no cell. */
  evaluate(formula: string): CellValue {
    if (this.isStale) this.update();
    const cell = { sheet: SCRATCH.id, row: 0, column: 0 };
    this.calculator.set([{ ...cell, input: { formula } }]);
    const { changed } = this.calculator.recalculate(this.now());
    const value =
      changed.find(({ sheet, row, column }) => sheet === SCRATCH.id && row === 0 && column === 0)?.value ?? null;
    this.calculator.set([{ ...cell, input: null }]);
    this.calculator.recalculate(this.now());
    return value as CellValue;
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

  private store(
    result: { sheet: string; row: number; column: number; value: CalcValue },
    areas: Map<Sheet, Area>,
  ): void {
    const sheet = this.workbook.findSheet(result.sheet);
    if (!sheet) return;
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
