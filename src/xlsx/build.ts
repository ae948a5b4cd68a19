import type { Value } from '../crm/snapshot';
import type { Cell } from '../template/codec';
import { columnLetter, looks, type DashboardCell } from '../template/dashboard';
import { dashboardView } from '../template/dashboardView';
import { Computation } from '../template/compute';
import { columnOf, environmentOf } from '../template/environment';
import { cadenceConditions, renderFormula } from '../template/formula';
import { columnDef, kindOf, tableDef } from '../template/load';
import { renderMarks } from '../template/marks';
import { emptyState, metaCells, type MetaRow } from '../template/bindings';
import { dashboardName, listName, versionName, workbookName } from '../template/definedNames';
import { planWorkbook, type Plan, type Step } from '../template/plan';
import { formulaAffordable } from '../template/planFormulas';
import { fillWorkbook, inputColumns, type FilledWorkbook, type NewWorkbook } from '../template/records';
import type { TableDef } from '../template/types';
import { workbookIdOf } from '../template/workbookId';
import { emptyBook, emptySheet, setCell } from './book';
import type { Book, BookSheet, BookTableColumn } from './book';
import { dashboardChart, drawDashboard, quoted } from './build/dashboard';
import { computedStyle, defaultWidth, headerStyle, inputStyle, settingFormats } from './build/looks';

/**
 * A new CRM workbook as a file: the same plan that installs into a live workbook, applied to an empty book. Every
 * formula cell carries the value that `crm/` computes for it (decision 23).
 */
export function buildBook(fresh: NewWorkbook): Book {
  const filled = fillWorkbook(fresh);
  const tested = columnOf(filled.computed, 'cadenceRules', 'column') as readonly (string | null)[];
  const plan = planWorkbook(emptyState, fresh.language, cadenceConditions(tested));
  const builder = new BookBuilder(plan, filled, fresh.clock, fresh.workbookId ?? workbookIdOf(fresh));
  for (const step of plan.steps) builder.apply(step);
  return builder.book;
}

class BookBuilder {
  readonly book: Book = emptyBook();
  private readonly sheets = new Map<string, BookSheet>();
  private readonly places = new Map<string, { sheet: BookSheet; row: number; column: number }>();
  private readonly view: unknown;
  private tableCount = 0;

  constructor(
    private readonly plan: Plan,
    private readonly filled: FilledWorkbook,
    private readonly clock: number,
    private readonly workbookId: string,
  ) {
    this.view = dashboardView(filled.computed, environmentOf(filled.computed, clock));
  }

  apply(step: Step) {
    const apply = this.appliers[step.kind] as (step: Step) => void;
    apply(step);
  }

  private readonly appliers: { [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => void } = {
    clean: neverInAFile,
    adopt: neverInAFile,
    migrate: neverInAFile,
    mend: neverInAFile,
    column: neverInAFile,
    rows: neverInAFile,
    identity: () => {
      this.book.names.push({ name: workbookName, formula: `"${this.workbookId}"`, hidden: true });
    },
    sheet: (step) => {
      const sheet = { ...emptySheet(step.name), visibility: step.visibility, tabColor: step.tabColor };
      this.sheets.set(step.sheet, sheet);
      this.book.sheets.push(sheet);
    },
    table: (step) => this.addTable(step),
    name: ({ name, formula }) => {
      this.book.names.push({ name, formula, hidden: name === versionName });
    },
    formula: (step) => this.addFormula(step.table, step.column, step.formula),
    // With their table.
    rules: () => undefined,
    dashboard: (step) => this.addDashboard(this.sheets.get(step.sheet)!, step.cells),
    chart: ({ sheet: id, chart }) => {
      const sheet = this.sheets.get(id)!;
      sheet.charts.push(dashboardChart(sheet, chart));
    },
    meta: (step) => this.addMeta(step.rows),
  };

  private rows(table: string): number {
    return Math.max(1, this.filled.inputs[table]?.length ?? 0);
  }

  private addTable(step: Extract<Step, { kind: 'table' }>) {
    const def = tableDef(step.table);
    const sheet = this.sheets.get(step.sheet)!;
    this.places.set(step.table, { sheet, row: step.row, column: step.column });
    if (step.title) setCell(sheet, step.row - 2, step.column, { value: step.title, style: looks.heading });
    step.columns.forEach(({ id, caption }, index) => {
      const at = step.column + index;
      const column = columnDef(def, id);
      setCell(sheet, step.row, at, { value: caption, style: headerStyle });
      sheet.columns.set(at, { width: column.width ?? defaultWidth(caption), hidden: column.hidden });
    });
    this.fillInputs(def, sheet, step.row + 1, step.column);
    this.addRefreshed(def);
    this.addRules(def, sheet, step.row + 1, step.column);
    const bottom = step.row + this.rows(step.table);
    sheet.tables.push({
      id: ++this.tableCount,
      name: step.name,
      range: `${columnLetter(step.column)}${step.row + 1}:${columnLetter(step.column + step.columns.length - 1)}${bottom + 1}`,
      columns: step.columns.map(({ caption }, index): BookTableColumn => ({ id: index + 1, name: caption })),
      style: 'TableStyleMedium2',
      showHeaders: true,
      showTotals: false,
      showFilterButton: def.group === 'data',
      showBandedRows: true,
    });
    if (step.row === 0) sheet.freeze = { rows: 1, columns: def.group === 'data' ? 2 : 0 };
    if (def.group === 'data') this.printWithHeader(sheet);
  }

  /** One page wide, the header row on every page. */
  private printWithHeader(sheet: BookSheet) {
    sheet.print = { landscape: true, fitToWidth: true };
    this.book.names.push({ name: '_xlnm.Print_Titles', formula: `${quoted(sheet.name)}!$1:$1`, sheet: sheet.name });
  }

  private fillInputs(def: TableDef, sheet: BookSheet, top: number, left: number) {
    const columns = inputColumns(def).map((column) => ({
      at: left + def.columns.indexOf(column),
      style: inputStyle(column),
    }));
    const formats = settingFormats(def);
    for (let row = 0; row < this.rows(def.id); row += 1) {
      const cells = this.filled.inputs[def.id]?.[row] ?? [];
      columns.forEach(({ at, style }, index) => {
        const value: Cell = cells[index] ?? null;
        const format =
          formats[row] && def.columns[at - left]!.type === 'any' ? { numberFormat: formats[row] } : undefined;
        if (value !== null || style) setCell(sheet, top + row, at, { value, style: format ?? style });
      });
    }
  }

  /** Columns that no formula can say, as Refresh would write them today (decision 8). */
  private addRefreshed(def: TableDef) {
    const { sheet, row, column: left } = this.places.get(def.id)!;
    for (const column of def.columns.filter((candidate) => kindOf(candidate) === 'refreshed')) {
      const at = left + def.columns.indexOf(column);
      const style = computedStyle(column);
      this.alignedValues(def, column.id).forEach((value, index) => {
        if (value !== null) setCell(sheet, row + 1 + index, at, { value, style });
      });
    }
  }

  private addRules(def: TableDef, sheet: BookSheet, top: number, left: number) {
    const last = top + this.rows(def.id);
    const range = (at: number) => `${columnLetter(at)}${top + 1}:${columnLetter(at)}${last}`;
    inputColumns(def).forEach((column) => {
      if (!column.list) return;
      sheet.validations.push({
        ...listValidation,
        ranges: range(left + def.columns.indexOf(column)),
        formula1: listName(column.list),
      });
    });
    const columnAt = (id: string) => left + def.columns.findIndex((column) => column.id === id);
    renderMarks(def, columnAt, top + 1).forEach((mark, index) =>
      sheet.conditionalFormats.push({
        ranges: range(mark.column),
        type: 'expression',
        priority: index + 1,
        formulas: [mark.formula],
        style: { fill: mark.fill, fontColor: mark.color },
      }),
    );
  }

  /** A native formula while it is affordable, else its value with the "as of" in Settings (decision 8). */
  private addFormula(tableId: string, columnId: string, text: string) {
    const def = tableDef(tableId);
    const column = columnDef(def, columnId);
    const { sheet, row, column: left } = this.places.get(tableId)!;
    const at = left + def.columns.indexOf(column);
    const asFormula = formulaAffordable(def, column, (table) => this.rows(table));
    const formula = asFormula ? renderFormula(text, tableId, this.plan.names, 'file') : undefined;
    if (formula) tableOf(sheet, this.plan.names.tableName(tableId)).columns[at - left]!.formula = formula;
    const values = this.alignedValues(def, columnId);
    const style = computedStyle(column);
    for (let index = 0; index < this.rows(tableId); index += 1) {
      const value = values[index] ?? null;
      if (formula) setCell(sheet, row + 1 + index, at, { value: value ?? '', formula, style });
      else if (value !== null) setCell(sheet, row + 1 + index, at, { value, style });
    }
  }

  /** Computed values by sheet row: rows that are no records (an empty table's blank row) have none. */
  private alignedValues(def: TableDef, columnId: string): readonly Value[] {
    const rows = this.filled.computed.tables[def.id];
    const top = this.places.get(def.id)!.row + 2;
    const aligned: Value[] = [];
    rows?.sheetRows.forEach((sheetRow, index) => {
      aligned[sheetRow - top] = rows.columns[columnId]?.[index] ?? null;
    });
    for (let row = 0; row < this.rows(def.id); row += 1)
      if (!(row in aligned)) aligned[row] = this.blankRowValue(def.id, columnId);
    return aligned;
  }

  /** What the native formulas give in a row without a record: the same twins on a row of blanks. */
  private blankRowValue(table: string, columnId: string): Value {
    const blank = { count: 1, sheetRows: [0], columns: {} };
    const snapshot = { ...this.filled.computed, tables: { ...this.filled.computed.tables, [table]: blank } };
    return new Computation(snapshot, this.clock).column(table, columnId)[0] ?? null;
  }

  private addDashboard(sheet: BookSheet, cells: readonly DashboardCell[]) {
    drawDashboard(sheet, cells, { view: this.view, names: this.plan.names });
    this.book.names.push({ name: dashboardName, formula: `${quoted(sheet.name)}!$A$1`, hidden: true });
  }

  private addMeta(rows: readonly MetaRow[]) {
    const { sheet, row, column } = this.places.get('meta')!;
    const table = tableOf(sheet, this.plan.names.tableName('meta'));
    const columns = tableDef('meta').columns.map(({ id }) => id);
    rows.forEach((meta, index) => {
      const cells = metaCells({ ...meta, officeId: columnNumber(meta) });
      columns.forEach((id, offset) => setCell(sheet, row + 1 + index, column + offset, { value: cells[id]! }));
    });
    table.range = `${columnLetter(column)}${row + 1}:${columnLetter(column + columns.length - 1)}${row + 1 + rows.length}`;
  }
}

const neverInAFile = ({ kind }: Step): never => {
  throw new Error(`a new file needs no step "${kind}"`);
};

/** Excel's id of a column in a new table is its number; 0 for the table itself. */
const columnNumber = ({ table, column }: MetaRow): number =>
  tableDef(table).columns.findIndex(({ id }) => id === column) + 1;

const tableOf = (sheet: BookSheet, name: string) => sheet.tables.find((table) => table.name === name)!;

const listValidation = {
  type: 'list',
  allowBlank: true,
  errorStyle: 'warning',
  showError: true,
  showPrompt: false,
} as const;
