import { CLEAR_WHAT, COPY_WHAT } from './rangeActions';
import { readR1C1, writeR1C1 } from './range';
import { clearCells } from '../../edit/clear';
import { copyAreas } from '../../edit/copy';
import { applyNamedStyle } from '../../edit/namedStyle';
import { readFormulas, readNumberFormats, readText, readValues, readValueTypes, sharedStyle } from '../../edit/read';
import { requirePlace } from '../../edit/resolve';
import type { Removed } from '../../edit/removeDuplicates';
import { select } from '../../edit/sheets';
import { specialCells } from '../../edit/specialCells';
import { shapeMatrix, usedArea, writeCells } from '../../edit/write';
import { setNumberFormats } from '../../edit/format';
import { HostError } from '../../errors';
import { numberFormat } from '../numberFormat';
import {
  type Area,
  areaBetween,
  formatArea,
  intersect,
  isEntireColumns,
  isEntireRows,
  MAX_COLUMNS,
  MAX_ROWS,
  quoteSheet,
} from '../../store/address';
import { type Call, defineClass, type HostClass, type HostObject, object, type Property } from '../hostClass';
import { areasArgument, cellCount, found, integer, list, oneOf, optionalText, text } from '../convert';
import { areasObject, type AreasTarget, rangeAddress, rangeObject, RangeTarget } from '../targets';

function address({ ranges }: AreasTarget): string {
  return ranges.map(rangeAddress).join(',');
}

function mapAreas(target: AreasTarget, change: (area: Area) => Area): HostObject {
  return areasObject(target.sheet, target.areas.map(change));
}

function nonEmpty(target: AreasTarget, areas: (Area | null)[]): HostObject {
  const some = areas.filter((area) => area !== null);
  found(some[0]);
  return areasObject(target.sheet, some);
}

function copyFrom(target: AreasTarget, [source, what, skipBlanks, transpose]: unknown[], { workbook }: Call): void {
  const place = typeof source === 'string' ? requirePlace(workbook, target.sheet, source) : null;
  const sources = place ? [new RangeTarget(place.sheet, place.area)] : areasArgument(source);
  const from = found(sources[0]);
  const areas = sources.map(({ cells }) => cells);
  const options = {
    what: oneOf(what, COPY_WHAT, 'All'),
    skipBlanks: skipBlanks === true,
    transpose: transpose === true,
  };
  for (const area of target.areas) copyAreas(workbook, from.sheet, areas, target.sheet, area, options);
}

const rangeAreas = defineClass<AreasTarget>({
  properties: {
    Address: { get: address },
    AddressLocal: { get: address },
    AreaCount: { get: ({ ranges }) => ranges.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0) },
    IsEntireColumn: { get: ({ areas }) => areas.every(isEntireColumns) },
    IsEntireRow: { get: ({ areas }) => areas.every(isEntireRows) },
    Style: {
      get: ({ sheet, areas }) => sharedStyle(sheet, areas, 'namedStyle'),
      set: ({ sheet, areas }, value, { workbook }) =>
        areas.forEach((area) => applyNamedStyle(workbook, sheet, area, text(value))),
    },
  },
  objects: {
    Areas: ({ ranges }) => object('RangeCollection', ranges),
    ConditionalFormats: ({ sheet, areas }) => object('ConditionalFormatCollection', { sheet, areas }),
    DataValidation: ({ sheet, areas }) => object('DataValidation', { sheet, areas }),
    Format: ({ sheet, areas }) => object('RangeFormat', { sheet, areas }),
    Worksheet: ({ sheet }) => object('Worksheet', sheet),
  },
  methods: {
    ConvertDataTypeToText: () => undefined,
    Calculate: (_target, _args, { workbook }) => workbook.calculateNow(),
    SetDirty: (_target, _args, { workbook }) => workbook.calculateNow(),
    Clear: ({ sheet, areas }, [what], { workbook }) =>
      areas.forEach((area) => clearCells(workbook, sheet, area, oneOf(what, CLEAR_WHAT, 'All'))),
    CopyFrom: copyFrom,
    GetEntireColumn: (target) => mapAreas(target, (area) => ({ ...area, row: 0, rows: MAX_ROWS })),
    GetEntireRow: (target) => mapAreas(target, (area) => ({ ...area, column: 0, columns: MAX_COLUMNS })),
    GetOffsetRangeAreas: (target, [rows, columns]) =>
      mapAreas(target, (area) => ({ ...area, row: area.row + integer(rows), column: area.column + integer(columns) })),
    GetIntersection: (target, [other], { workbook }) => {
      const others =
        typeof other === 'string'
          ? [requirePlace(workbook, target.sheet, other).area]
          : areasArgument(other).map((range) => range.cells);
      return nonEmpty(
        target,
        target.areas.flatMap((area) => others.map((cut) => intersect(area, cut))),
      );
    },
    GetSpecialCells: (target, [type, valueType], { workbook }) =>
      nonEmpty(target, specialCells(workbook, target.sheet, target.areas, text(type), optionalText(valueType))),
    GetUsedRangeAreas: (target, [valuesOnly]) =>
      nonEmpty(
        target,
        target.areas.map((area) => usedArea(target.sheet, valuesOnly === true, area)),
      ),
    GetTables: ({ sheet, areas }, _args, { workbook }) =>
      object(
        'TableScopedCollection',
        workbook
          .tablesOn(sheet)
          .filter((table) => areas.some((area) => intersect(area, table.area)))
          .sort((a, b) => a.area.row - b.area.row || a.area.column - b.area.column),
      ),
    Select: ({ sheet, areas }, _args, { workbook }) => select(workbook, sheet, areas),
  },
});

const rangeCollection = defineClass<RangeTarget[]>({
  items: (ranges) => ranges.map((range) => object('Range', range)),
});

/** The visible rows of a range, or one of them. */
interface ViewTarget {
  target: RangeTarget;
  row: number | null;
}

type ViewWriter = (target: RangeTarget, rows: unknown, call: Call) => void;

/** Writes one row of values per visible row. @throws InvalidArgument when there are more or fewer */
function writeView(write: ViewWriter) {
  return (view: ViewTarget, value: unknown, call: Call): void => {
    const rows = visibleRows(view);
    const lines = list(value);
    if (lines.length !== rows.length) throw new HostError('InvalidArgument');
    const { sheet, cells } = view.target;
    rows.forEach((row, i) => write(new RangeTarget(sheet, { ...cells, row, rows: 1 }), [lines[i]], call));
  };
}

const writeRow: ViewWriter = ({ sheet, cells }, rows, { workbook }) =>
  writeCells(workbook, sheet, cells, shapeMatrix(rows, cells));

const formatRow: ViewWriter = ({ sheet, cells }, rows, { workbook }) =>
  setNumberFormats(
    workbook,
    sheet,
    cells,
    shapeMatrix(rows, cells).map((row) => row.map((format) => (format === null ? null : numberFormat(format)))),
  );

function visibleRows({ target, row }: ViewTarget): number[] {
  const { row: first, rows } = target.cells;
  if (row !== null) return [row];
  return Array.from({ length: rows }, (_, i) => first + i).filter((line) => !target.sheet.isRowHidden(line));
}

function readView<T>(view: ViewTarget, read: (area: Area) => T[][] | null): T[][] {
  const { column, columns } = view.target.cells;
  return visibleRows(view).flatMap((row) => read(areaBetween(row, column, row, column + columns - 1)) ?? []);
}

const formulas: Property<ViewTarget> = {
  get: (view, { workbook }) => readView(view, (area) => readFormulas(workbook, view.target.sheet, area)),
  set: writeView(writeRow),
};

const rangeView = defineClass<ViewTarget>({
  properties: {
    Values: {
      get: (view, { workbook }) => readView(view, (area) => readValues(workbook, view.target.sheet, area)),
      set: writeView(writeRow),
    },
    Text: { get: (view, { workbook }) => readView(view, (area) => readText(workbook, view.target.sheet, area)) },
    Formulas: formulas,
    FormulasLocal: formulas,
    FormulasR1C1: {
      get: (view, { workbook }) => readView(view, (area) => readR1C1(workbook, view.target.sheet, area)),
      set: writeView(writeR1C1),
    },
    ValueTypes: {
      get: (view, { workbook }) => readView(view, (area) => readValueTypes(workbook, view.target.sheet, area)),
    },
    NumberFormat: {
      get: (view) => readView(view, (area) => readNumberFormats(view.target.sheet, area)),
      set: writeView(formatRow),
    },
    RowCount: { get: (view) => visibleRows(view).length },
    ColumnCount: { get: ({ target }) => target.cells.columns },
    Index: { get: ({ target, row }) => (row ?? target.cells.row) - target.cells.row },
    CellAddresses: {
      get: (view) => {
        const { sheet } = view.target;
        return readView(view, (area) => [
          Array.from(
            { length: area.columns },
            (_, i) => `${quoteSheet(sheet.name)}!${formatArea({ ...area, column: area.column + i, columns: 1 })}`,
          ),
        ]);
      },
    },
  },
  objects: { Rows: (view) => object('RangeViewCollection', view) },
  methods: { GetRange: ({ target }) => rangeObject(target.sheet, target.cells) },
});

const rangeViewCollection = defineClass<ViewTarget>({
  items: (view) => visibleRows(view).map((row) => object('RangeView', { target: view.target, row })),
});

const removeDuplicatesResult = defineClass<Removed>({
  properties: {
    Removed: { get: ({ removed }) => removed },
    UniqueRemaining: { get: ({ uniqueRemaining }) => uniqueRemaining },
  },
});

export const RANGE_GROUP_CLASSES: Record<string, HostClass<never>> = {
  RangeAreas: rangeAreas,
  RangeCollection: rangeCollection,
  RangeView: rangeView,
  RangeViewCollection: rangeViewCollection,
  RemoveDuplicatesResult: removeDuplicatesResult,
};
