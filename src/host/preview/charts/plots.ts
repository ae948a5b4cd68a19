import type { ReactNode } from 'react';
import { drawBars } from './drawBars';
import { drawColumns } from './drawColumns';
import type { ChartData } from './data';
import { drawFunnel } from './drawFunnel';
import { drawLines } from './drawLines';
import { drawPie } from './drawPie';

/** The inside of a chart: pixels of the plot, title excluded. */
export interface PlotProps {
  readonly data: ChartData;
  readonly width: number;
  readonly height: number;
}

/** Draws the inside of a chart as parts of an SVG. */
type Plot = (props: PlotProps) => ReactNode;

/** By the beginning of `Excel.ChartType`. */
const PLOTS: readonly (readonly [string, Plot])[] = [
  ['Funnel', drawFunnel],
  ['Column', drawColumns],
  ['Bar', drawBars],
  ['Line', drawLines],
  ['Pie', drawPie],
  ['Doughnut', drawPie],
];

/** What draws charts of a type; undefined for the types that the preview does not know. */
export function plotOf(type: string): Plot | undefined {
  return PLOTS.find(([name]) => type.startsWith(name))?.[1];
}
