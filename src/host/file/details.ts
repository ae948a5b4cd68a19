import type { Bag } from '../store/bag';
import type { Chart, ConditionalFormat } from '../store/sheet';
import { type StylePatch, styleValue } from '../store/style';

/** The paths of everything said in a bag, e.g. `Title.Format.Font.Size`. */
function pathsIn(bag: Bag, at = ''): string[] {
  const own = Object.keys(bag.values).map((name) => at + name);
  return [...own, ...Object.entries(bag.children).flatMap(([name, inner]) => pathsIn(inner, `${at}${name}.`))];
}

/** What a file of ours says of a chart, and what only tells which axis is meant. */
const CHART_PATHS = /^(Title\.(Text|Visible)|Legend\.Visible|spacer|Axis\w+\.(Type|AxisGroup))$/;
const SERIES_PATHS = /^Format\.Fill\.color$/;

/** Whether a chart says more than its kind, place, title, legend and the colours of its series. */
export function hasChartDetails({ bag, series }: Chart): boolean {
  return (
    pathsIn(bag).some((path) => !CHART_PATHS.test(path)) ||
    series.some((each) => each.points.size > 0 || pathsIn(each.bag).some((path) => !SERIES_PATHS.test(path)))
  );
}

const FORMAT_DETAILS = /\.Format\.(Borders\.|Font\.(Underline|Strikethrough)$)/;

/** Whether a conditional format draws more than colours, bold and italic. */
export function hasFormatDetails({ bag }: ConditionalFormat): boolean {
  return pathsIn(bag).some((path) => FORMAT_DETAILS.test(path));
}

type LostStyle = readonly [what: string, has: (style: StylePatch) => boolean];

/** What a style can say and a file of ours cannot. */
export const LOST_STYLES: readonly LostStyle[] = [
  ['fill patterns', (style) => !['None', 'Solid'].includes(styleValue(style, 'pattern'))],
  ['diagonal borders', (style) => ['DiagonalDown', 'DiagonalUp'].some((side) => drawsBorder(style, side))],
  ['reading orders', (style) => styleValue(style, 'readingOrder') !== 'Context'],
  [
    'kinds of underline (a single one is drawn)',
    (style) => !['None', 'Single'].includes(styleValue(style, 'underline')),
  ],
  ['automatic indents', (style) => styleValue(style, 'autoIndent')],
  ['tints', (style) => styleValue(style, 'tint') !== 0],
];

function drawsBorder(style: StylePatch, side: string): boolean {
  const border = Object.entries(styleValue(style, 'borders')).find(([name]) => name === side)?.[1];
  return border !== undefined && border.style !== 'None';
}
