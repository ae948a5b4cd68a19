import { type Area, areaBetween, lastColumn, lastRow } from './address';
import type { FilterCriteria, Sheet } from './sheet';

export interface TableColumn {
  id: number;
  name: string;
  /** Formula that new rows get, with `=` (calculated column). */
  formula?: string;
  filter?: FilterCriteria;
}

/** `Excel.SortField` as applied last. */
export type SortField = Readonly<Record<string, unknown>>;

export class Table {
  showHeaders = true;
  showTotals = false;
  style = 'TableStyleMedium2';
  showBandedRows = true;
  showBandedColumns = false;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  showFilterButton = true;
  columns: TableColumn[] = [];
  sortFields: SortField[] = [];
  sortMatchCase = false;
  sortMethod = 'PinYin';
  private nextColumnId = 1;

  constructor(
    readonly id: string,
    public name: string,
    public sheet: Sheet,
    /** Header row through totals row, where shown. */
    public area: Area,
  ) {}

  newColumnId(): number {
    this.nextColumnId = Math.max(this.nextColumnId, ...this.columns.map((column) => column.id + 1));
    return this.nextColumnId++;
  }

  get bodyTop(): number {
    return this.area.row + (this.showHeaders ? 1 : 0);
  }

  get bodyBottom(): number {
    return lastRow(this.area) - (this.showTotals ? 1 : 0);
  }

  get body(): Area {
    return areaBetween(this.bodyTop, this.area.column, this.bodyBottom, lastColumn(this.area));
  }

  get header(): Area | null {
    return this.showHeaders ? { ...this.area, rows: 1 } : null;
  }

  get totals(): Area | null {
    return this.showTotals ? { ...this.area, row: lastRow(this.area), rows: 1 } : null;
  }

  /** The part of an area of the table that belongs to the column at `index`. */
  columnPart(area: Area, index: number): Area {
    return { ...area, column: this.area.column + index, columns: 1 };
  }

  columnIndex(name: string): number {
    return this.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  }
}
