import { requireArgument } from '../errors';

/** `Excel.ChartType` */
const CHART_TYPES: readonly string[] = [
  ...['ColumnClustered', 'ColumnStacked', 'ColumnStacked100', '3DColumnClustered', '3DColumnStacked'],
  ...['3DColumnStacked100', 'BarClustered', 'BarStacked', 'BarStacked100', '3DBarClustered', '3DBarStacked'],
  ...['3DBarStacked100', 'LineStacked', 'LineStacked100', 'LineMarkers', 'LineMarkersStacked'],
  ...['LineMarkersStacked100', 'PieOfPie', 'PieExploded', '3DPieExploded', 'BarOfPie', 'XYScatterSmooth'],
  ...['XYScatterSmoothNoMarkers', 'XYScatterLines', 'XYScatterLinesNoMarkers', 'AreaStacked', 'AreaStacked100'],
  ...['3DAreaStacked', '3DAreaStacked100', 'DoughnutExploded', 'RadarMarkers', 'RadarFilled', 'Surface'],
  ...['SurfaceWireframe', 'SurfaceTopView', 'SurfaceTopViewWireframe', 'Bubble', 'Bubble3DEffect', 'StockHLC'],
  ...['StockOHLC', 'StockVHLC', 'StockVOHLC', 'CylinderColClustered', 'CylinderColStacked'],
  ...['CylinderColStacked100', 'CylinderBarClustered', 'CylinderBarStacked', 'CylinderBarStacked100'],
  ...['CylinderCol', 'ConeColClustered', 'ConeColStacked', 'ConeColStacked100', 'ConeBarClustered'],
  ...['ConeBarStacked', 'ConeBarStacked100', 'ConeCol', 'PyramidColClustered', 'PyramidColStacked'],
  ...['PyramidColStacked100', 'PyramidBarClustered', 'PyramidBarStacked', 'PyramidBarStacked100', 'PyramidCol'],
  ...['3DColumn', 'Line', '3DLine', '3DPie', 'Pie', 'XYScatter', '3DArea', 'Area', 'Doughnut', 'Radar'],
  ...['Histogram', 'Boxwhisker', 'Pareto', 'RegionMap', 'Treemap', 'Waterfall', 'Sunburst', 'Funnel'],
];

/** Chart types that are "ChartEx" in the file and have no series for the API. */
const CHART_EX: ReadonlySet<string> = new Set([
  ...['Funnel', 'Waterfall', 'Treemap', 'Sunburst', 'Histogram', 'Pareto', 'Boxwhisker', 'RegionMap'],
]);

/** The type as `Excel.ChartType` spells it, whatever the case. @throws InvalidArgument for an unknown one */
export function chartType(given: string): string {
  const found = CHART_TYPES.find((type) => type.toLowerCase() === given.toLowerCase());
  requireArgument(found !== undefined);
  return found;
}

export function isChartEx(type: string): boolean {
  return CHART_EX.has(type);
}
