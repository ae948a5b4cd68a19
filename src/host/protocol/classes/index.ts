import type { HostClass } from '../hostClass';
import {
  applicationClass,
  cultureInfoClass,
  datetimeFormatInfoClass,
  numberFormatInfoClass,
  runtimeClass,
} from './application';
import { bindingClass, bindingCollectionClass } from './bindings';
import { chartLegendClass, chartLegendEntryClass, chartLegendEntryCollectionClass } from './chartLegend';
import { chartClass, chartCollectionClass, chartTitleClass } from './chart';
import { chartAxesClass, chartAxisClass } from './chartAxes';
import { CHART_PART_CLASSES } from './chartParts';
import {
  chartPointClass,
  chartPointsCollectionClass,
  chartSeriesClass,
  chartSeriesCollectionClass,
  chartTrendlineClass,
  chartTrendlineCollectionClass,
} from './chartSeries';
import { COMMENT_CLASSES } from './comments';
import {
  CONDITIONAL_FORMAT_PARTS,
  conditionalFormatClass,
  conditionalFormatCollectionClass,
} from './conditionalFormats';
import { dataValidationClass } from './dataValidation';
import { DOCUMENT_PART_CLASSES } from './documentParts';
import { functionResultClass, functionsClass } from './functions';
import { LINK_CLASSES } from './links';
import { namedItemArrayValuesClass, namedItemClass, namedItemCollectionClass } from './names';
import { workbookCreatedClass } from './otherWorkbooks';
import { PIVOT_FIELD_CLASSES } from './pivotFields';
import { PIVOT_HIERARCHY_CLASSES } from './pivotHierarchies';
import { PIVOT_LAYOUT_CLASSES } from './pivotLayout';
import { PIVOT_TABLE_CLASSES } from './pivotTables';
import { rangeClass } from './range';
import { NOTE_CLASSES } from './notes';
import { PAGE_LAYOUT_CLASSES } from './pageLayout';
import { RANGE_GROUP_CLASSES } from './rangeAreas';
import { rangeBorderClass, rangeBorderCollectionClass } from './rangeBorders';
import { formatProtectionClass, rangeFillClass, rangeFontClass, rangeFormatClass } from './rangeFormat';
import { rangeSortClass } from './rangeSort';
import { settingClass, settingCollectionClass } from './settings';
import { SHAPE_PART_CLASSES } from './shapeParts';
import { SHAPE_CLASSES } from './shapes';
import { SHEET_PART_CLASSES } from './sheetParts';
import { SHEET_VIEW_CLASSES } from './sheetViews';
import { STYLE_LIST_CLASSES } from './styleLists';
import { SLICER_CLASSES } from './slicers';
import { tableClass, tableSortClass } from './table';
import { tableCollectionClass, tableScopedCollectionClass } from './tableCollection';
import { filterClass, tableColumnClass, tableColumnCollectionClass } from './tableColumns';
import { tableRowClass, tableRowCollectionClass } from './tableRows';
import { workbookClass } from './workbook';
import { WORKBOOK_AREAS_CLASSES } from './workbookRangeAreas';
import { worksheetClass } from './worksheet';
import { worksheetCollectionClass } from './worksheetCollection';

/** Every Excel class the host knows, by the client's own class name. */
export const HOST_CLASSES: Readonly<Record<string, HostClass<never>>> = {
  ...CHART_PART_CLASSES,
  ...COMMENT_CLASSES,
  ...CONDITIONAL_FORMAT_PARTS,
  ...DOCUMENT_PART_CLASSES,
  ...LINK_CLASSES,
  ...NOTE_CLASSES,
  ...PAGE_LAYOUT_CLASSES,
  ...PIVOT_FIELD_CLASSES,
  ...PIVOT_HIERARCHY_CLASSES,
  ...PIVOT_LAYOUT_CLASSES,
  ...PIVOT_TABLE_CLASSES,
  ...RANGE_GROUP_CLASSES,
  ...SHAPE_CLASSES,
  ...SHAPE_PART_CLASSES,
  ...SHEET_PART_CLASSES,
  ...SLICER_CLASSES,
  ...SHEET_VIEW_CLASSES,
  ...STYLE_LIST_CLASSES,
  ...WORKBOOK_AREAS_CLASSES,
  Application: applicationClass,
  Binding: bindingClass,
  BindingCollection: bindingCollectionClass,
  Chart: chartClass,
  ChartAxes: chartAxesClass,
  ChartAxis: chartAxisClass,
  ChartCollection: chartCollectionClass,
  ChartLegend: chartLegendClass,
  ChartLegendEntry: chartLegendEntryClass,
  ChartLegendEntryCollection: chartLegendEntryCollectionClass,
  ChartPoint: chartPointClass,
  ChartPointsCollection: chartPointsCollectionClass,
  ChartSeries: chartSeriesClass,
  ChartSeriesCollection: chartSeriesCollectionClass,
  ChartTitle: chartTitleClass,
  ChartTrendline: chartTrendlineClass,
  ChartTrendlineCollection: chartTrendlineCollectionClass,
  ConditionalFormat: conditionalFormatClass,
  ConditionalFormatCollection: conditionalFormatCollectionClass,
  CultureInfo: cultureInfoClass,
  DatetimeFormatInfo: datetimeFormatInfoClass,
  DataValidation: dataValidationClass,
  Filter: filterClass,
  FormatProtection: formatProtectionClass,
  FunctionResult: functionResultClass,
  Functions: functionsClass,
  NamedItem: namedItemClass,
  NamedItemArrayValues: namedItemArrayValuesClass,
  NamedItemCollection: namedItemCollectionClass,
  NumberFormatInfo: numberFormatInfoClass,
  Range: rangeClass,
  RangeBorder: rangeBorderClass,
  RangeBorderCollection: rangeBorderCollectionClass,
  RangeFill: rangeFillClass,
  RangeFont: rangeFontClass,
  RangeFormat: rangeFormatClass,
  RangeSort: rangeSortClass,
  Runtime: runtimeClass,
  Setting: settingClass,
  SettingCollection: settingCollectionClass,
  Table: tableClass,
  TableCollection: tableCollectionClass,
  TableColumn: tableColumnClass,
  TableColumnCollection: tableColumnCollectionClass,
  TableRow: tableRowClass,
  TableRowCollection: tableRowCollectionClass,
  TableScopedCollection: tableScopedCollectionClass,
  TableSort: tableSortClass,
  Workbook: workbookClass,
  WorkbookCreated: workbookCreatedClass,
  Worksheet: worksheetClass,
  WorksheetCollection: worksheetCollectionClass,
};
