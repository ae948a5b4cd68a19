import type { CellValue } from '../store/cell';
import { type DataField, itemText, type PivotItem, type PivotParts, type PivotTable } from '../store/pivot';
import type { Workbook } from '../store/workbook';
import { columnLines, type Line, rowLines } from './lines';
import { isPercent, shownValue } from './showAs';
import { PivotResult } from './tree';

/** One cell of a report; formats are absent where the cell keeps its own. */
export interface ReportCell {
  value: CellValue;
  numberFormat?: string;
  indent?: number;
}

/** One column of values: a line of the column axis and one of the data fields. */
export interface ValueColumn {
  line: Line;
  data?: DataField;
}

/** A pivot table as cells, and what stands behind them. */
export interface Report {
  cells: (ReportCell | null)[][];
  filters: (ReportCell | null)[][];
  parts: PivotParts;
  rows: readonly Line[];
  columns: readonly ValueColumn[];
}

/** What Excel keeps free for a pivot table without fields (rule `pivot-empty-size`). */
const EMPTY = { rows: 18, columns: 3 };

function label(item: PivotItem | undefined, suffix = '', indent = 0): ReportCell | null {
  if (!item) return null;
  const plain = item.caption === undefined && suffix === '' && item.value !== null;
  const value = plain ? item.value : `${itemText(item)}${suffix}`;
  return { value, ...(plain && { numberFormat: item.numberFormat }), ...(indent > 0 && { indent }) };
}

function text(value: string): ReportCell {
  return { value };
}

/** Columns that hold row labels: one when compact, else one per field. */
function labelColumnsOf({ axes, layout, data }: PivotTable): number {
  if (axes.row.length > 0) return layout.layoutType === 'Compact' ? 1 : axes.row.length;
  return axes.column.length > 0 && data.length === 1 ? 1 : 0;
}

function headerRowsOf({ axes, data }: PivotTable): number {
  if (axes.column.length === 0) return 1;
  return 1 + axes.column.length + (data.length > 1 ? 1 : 0);
}

function valueColumns(pivot: PivotTable, lines: readonly Line[]): ValueColumn[] {
  if (pivot.data.length > 0) return lines.flatMap((line) => pivot.data.map((data) => ({ line, data })));
  return pivot.axes.column.length > 0 ? lines.map((line) => ({ line })) : [];
}

class Drawing {
  readonly cells: (ReportCell | null)[][];
  readonly labelColumns: number;
  readonly headerRows: number;

  constructor(
    private readonly pivot: PivotTable,
    private readonly result: PivotResult,
    readonly rows: readonly Line[],
    readonly columns: readonly ValueColumn[],
  ) {
    this.labelColumns = labelColumnsOf(pivot);
    this.headerRows = headerRowsOf(pivot);
    const width = this.labelColumns + columns.length;
    this.cells = Array.from({ length: this.headerRows + rows.length }, () => new Array<null>(width).fill(null));
    this.drawRowHeader();
    this.drawColumnHeader();
    for (const [index, line] of rows.entries()) this.drawLine(this.headerRows + index, line);
  }

  private put(row: number, column: number, cell: ReportCell | null): void {
    const cells = this.cells[row];
    if (cells && column < cells.length) cells[column] = cell;
  }

  private get isCompact(): boolean {
    return this.pivot.layout.layoutType === 'Compact';
  }

  /** `Row Labels`, or the names of the fields. */
  private drawRowHeader(): void {
    const { axes, layout } = this.pivot;
    if (!layout.showFieldHeaders || axes.row.length === 0) return;
    const names = this.isCompact ? ['Row Labels'] : axes.row.map(({ name }) => name);
    for (const [index, name] of names.entries()) this.put(this.headerRows - 1, index, text(name));
  }

  private drawColumnHeader(): void {
    const { axes, data } = this.pivot;
    if (axes.column.length === 0) {
      for (const [index, each] of data.entries()) this.put(0, this.labelColumns + index, text(each.name));
      return;
    }
    if (data.length === 1 && axes.row.length > 0) this.put(0, 0, text(data[0]?.name ?? ''));
    this.drawColumnCaptions();
    for (const [index, column] of this.columns.entries()) this.drawColumnLabels(this.labelColumns + index, column);
  }

  private drawColumnCaptions(): void {
    const { axes, data, layout } = this.pivot;
    if (!layout.showFieldHeaders) return;
    const fields = [...axes.column.map(({ name }) => name), ...(data.length > 1 ? ['Values'] : [])];
    const names = this.isCompact ? ['Column Labels'] : fields;
    for (const [index, name] of names.entries()) this.put(0, this.labelColumns + index, text(name));
  }

  /** The items over one column, and under them the data field; totals carry both in one cell. */
  private drawColumnLabels(at: number, { line, data }: ValueColumn): void {
    const several = this.pivot.data.length > 1;
    const isFirst = data === undefined || data === this.pivot.data[0];
    if (line.kind === 'grand') return this.put(1, at, text(several ? `Total ${data?.name ?? ''}` : 'Grand Total'));
    const suffix = line.kind === 'item' ? '' : several ? ` ${data?.name ?? ''}` : ' Total';
    for (const [depth, item] of line.labels.entries())
      if (isFirst || suffix !== '') this.put(1 + depth, at, label(item, suffix));
    if (several && line.kind === 'item') this.put(this.headerRows - 1, at, text(data?.name ?? ''));
  }

  private drawLine(row: number, line: Line): void {
    this.drawLabels(row, line);
    if (!line.hasValues) return;
    for (const [index, column] of this.columns.entries())
      this.put(row, this.labelColumns + index, this.valueCell(line, column));
  }

  private drawLabels(row: number, line: Line): void {
    const { axes, data } = this.pivot;
    if (line.kind === 'grand') return this.put(row, 0, text('Grand Total'));
    if (axes.row.length === 0) return this.labelColumns > 0 ? this.put(row, 0, text(data[0]?.name ?? '')) : undefined;
    const suffix = line.kind === 'subtotal' ? ' Total' : '';
    const depth = line.labels.length - 1;
    if (this.isCompact) return this.put(row, 0, label(line.labels[depth], suffix, depth));
    for (const [column, item] of line.labels.entries())
      this.put(row, column, label(item, column === depth ? suffix : ''));
  }

  private valueCell(row: Line, { line, data }: ValueColumn): ReportCell | null {
    if (!data || !row.node || !line.node) return null;
    const { fillEmptyCells, emptyCellText } = this.pivot.layout;
    const value = shownValue(this.result, data, row.node, line.node);
    const chosen = data.numberFormat !== 'General' || !isPercent(data.showAs.calculation);
    const numberFormat = chosen ? data.numberFormat : '0.00%';
    return { value: value === null && fillEmptyCells ? emptyCellText : value, numberFormat };
  }
}

/** `(All)`, the one item that is left, or `(Multiple Items)`. */
function filterRows(pivot: PivotTable): (ReportCell | null)[][] {
  return pivot.axes.filter.map((field) => {
    const shown = field.items.filter(({ visible }) => visible);
    const all = shown.length === field.items.length;
    const choice = all ? text('(All)') : shown.length === 1 ? label(shown[0]) : text('(Multiple Items)');
    return [text(field.name), choice];
  });
}

function isEmpty({ axes, data }: PivotTable): boolean {
  return axes.row.length + axes.column.length + data.length === 0;
}

function emptyReport(filters: Report['filters']): Report {
  const cells = Array.from({ length: EMPTY.rows }, () => new Array<null>(EMPTY.columns).fill(null));
  const parts = { ...EMPTY, headerRows: 0, labelColumns: 0, filterRows: filters.length };
  return { cells, filters, parts, rows: [], columns: [] };
}

/** Works a pivot table out and lays it out. @throws InvalidArgument for a filter that cannot be applied */
export function reportOf(workbook: Workbook, pivot: PivotTable): Report {
  const filters = filterRows(pivot);
  if (isEmpty(pivot)) return emptyReport(filters);
  const result = new PivotResult(workbook, pivot);
  const rows = rowLines(pivot, result.rows);
  const columns = valueColumns(pivot, columnLines(pivot, result.columns));
  const { cells, headerRows, labelColumns } = new Drawing(pivot, result, rows, columns);
  const width = labelColumns + columns.length;
  return {
    cells,
    filters,
    parts: { rows: cells.length, columns: width, headerRows, labelColumns, filterRows: filters.length },
    rows,
    columns,
  };
}
