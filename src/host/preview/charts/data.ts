import { seriesValues } from '../../edit/charts';
import type { Chart, ChartSeries, Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';

/** One series as it is drawn: a text is a gap. */
export interface DrawnSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly color: string;
}

/** What a chart shows at this moment. */
export interface ChartData {
  readonly title: string;
  readonly type: string;
  readonly categories: readonly string[];
  readonly series: readonly DrawnSeries[];
}

/** Accents of the Office theme, in the order in which Excel gives them to series. */
export const SERIES_COLORS = ['#4F81BD', '#C0504D', '#9BBB59', '#8064A2', '#4BACC6', '#F79646'] as const;

function ownColor({ bag }: ChartSeries): string | undefined {
  const color = bag.children.Format?.children.Fill?.values.color;
  return typeof color === 'string' ? color : undefined;
}

const toNumber = (value: string | number | boolean): number | null => (typeof value === 'number' ? value : null);

/** Reads the cells behind a chart. */
export function readChart(workbook: Workbook, sheet: Sheet, chart: Chart): ChartData {
  const title = chart.bag.children.Title?.values;
  const shown = title?.Visible !== false;
  const text = title?.Text ?? (chart.series.length === 1 ? chart.series[0]?.name : '');
  return {
    title: shown && typeof text === 'string' ? text : '',
    type: chart.type,
    categories: seriesValues(workbook, sheet, chart.series[0]?.categoriesRef ?? '').map(String),
    series: chart.series.map((series, index) => ({
      name: series.name,
      values: seriesValues(workbook, sheet, series.valuesRef ?? '').map(toNumber),
      color: ownColor(series) ?? SERIES_COLORS[index % SERIES_COLORS.length]!,
    })),
  };
}
