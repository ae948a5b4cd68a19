import { HostError } from '../../errors';
import { requirePlace } from '../../edit/resolve';
import type { Workbook } from '../../store/workbook';
import { keptIn } from '../bagClass';
import { defineClass, type HostObject, object } from '../hostClass';
import { found, text } from '../convert';
import { insertWorksheets, openOtherWorkbook } from './otherWorkbooks';
import { areasObject, rangeObject } from '../targets';

function eventRange(workbook: Workbook, [id]: unknown[]): HostObject {
  const [sheetId = '', address = ''] = text(id).split('|');
  const sheet = workbook.sheet(sheetId);
  return rangeObject(sheet, requirePlace(workbook, sheet, address).area);
}

function activeChart(workbook: Workbook): HostObject {
  const active = found(workbook.activeChart);
  const sheet = workbook.sheet(active.sheetId);
  return object('Chart', { sheet, chart: found(sheet.charts.find((chart) => chart.id === active.chartId)) });
}

export const workbookClass = defineClass<Workbook>({
  properties: {
    Name: { get: (workbook) => workbook.name },
    ReadOnly: { get: (workbook) => workbook.readOnly },
    IsDirty: { get: (workbook) => workbook.isDirty, set: (workbook, value) => (workbook.isDirty = value === true) },
    ...keptIn((workbook: Workbook) => workbook.application, {
      ChartDataPointTrack: true,
      UsePrecisionAsDisplayed: false,
    }),
    CalculationEngineVersion: { get: () => 191029 },
    AutoSave: { get: (workbook) => workbook.autoSave },
    PreviouslySaved: { get: () => true },
  },
  objects: {
    Application: (workbook) => object('Application', workbook),
    Bindings: (workbook) => object('BindingCollection', workbook),
    Comments: () => object('CommentCollection', {}),
    CustomXmlParts: (workbook) => object('CustomXmlPartCollection', workbook),
    DataConnections: (workbook) => object('DataConnectionCollection', workbook),
    Functions: (workbook) => object('Functions', workbook),
    LinkedWorkbooks: (workbook) => object('LinkedWorkbookCollection', workbook),
    Names: () => object('NamedItemCollection', {}),
    Notes: () => object('NoteCollection', {}),
    PivotTables: () => object('PivotTableCollection', {}),
    PivotTableStyles: (workbook) => object('PivotTableStyleCollection', workbook),
    Properties: (workbook) => object('DocumentProperties', workbook),
    Protection: (workbook) => object('WorkbookProtection', workbook),
    Queries: (workbook) => object('QueryCollection', workbook),
    Settings: (workbook) => object('SettingCollection', workbook),
    Slicers: () => object('SlicerCollection', {}),
    SlicerStyles: (workbook) => object('SlicerStyleCollection', workbook),
    Styles: (workbook) => object('StyleCollection', workbook),
    TableStyles: (workbook) => object('TableStyleCollection', workbook),
    Tables: () => object('TableCollection', {}),
    TimelineStyles: (workbook) => object('TimelineStyleCollection', workbook),
    Worksheets: (workbook) => object('WorksheetCollection', workbook),
    _Runtime: (_workbook, { session }) => object('Runtime', session),
  },
  methods: {
    GetActiveCell: (workbook) => {
      const area = found(workbook.selection.areas[0]);
      return rangeObject(workbook.selection.sheet, { ...area, rows: 1, columns: 1 });
    },
    GetSelectedRange: (workbook) => {
      if (workbook.selection.areas.length > 1) throw new HostError('InvalidSelection');
      return rangeObject(workbook.selection.sheet, found(workbook.selection.areas[0]));
    },
    GetSelectedRanges: (workbook) => areasObject(workbook.selection.sheet, workbook.selection.areas),
    GetActiveChart: activeChart,
    GetIsActiveCollabSession: (_workbook, _args, { session }) => session.showsCollaboration(),
    Save: (workbook) => void (workbook.isDirty = false),
    Close: () => undefined,
    CreateAndOpenWorkbook: openOtherWorkbook,
    InsertWorksheetsFromBase64: insertWorksheets,
    _GetRangeForEventByReferenceId: eventRange,
    _GetRangeOrNullObjectForEventByReferenceId: (workbook, args) =>
      workbook.findSheet(text(args[0]).split('|')[0] ?? '') ? eventRange(workbook, args) : null,
    _RemoveReference: (_workbook, [id], { session }) => session.release(text(id)),
    _RemoveAllReferences: (_workbook, _args, { session }) => session.releaseAll(),
    _GetReferenceCount: (_workbook, _args, { session }) => session.referenceCount,
  },
});
