import type { BookScalar } from './cell';

export interface BookChartSeries {
  name?: string;
  nameRef?: string;
  categoriesRef?: string;
  valuesRef: string;
  /** Cached, so that a reader without recalculation draws the same. */
  categories: BookScalar[];
  values: (number | null)[];
  color?: string;
}

export interface BookChart {
  name: string;
  kind: 'funnel' | 'columnClustered' | 'columnStacked' | 'barClustered' | 'barStacked' | 'line' | 'pie' | 'doughnut';
  title?: string;
  /** Anchor in cells, 0-based, end exclusive. */
  anchor: { fromRow: number; fromColumn: number; toRow: number; toColumn: number };
  series: BookChartSeries[];
  legend?: boolean;
  /** For a funnel: also the stacked bar (transparent spacer + value) written as mc:Fallback; refs of the spacer column. */
  spacer?: { ref: string; values: number[] };
}
