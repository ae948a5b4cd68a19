import type { Chart, Shape, Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { activeChart, activeShape, deactivateObjects } from './focus';
import { activateSheet } from './sheets';

/** Gives a chart the focus, on its sheet. @throws InvalidOperation on a hidden sheet */
export function activateChart(workbook: Workbook, sheet: Sheet, chart: Chart): void {
  if (activeChart(workbook)?.chart === chart) return;
  activateSheet(workbook, sheet);
  deactivateObjects(workbook);
  workbook.activeChart = { sheetId: sheet.id, chartId: chart.id };
  workbook.emit({ kind: 'chartActivated', sheet, chart });
}

/** Gives a shape the focus, as a click on it does. @throws InvalidOperation on a hidden sheet */
export function activateShape(workbook: Workbook, sheet: Sheet, shape: Shape): void {
  if (activeShape(workbook)?.shape === shape) return;
  activateSheet(workbook, sheet);
  deactivateObjects(workbook);
  workbook.activeShape = { sheetId: sheet.id, shapeId: shape.id };
  workbook.emit({ kind: 'shapeActivated', sheet, shape });
}
