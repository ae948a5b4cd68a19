import type { Chart, Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';
import { pixels } from '../grid/frame';
import { fill, type PreviewTexts } from '../page/texts';
import { readChart } from './data';
import { plotOf } from './plots';

/** Size of Univer's row numbers and column letters, in pixels. */
const HEADINGS = { left: 46, top: 20 } as const;
/** Height of a chart's title. */
const TITLE = 34;

interface ChartLayerProps {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly scroll: { readonly left: number; readonly top: number };
  /** Height of what lies over the sheet's column letters: the formula bar. */
  readonly above: number;
  readonly texts: PreviewTexts;
}

/** The charts of a sheet over its cells, drawn from the cells' values of this moment. Clicks go to the grid. */
export function ChartLayer({ workbook, sheet, scroll, above, texts }: ChartLayerProps) {
  return (
    <div className="charts" style={{ left: HEADINGS.left, top: above + HEADINGS.top }}>
      <div style={{ transform: `translate(${-scroll.left}px, ${-scroll.top}px)` }}>
        {sheet.charts.map((chart) => (
          <ChartBox key={chart.id} workbook={workbook} sheet={sheet} chart={chart} texts={texts} />
        ))}
      </div>
    </div>
  );
}

interface ChartBoxProps extends Omit<ChartLayerProps, 'scroll' | 'above'> {
  readonly chart: Chart;
}

function ChartBox({ workbook, sheet, chart, texts }: ChartBoxProps) {
  const data = readChart(workbook, sheet, chart);
  const plot = plotOf(data.type);
  const box = {
    left: pixels(chart.left),
    top: pixels(chart.top),
    width: pixels(chart.width),
    height: pixels(chart.height),
  };
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
