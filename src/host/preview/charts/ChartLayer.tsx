import type { CSSProperties } from 'react';
import type { Chart, Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';
import { measureCaption } from '../grid/fonts';
import { frozenSize, pixels } from '../grid/frame';
import { fill, type PreviewTexts } from '../page/texts';
import { readChart } from './data';
import { panesOf, reaches, type ChartPane, type Offset, type Stretch } from './panes';
import { plotOf } from './plots';

/** Size of Univer's row numbers and column letters, in pixels. */
const HEADINGS = { left: 46, top: 20 } as const;
/** Height of a chart's title. */
const TITLE = 34;

interface ChartLayerProps {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly scroll: Offset;
  /** Height of what lies over the sheet's column letters: the formula bar. */
  readonly above: number;
  readonly texts: PreviewTexts;
}

/**
 * The charts of a sheet over its cells, drawn from the cells' values of this moment; what is frozen stays over what is
 * scrolled. Clicks go to the grid.
 */
export function ChartLayer({ scroll, above, ...shown }: ChartLayerProps) {
  return (
    <div className="charts" style={{ left: HEADINGS.left, top: above + HEADINGS.top }}>
      {panesOf(shown.sheet, scroll, frozenSize(shown.workbook, shown.sheet, measureCaption)).map((pane, index) => (
        <PaneCharts key={index} pane={pane} {...shown} />
      ))}
    </div>
  );
}

interface PaneChartsProps extends Omit<ChartLayerProps, 'scroll' | 'above'> {
  readonly pane: ChartPane;
}

function PaneCharts({ pane, ...shown }: PaneChartsProps) {
  const { across, down } = pane;
  return (
    <div className="chart-pane" style={{ ...edges('left', 'right', across), ...edges('top', 'bottom', down) }}>
      <div style={{ transform: `translate(${-across.shows}px, ${-down.shows}px)` }}>
        {shown.sheet.charts
          .filter((chart) => reaches(pane, boxOf(chart)))
          .map((chart) => (
            <ChartBox key={chart.id} chart={chart} {...shown} />
          ))}
      </div>
    </div>
  );
}

/** The last part of the window goes up to its edge. */
const edges = (from: 'left' | 'top', to: 'right' | 'bottom', { start, size }: Stretch): CSSProperties =>
  size === Infinity ? { [from]: start, [to]: 0 } : { [from]: start, [from === 'left' ? 'width' : 'height']: size };

const boxOf = (chart: Chart) => ({
  left: pixels(chart.left),
  top: pixels(chart.top),
  width: pixels(chart.width),
  height: pixels(chart.height),
});

interface ChartBoxProps extends Omit<PaneChartsProps, 'pane'> {
  readonly chart: Chart;
}

function ChartBox({ workbook, sheet, chart, texts }: ChartBoxProps) {
  const data = readChart(workbook, sheet, chart);
  const plot = plotOf(data.type);
  const box = boxOf(chart);
  return (
    <figure className="chart" style={box} aria-label={data.title}>
      <figcaption>{data.title}</figcaption>
      {plot ? (
        <svg width={box.width - 2} height={box.height - TITLE - 8} role="img" aria-label={data.title}>
          {plot({ data, width: box.width - 2, height: box.height - TITLE - 8 })}
        </svg>
      ) : (
        <p>{fill(texts.noChart, { type: data.type })}</p>
      )}
    </figure>
  );
}
