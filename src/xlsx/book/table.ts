import type { BookElement } from './rule';

export interface BookTableColumn {
  id: number;
  name: string;
  /** Without `=`: typed rows below get it too (`calculatedColumnFormula`). */
  formula?: string;
  totalsFunction?: string;
  totalsLabel?: string;
}

/** What one column of a filter asks for: `filters`, `customFilters`, `top10` or `dynamicFilter`, as the file says it. */
export interface BookFilterColumn {
  /** Counted from the first column of the filter. */
  readonly column: number;
  readonly criteria: BookElement;
}

export interface BookFilter {
  readonly range: string;
  readonly columns: readonly BookFilterColumn[];
}

export interface BookTable {
  id: number;
  name: string;
  /** Header row through last row (totals row included), e.g. `A1:F20`. */
  range: string;
  columns: BookTableColumn[];
  style?: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  /** Absent means false. */
  showBandedColumns?: boolean;
  highlightFirstColumn?: boolean;
  highlightLastColumn?: boolean;
  /** Criteria of its columns; the rows they hide are hidden rows of the sheet. */
  filters?: readonly BookFilterColumn[];
}
