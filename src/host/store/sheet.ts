import type { Area } from './address';
import { type Bag, createBag } from './bag';
import type { Cell, CellValue } from './cell';
import { Grid } from './grid';
import { Spilled } from './spilled';
import type { StylePatch } from './style';

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** A data validation and the cells it guards. `rule` is `Excel.DataValidationRule` with ranges already as formulas. */
export interface Validation {
  areas: Area[];
  type: string;
  rule: Record<string, unknown>;
  ignoreBlanks: boolean;
  errorAlert: Record<string, unknown>;
  prompt: Record<string, unknown>;
}

export interface ConditionalFormat {
  id: string;
  type: string;
  areas: Area[];
  stopIfTrue: boolean;
  priority: number;
  /** The rule and format of its type, by the API's own names. */
  bag: Bag;
}

export interface ChartSeries {
  name: string;
  nameRef?: string;
  /** `Sheet1!$B$2:$B$9`, without `=`. */
  valuesRef?: string;
  categoriesRef?: string;
  bubbleSizesRef?: string;
  bag: Bag;
  trendlines: Bag[];
  points: Map<number, Bag>;
}

/** A chart: where it is, what it draws, and how. Positions are points. */
export interface Chart {
  id: string;
  name: string;
  type: string;
  left: number;
  top: number;
  width: number;
  height: number;
  series: ChartSeries[];
  bag: Bag;
}

export interface Shape {
  id: string;
  type: string;
  name: string;
  bag: Bag;
  members?: string[];
}

export interface Comment {
  id: string;
  row: number;
  column: number;
  content: string;
  contentType: string;
  author: string;
  created: string;
  resolved: boolean;
  mentions: unknown[];
  replies: Comment[];
  /** Set for a note, which is no thread; sizes are points. */
  note?: { visible: boolean; width: number; height: number };
}

/** What one column of a filter keeps; `Excel.FilterCriteria`. */
export type FilterCriteria = Readonly<Record<string, unknown>>;

export interface AutoFilter {
  area: Area;
  /** By column offset in the area. */
  criteria: Map<number, FilterCriteria>;
}

export interface Protection {
  options: Record<string, unknown>;
  password?: string;
}

/** Excel's sizes for Calibri 11, in points. */
export const STANDARD_HEIGHT = 15;
export const STANDARD_WIDTH = 48;

export class Sheet {
  visibility: SheetVisibility = 'Visible';
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  enableCalculation = true;
  standardWidth = 8.43;
  freeze: Area | null = null;
  protection: Protection | null = null;
  autoFilter: AutoFilter | null = null;

  readonly grid = new Grid();
  /** Values that a formula elsewhere spilled here. */
  readonly spilled = new Spilled();
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly hiddenRows = new Set<number>();
  /** Rows hidden by a filter. */
  readonly filteredRows = new Set<number>();
  /** How many groups a line is in; absent: none. */
  readonly rowOutline = new Map<number, number>();
  readonly columnOutline = new Map<number, number>();
  readonly columnStyles = new Map<number, StylePatch>();
  readonly rowStyles = new Map<number, StylePatch>();
  readonly customProperties = new Map<string, string>();
  merges: Area[] = [];
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  charts: Chart[] = [];
  shapes: Shape[] = [];
  comments: Comment[] = [];
  readonly pageLayout = createBag();
  /** Named views of this sheet, and which one is on. */
  views: { names: string[]; active: string | null } = { names: [], active: null };

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.grid.get(row, column);
  }

  /** What the cell shows: its own value, or what was spilled into it. */
  value(row: number, column: number): CellValue {
    return this.grid.get(row, column)?.value ?? this.spilled.get(row, column) ?? null;
  }

  style(row: number, column: number): StylePatch | undefined {
    return this.grid.get(row, column)?.style ?? this.rowStyles.get(row) ?? this.columnStyles.get(column);
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row) || this.filteredRows.has(row);
  }
}
