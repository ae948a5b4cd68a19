import type { HostClass } from '../hostClass';
import { bagClass, colour, fixed, words } from '../bagClass';

const FORMAT = { Border: 'ChartBorder', Fill: 'ChartFill', Font: 'ChartFont' };
const LINE = { Line: 'ChartLineFormat' };
const ALIGNMENT = {
  HorizontalAlignment: words('Center', 'Left', 'Justify', 'Distributed', 'Right'),
  VerticalAlignment: words('Center', 'Bottom', 'Top', 'Justify', 'Distributed'),
  TextOrientation: 0,
};
const BOX = { Left: 0, Top: 0, Width: 0, Height: 0 };
const FIXED_BOX = { Left: fixed(0), Top: fixed(0), Width: fixed(0), Height: fixed(0) };
const LABEL_SHOWS = {
  Position: words(
    'BestFit',
    'None',
    'Center',
    'InsideEnd',
    'InsideBase',
    'OutsideEnd',
    'Left',
    'Right',
    'Top',
    'Bottom',
    'Callout',
  ),
  ShowValue: true,
  ShowSeriesName: false,
  ShowCategoryName: false,
  ShowLegendKey: false,
  ShowPercentage: false,
  ShowBubbleSize: false,
  Separator: ',',
  NumberFormat: 'General',
  LinkNumberFormat: true,
  AutoText: true,
  ...ALIGNMENT,
};
const LINE_STYLES = [
  'Continuous',
  'None',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Grey25',
  'Grey50',
  'Grey75',
  'Automatic',
  'RoundDot',
];

/** `Excel.ChartColorScheme` */
const COLOR_SCHEMES = [
  ...[1, 2, 3, 4].map((number) => `ColorfulPalette${number}`),
  ...Array.from({ length: 13 }, (_, index) => `MonochromaticPalette${index + 1}`),
];

/** The looks of a chart: kept and given back, nothing is drawn from them. */
export const CHART_PART_CLASSES: Record<string, HostClass<never>> = {
  ChartAreaFormat: bagClass({ RoundedCorners: false, ColorScheme: words(...COLOR_SCHEMES) }, FORMAT),
  ChartAxisFormat: bagClass({}, { Fill: 'ChartFill', Font: 'ChartFont', ...LINE }),
  ChartAxisTitle: bagClass(
    { Text: '', Visible: false, TextOrientation: 0 },
    { Format: 'ChartAxisTitleFormat' },
    {
      SetFormula: (bag, [formula]) => void (bag.values.Text = formula),
    },
  ),
  ChartAxisTitleFormat: bagClass({}, FORMAT),
  ChartBinOptions: bagClass({
    Type: 'Auto',
    Width: 0,
    Count: 0,
    AllowOverflow: false,
    AllowUnderflow: false,
    OverflowValue: 0,
    UnderflowValue: 0,
  }),
  ChartBorder: bagClass(
    { Color: colour('#000000'), LineStyle: words(...LINE_STYLES), Weight: 1 },
    {},
    {
      Clear: (bag) => void (bag.values = { LineStyle: 'None' }),
    },
  ),
  ChartBoxwhiskerOptions: bagClass({
    ShowInnerPoints: false,
    ShowOutlierPoints: true,
    ShowMeanMarker: true,
    ShowMeanLine: false,
    QuartileCalculation: words('Inclusive', 'Exclusive'),
  }),
  ChartDataLabel: bagClass(
    { ...LABEL_SHOWS, ...FIXED_BOX, Left: 0, Top: 0, Formula: '', Text: '' },
    { Format: 'ChartDataLabelFormat' },
  ),
  ChartDataLabelFormat: bagClass({}, FORMAT),
  ChartDataLabels: bagClass(LABEL_SHOWS, { Format: 'ChartDataLabelFormat' }),
  ChartDataTable: bagClass(
    {
      Visible: false,
      ShowLegendKey: true,
      ShowHorizontalBorder: true,
      ShowVerticalBorder: true,
      ShowOutlineBorder: true,
    },
    { Format: 'ChartDataTableFormat' },
  ),
  ChartDataTableFormat: bagClass({}, FORMAT),
  ChartErrorBars: bagClass(
    {
      EndStyleCap: true,
      Include: words('Both', 'MinusValues', 'PlusValues'),
      Type: words('FixedValue', 'Percent', 'StDev', 'StError', 'Custom'),
      Visible: false,
    },
    { Format: 'ChartErrorBarsFormat' },
  ),
  ChartErrorBarsFormat: bagClass({}, LINE),
  ChartFill: bagClass(
    {},
    {},
    {
      Clear: (bag) => void (bag.values.color = ''),
      SetSolidColor: (bag, [color]) => void (bag.values.color = color),
      GetSolidColor: (bag) => bag.values.color ?? '',
    },
  ),
  ChartFont: bagClass({
    Bold: false,
    Color: colour('#595959'),
    Italic: false,
    Name: 'Calibri',
    Size: 10,
    Underline: words('None', 'Single'),
  }),
  ChartFormatString: bagClass({}, { Font: 'ChartFont' }),
  ChartGridlines: bagClass({ Visible: false }, { Format: 'ChartGridlinesFormat' }),
  ChartGridlinesFormat: bagClass({}, LINE),
  ChartLegendFormat: bagClass({}, FORMAT),
  ChartLineFormat: bagClass(
    { Color: colour('#000000'), LineStyle: words(...LINE_STYLES), Weight: 0.75 },
    {},
    {
      Clear: (bag) => void (bag.values = { LineStyle: 'None' }),
    },
  ),
  ChartMapOptions: bagClass({ Level: 'Automatic', LabelStrategy: 'None', ProjectionType: 'Automatic' }),
  ChartPivotOptions: bagClass({
    ShowAxisFieldButtons: false,
    ShowLegendFieldButtons: false,
    ShowReportFilterFieldButtons: false,
    ShowValueFieldButtons: false,
  }),
  ChartPlotArea: bagClass(
    { ...BOX, InsideLeft: 0, InsideTop: 0, InsideWidth: 0, InsideHeight: 0, Position: words('Automatic', 'Custom') },
    { Format: 'ChartPlotAreaFormat' },
  ),
  ChartPlotAreaFormat: bagClass({}, { Border: 'ChartBorder', Fill: 'ChartFill' }),
  ChartPointFormat: bagClass({}, { Border: 'ChartBorder', Fill: 'ChartFill' }),
  ChartSeriesFormat: bagClass({}, { Fill: 'ChartFill', ...LINE }),
  ChartTitleFormat: bagClass({}, FORMAT),
  ChartTrendlineFormat: bagClass({}, LINE),
  ChartTrendlineLabel: bagClass(
    {
      ...FIXED_BOX,
      Left: 0,
      Top: 0,
      Formula: '',
      Text: '',
      AutoText: true,
      NumberFormat: 'General',
      LinkNumberFormat: true,
      ...ALIGNMENT,
    },
    { Format: 'ChartTrendlineLabelFormat' },
  ),
  ChartTrendlineLabelFormat: bagClass({}, FORMAT),
};
