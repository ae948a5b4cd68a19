import type { Chart, Shape, Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';

/** The chart that has the focus. */
export function activeChart(workbook: Workbook): { sheet: Sheet; chart: Chart } | null {
  const sheet = workbook.activeChart && workbook.findSheet(workbook.activeChart.sheetId);
  const chart = sheet?.charts.find(({ id }) => id === workbook.activeChart?.chartId);
  return sheet && chart ? { sheet, chart } : null;
}

/** The shape that has the focus. */
export function activeShape(workbook: Workbook): { sheet: Sheet; shape: Shape } | null {
  const sheet = workbook.activeShape && workbook.findSheet(workbook.activeShape.sheetId);
  const shape = sheet?.shapes.find(({ id }) => id === workbook.activeShape?.shapeId);
  return sheet && shape ? { sheet, shape } : null;
}

/** Gives the focus back to the cells: selecting a cell, another object or another sheet does that. */
export function deactivateObjects(workbook: Workbook): void {
  const [chart, shape] = [activeChart(workbook), activeShape(workbook)];
  workbook.activeChart = null;
  workbook.activeShape = null;
  if (chart) workbook.emit({ kind: 'chartDeactivated', ...chart });
  if (shape) workbook.emit({ kind: 'shapeDeactivated', ...shape });
}
