import type { Area } from './address';
import type { CellValue } from './cell';
import type { Sheet } from './sheet';
import type { Table } from './table';
import type { Anchor } from './workbook';

/** `Excel.AggregationFunction`, without the two words that only ask. */
export type Aggregation =
  | 'Sum'
  | 'Count'
  | 'Average'
  | 'Max'
  | 'Min'
  | 'Product'
  | 'CountNumbers'
  | 'StandardDeviation'
  | 'StandardDeviationP'
  | 'Variance'
  | 'VarianceP';

/** One distinct value of a source column. */
export interface PivotItem {
  /** The value as text: what the API calls the item by, for ever. */
  readonly id: string;
  /** What is shown instead of the value, once it was renamed. */
  caption: string | undefined;
  readonly value: CellValue;
  readonly numberFormat: string;
  visible: boolean;
  expanded: boolean;
}

/** The filters besides the manual one (`visible` of the items), as `Excel.PivotFilters` names and writes them. */
export interface PivotFilters {
  labelFilter?: Readonly<Record<string, unknown>>;
  dateFilter?: Readonly<Record<string, unknown>>;
  valueFilter?: Readonly<Record<string, unknown>>;
}

export type PivotSort =
  | { by: 'labels'; ascending: boolean }
  | { by: 'values'; ascending: boolean; data: DataField; scope: readonly string[] };

/** A column of the source. */
export interface PivotField {
  /** The column's header. */
  readonly id: string;
  /** Its name in the pivot table. */
  name: string;
  /** Its place in the records. */
  column: number;
  items: PivotItem[];
  filters: PivotFilters;
  sort: PivotSort;
  showAllItems: boolean;
  subtotals: boolean;
  multipleFilterItems: boolean;
}

/** `Excel.ShowAsRule` with ids for objects. */
export interface ShowAs {
  calculation: string;
  baseField?: PivotField;
  baseItem?: PivotItem;
}

/** A column that is summed up. */
export interface DataField {
  readonly id: string;
  name: string;
  /** Whether somebody chose the name: otherwise it follows the function. */
  isRenamed: boolean;
  readonly field: PivotField;
  summarizeBy: Aggregation;
  showAs: ShowAs;
  numberFormat: string;
}

export type PivotLayoutType = 'Compact' | 'Outline' | 'Tabular';

export interface PivotLayout {
  layoutType: PivotLayoutType;
  subtotalLocation: 'AtTop' | 'AtBottom' | 'Off';
  showRowGrandTotals: boolean;
  showColumnGrandTotals: boolean;
  showFieldHeaders: boolean;
  fillEmptyCells: boolean;
  emptyCellText: string;
  blankLines: boolean;
  repeatLabels: boolean;
  autoFormat: boolean;
  preserveFormatting: boolean;
  enableFieldList: boolean;
  altTextTitle: string;
  altTextDescription: string;
}

export type PivotSource = { table: Table } | { anchor: Anchor };

/** Where the parts of a drawn pivot table are, relative to its top left cell. */
export interface PivotParts {
  rows: number;
  columns: number;
  headerRows: number;
  labelColumns: number;
  /** Rows that the filters take above the body; the blank row between is not counted. */
  filterRows: number;
}

export type PivotAxis = 'row' | 'column' | 'filter';

/** Copies of what changes in a pivot table, in the order of its fields and data. */
export interface RememberedPivot {
  pivot: Pick<PivotTable, 'fields' | 'records' | 'data'>;
  axes: Record<PivotAxis, PivotField[]>;
  layout: PivotLayout;
  fields: PivotField[];
  items: PivotItem[][];
  data: DataField[];
}

/** A pivot table: what it shows and how. Its numbers come from `records`, a copy of the source as of the last refresh. */
export class PivotTable {
  fields: PivotField[] = [];
  records: CellValue[][] = [];
  readonly axes: Record<PivotAxis, PivotField[]> = { row: [], column: [], filter: [] };
  data: DataField[] = [];
  readonly options = {
    allowMultipleFiltersPerField: false,
    enableDataValueEditing: false,
    refreshOnOpen: false,
    useCustomSortLists: true,
  };
  readonly layout: PivotLayout = {
    layoutType: 'Compact',
    subtotalLocation: 'AtTop',
    showRowGrandTotals: true,
    showColumnGrandTotals: true,
    showFieldHeaders: true,
    fillEmptyCells: false,
    emptyCellText: '',
    blankLines: false,
    repeatLabels: false,
    autoFormat: true,
    preserveFormatting: true,
    enableFieldList: true,
    altTextTitle: '',
    altTextDescription: '',
  };
  /** As it was when it was last drawn. */
  lastDrawn: RememberedPivot | null = null;
  parts: PivotParts = { rows: 0, columns: 0, headerRows: 0, labelColumns: 0, filterRows: 0 };

  constructor(
    readonly id: string,
    public name: string,
    readonly source: PivotSource,
    /** The cells of the body, without the filters above it. */
    readonly anchor: Anchor,
  ) {}

  get sheet(): Sheet {
    return this.anchor.sheet;
  }

  /** The field that a name or id means. */
  field(key: string): PivotField | undefined {
    const lower = key.toLowerCase();
    return (
      this.fields.find(({ name }) => name.toLowerCase() === lower) ??
      this.fields.find(({ id }) => id.toLowerCase() === lower)
    );
  }

  /** All cells it takes: the body, and above it the filters with the blank row between. */
  get areas(): Area[] {
    const body = this.anchor.area;
    if (!body) return [];
    const { filterRows } = this.parts;
    if (filterRows === 0) return [body];
    return [{ row: body.row - filterRows - 1, column: body.column, rows: filterRows, columns: 2 }, body];
  }
}

/** What the item shows. */
export function itemText(item: PivotItem): string {
  return item.caption ?? item.id;
}

/** A set of buttons that filters a table column or a pivot field. Positions are points. */
export interface Slicer {
  readonly id: string;
  name: string;
  caption: string;
  sheet: Sheet;
  left: number;
  top: number;
  width: number;
  height: number;
  sortBy: 'DataSourceOrder' | 'Ascending' | 'Descending';
  style: string;
  readonly source: { table: Table; columnId: number } | { pivot: PivotTable; field: PivotField };
}
