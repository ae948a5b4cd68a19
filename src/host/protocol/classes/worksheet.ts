import { requireArgument } from '../../errors';
import { findCells, type FindCriteria, replaceAll, type ReplaceCriteria } from '../../edit/find';
import { showOutlineLevels } from '../../edit/outline';
import { requirePlace } from '../../edit/resolve';
import { activateSheet, copySheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../../edit/sheets';
import { usedArea } from '../../edit/write';
import { type Area, isOnSheet, MAX_COLUMNS, MAX_ROWS, splitAddresses } from '../../store/address';
import type { Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';
import { type Call, defineClass, type HostObject, object, type Property } from '../hostClass';
import { color } from '../color';
import { flag, found, integer, number, oneOf, record, text } from '../convert';
import { areasObject, rangeObject } from '../targets';

const WHOLE: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

function getRange(sheet: Sheet, [address]: unknown[], { workbook }: Call): HostObject {
  if (address === null || address === undefined || address === '') return rangeObject(sheet, WHOLE);
  const place = requirePlace(workbook, sheet, text(address));
  requireArgument(place.sheet === sheet);
  return rangeObject(sheet, place.area);
}

function getRanges(sheet: Sheet, [address]: unknown[], { workbook }: Call): HostObject {
  if (address === null || address === undefined || address === '') return areasObject(sheet, [WHOLE]);
  return areasObject(
    sheet,
    splitAddresses(text(address)).map((part) => requirePlace(workbook, sheet, part).area),
  );
}

function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: unknown, workbook: Workbook): HostObject {
  const sheets = workbook.sheets.filter(
    (other) => other === sheet || visibleOnly !== true || other.visibility === 'Visible',
  );
  return object('Worksheet', found(sheets[sheets.indexOf(sheet) + step]));
}

function findAll(sheet: Sheet, [wanted, criteria]: unknown[], { workbook }: Call): HostObject {
  const areas = findCells(workbook, sheet, [WHOLE], text(wanted), record(criteria ?? {}) as FindCriteria);
  found(areas[0]);
  return areasObject(sheet, areas);
}

/** Where a copy goes: the index in the workbook. */
function copyIndex(workbook: Workbook, position: unknown, relativeTo: unknown): number {
  const kind = oneOf(position, ['None', 'Before', 'After', 'Beginning', 'End'] as const, 'None');
  const other = (relativeTo as HostObject | null)?.target;
  const at = workbook.sheets.indexOf(other as Sheet);
  if (kind === 'Before' || kind === 'After') requireArgument(at >= 0);
  return { None: workbook.sheets.length, End: workbook.sheets.length, Beginning: 0, Before: at, After: at + 1 }[kind];
}

/** A column width in characters. @throws InvalidArgument */
function characters(value: unknown): number {
  const width = number(value);
  requireArgument(width >= 0 && width <= 255);
  return width;
}

const properties: Record<string, Property<Sheet>> = {
  Name: { get: (sheet) => sheet.name, set: (sheet, value, { workbook }) => renameSheet(workbook, sheet, text(value)) },
  Id: { get: (sheet) => sheet.id },
  Position: {
    get: (sheet, { workbook }) => workbook.sheets.indexOf(sheet),
    set: (sheet, value, { workbook }) => moveSheet(workbook, sheet, integer(value)),
  },
  Visibility: {
    get: (sheet) => sheet.visibility,
    set: (sheet, value, { workbook }) =>
      setVisibility(workbook, sheet, oneOf(value, ['Visible', 'Hidden', 'VeryHidden'] as const)),
  },
  TabColor: { get: (sheet) => sheet.tabColor, set: (sheet, value) => (sheet.tabColor = color(value)) },
  StandardWidth: {
    get: (sheet) => sheet.standardWidth,
    set: (sheet, value) => (sheet.standardWidth = characters(value)),
  },
  StandardHeight: { get: () => 15 },
  ShowGridlines: { get: (sheet) => sheet.showGridlines, set: (sheet, value) => (sheet.showGridlines = flag(value)) },
  ShowHeadings: { get: (sheet) => sheet.showHeadings, set: (sheet, value) => (sheet.showHeadings = flag(value)) },
  EnableCalculation: {
    get: (sheet) => sheet.enableCalculation,
    set: (sheet, value) => (sheet.enableCalculation = flag(value)),
  },
  TabId: { get: (sheet, { workbook }) => workbook.sheets.indexOf(sheet) + 1 },
};

/** The client writes these two under other names than it reads them by. */
const WRITE_ONLY: Record<string, Property<Sheet>> = {
  Gridlines: { get: (sheet) => sheet.showGridlines, set: (sheet, value) => (sheet.showGridlines = flag(value)) },
  Headings: { get: (sheet) => sheet.showHeadings, set: (sheet, value) => (sheet.showHeadings = flag(value)) },
};

export const worksheetClass = defineClass<Sheet>({
  identity: (sheet) => sheet.id,
  properties: { ...properties, ...WRITE_ONLY },
  objects: {
    AutoFilter: (sheet) => object('AutoFilter', { sheet }),
    Charts: (sheet) => object('ChartCollection', sheet),
    Notes: (sheet) => object('NoteCollection', { sheet }),
    Comments: (sheet) => object('CommentCollection', { sheet }),
    CustomProperties: (sheet) => object('WorksheetCustomPropertyCollection', sheet),
    FreezePanes: (sheet) => object('WorksheetFreezePanes', sheet),
    HorizontalPageBreaks: (sheet) => object('PageBreakCollection', { sheet, axis: 'row' }),
    VerticalPageBreaks: (sheet) => object('PageBreakCollection', { sheet, axis: 'column' }),
    Names: (sheet) => object('NamedItemCollection', { scope: sheet }),
    NamedSheetViews: (sheet) => object('NamedSheetViewCollection', sheet),
    PageLayout: (sheet) => object('PageLayout', sheet),
    PivotTables: (sheet) => object('PivotTableCollection', { sheet }),
    Protection: (sheet) => object('WorksheetProtection', sheet),
    Shapes: (sheet) => object('ShapeCollection', sheet),
    Slicers: (sheet) => object('SlicerCollection', { sheet }),
    Tables: (sheet) => object('TableCollection', { sheet }),
  },
  methods: {
    GetRange: getRange,
    GetRanges: getRanges,
    GetCell: (sheet, [row, column]) => {
      const area = { row: integer(row), column: integer(column), rows: 1, columns: 1 };
      requireArgument(isOnSheet(area));
      return rangeObject(sheet, area);
    },
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) => {
      const area = { row: integer(row), column: integer(column), rows: integer(rows), columns: integer(columns) };
      requireArgument(isOnSheet(area));
      return rangeObject(sheet, area);
    },
    GetUsedRange: (sheet, [valuesOnly], { workbook }) => {
      workbook.calculate();
      return rangeObject(sheet, usedArea(sheet, valuesOnly === true) ?? { row: 0, column: 0, rows: 1, columns: 1 });
    },
    GetUsedRangeOrNullObject: (sheet, [valuesOnly], { workbook }) => {
      workbook.calculate();
      const area = usedArea(sheet, valuesOnly === true);
      return area && rangeObject(sheet, area);
    },
    GetNext: (sheet, [visibleOnly], { workbook }) => neighbour(sheet, 1, visibleOnly, workbook),
    GetPrevious: (sheet, [visibleOnly], { workbook }) => neighbour(sheet, -1, visibleOnly, workbook),
    Copy: (sheet, [position, relativeTo], { workbook }) =>
      object('Worksheet', copySheet(workbook, sheet, copyIndex(workbook, position, relativeTo))),
    FindAll: findAll,
    ReplaceAll: (sheet, [from, to, criteria], { workbook }) =>
      replaceAll(workbook, sheet, WHOLE, text(from), text(to), record(criteria ?? {}) as ReplaceCriteria),
    Activate: (sheet, _args, { workbook }) => activateSheet(workbook, sheet),
    Calculate: (_sheet, _args, { workbook }) => workbook.calculateNow(),
    Delete: (sheet, _args, { workbook }) => deleteSheet(workbook, sheet),
    ShowOutlineLevels: (sheet, [rows, columns], { workbook }) =>
      showOutlineLevels(workbook, sheet, integer(rows), integer(columns)),
    _GetAnotherWorksheetById: (_sheet, [id], { workbook }) => object('Worksheet', workbook.sheet(text(id))),
    _GetSheetById: (_sheet, [id], { workbook }) => object('Worksheet', workbook.sheet(text(id))),
  },
});
