import { HostError, requireArgument } from '../../errors';
import { findCell, type FindCriteria } from '../../edit/find';
import { regionAround, rangeEdge } from '../../edit/region';
import { specialCells } from '../../edit/specialCells';
import { usedArea } from '../../edit/write';
import { requirePlace } from '../../edit/resolve';
import {
  type Area,
  areaBetween,
  boundingArea,
  containsArea,
  intersect,
  isOnSheet,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
} from '../../store/address';
import { insertCells } from '../../edit/shiftCells';
import { removeDuplicates } from '../../edit/removeDuplicates';
import { pivotsIn } from '../../pivot/draw';
import { type Call, type HostClass, type HostObject, object } from '../hostClass';
import { found, integer, oneOf, optionalText, record, text } from '../convert';
import { areasObject, rangeObject, RangeTarget } from '../targets';

type Methods = NonNullable<HostClass<RangeTarget>['methods']>;

const DIRECTIONS = ['Left', 'Right', 'Up', 'Down'] as const;

function within(target: RangeTarget, area: Area): HostObject {
  requireArgument(isOnSheet(area));
  return rangeObject(target.sheet, area);
}

function countOf(value: unknown): number {
  const count = value === null || value === undefined ? 1 : integer(value);
  requireArgument(count !== 0);
  return count;
}

/** A range passed as object or address, on the same sheet. */
function otherArea(target: RangeTarget, other: unknown, { workbook }: Call): Area {
  if (typeof other === 'string') return requirePlace(workbook, target.sheet, other).area;
  const range = (other as HostObject | null)?.target;
  requireArgument(range instanceof RangeTarget && range.sheet === target.sheet);
  return range.cells;
}

function resized(area: Area, rows: number, columns: number): Area {
  return { ...area, rows, columns };
}

/** The bottom right corner moves, also past the other one (rule `resize-past-corner`). */
function cornerMoved(area: Area, rows: number, columns: number): Area {
  const [row, column] = [lastRow(area) + rows, lastColumn(area) + columns];
  requireArgument(row >= 0 && column >= 0);
  return areaBetween(
    Math.min(area.row, row),
    Math.min(area.column, column),
    Math.max(area.row, row),
    Math.max(area.column, column),
  );
}

function usedRange(target: RangeTarget, [valuesOnly]: unknown[], { workbook }: Call): HostObject {
  workbook.calculate();
  return rangeObject(target.sheet, found(usedArea(target.sheet, valuesOnly === true, target.cells)));
}

function activeCell(target: RangeTarget, given: unknown, call: Call): Area {
  if (given !== null && given !== undefined) return otherArea(target, given, call);
  return { ...target.cells, rows: 1, columns: 1 };
}

function spillAnchor({ sheet, cells }: RangeTarget, call: Call): Area {
  requireArgument(cells.rows === 1 && cells.columns === 1);
  call.workbook.calculate();
  const spill = found(call.workbook.spills.find((item) => item.sheet === sheet && intersect(item.area, cells)));
  return { ...spill.area, rows: 1, columns: 1 };
}

function spillingTo({ sheet, cells }: RangeTarget, call: Call): Area {
  call.workbook.calculate();
  return found(call.workbook.spillAt(sheet, cells.row, cells.column));
}

/** `Range` methods that lead to other ranges. */
export const RANGE_NAVIGATION: Methods = {
  GetCell: (target, [row, column]) => {
    const { cells } = target;
    return within(
      target,
      areaBetween(
        cells.row + integer(row),
        cells.column + integer(column),
        cells.row + integer(row),
        cells.column + integer(column),
      ),
    );
  },
  GetRow: (target, [row]) => {
    requireArgument(integer(row) >= 0 && integer(row) < target.cells.rows);
    return within(target, { ...target.cells, row: target.cells.row + integer(row), rows: 1 });
  },
  GetColumn: (target, [column]) => {
    requireArgument(integer(column) >= 0 && integer(column) < target.cells.columns);
    return within(target, { ...target.cells, column: target.cells.column + integer(column), columns: 1 });
  },
  GetLastCell: (target) =>
    within(target, { row: lastRow(target.cells), column: lastColumn(target.cells), rows: 1, columns: 1 }),
  GetLastRow: (target) => within(target, { ...target.cells, row: lastRow(target.cells), rows: 1 }),
  GetLastColumn: (target) => within(target, { ...target.cells, column: lastColumn(target.cells), columns: 1 }),
  GetEntireRow: (target) => within(target, { ...target.cells, column: 0, columns: MAX_COLUMNS }),
  GetEntireColumn: (target) => within(target, { ...target.cells, row: 0, rows: MAX_ROWS }),
  GetOffsetRange: (target, [rows, columns]) =>
    within(target, {
      ...target.cells,
      row: target.cells.row + integer(rows),
      column: target.cells.column + integer(columns),
    }),
  GetResizedRange: (target, [rows, columns]) =>
    within(target, cornerMoved(target.cells, integer(rows), integer(columns))),
  GetAbsoluteResizedRange: (target, [rows, columns]) =>
    within(target, resized(target.cells, integer(rows), integer(columns))),
  GetBoundingRect: (target, [other], call) =>
    within(target, boundingArea(target.cells, otherArea(target, other, call))),
  GetIntersection: (target, [other], call) =>
    rangeObject(target.sheet, found(intersect(target.cells, otherArea(target, other, call)))),
  GetRowsBelow: (target, [given]) => {
    const count = countOf(given);
    const { cells } = target;
    return within(
      target,
      count > 0
        ? { ...cells, row: lastRow(cells) + 1, rows: count }
        : { ...cells, row: lastRow(cells) + count + 1, rows: -count },
    );
  },
  GetRowsAbove: (target, [given]) => {
    const count = countOf(given);
    const { cells } = target;
    return within(target, count > 0 ? { ...cells, row: cells.row - count, rows: count } : { ...cells, rows: -count });
  },
  GetColumnsAfter: (target, [given]) => {
    const count = countOf(given);
    const { cells } = target;
    const after = { ...cells, column: lastColumn(cells) + 1, columns: count };
    return within(target, count > 0 ? after : { ...cells, column: lastColumn(cells) + count + 1, columns: -count });
  },
  GetColumnsBefore: (target, [given]) => {
    const count = countOf(given);
    const { cells } = target;
    return within(
      target,
      count > 0 ? { ...cells, column: cells.column - count, columns: count } : { ...cells, columns: -count },
    );
  },
  GetUsedRange: usedRange,
  GetSurroundingRegion: (target) => rangeObject(target.sheet, regionAround(target.sheet, target.cells)),
  GetRangeEdge: (target, [direction, active], call) =>
    rangeObject(target.sheet, rangeEdge(target.sheet, activeCell(target, active, call), oneOf(direction, DIRECTIONS))),
  GetExtendedRange: (target, [direction, active], call) => {
    const edge = rangeEdge(target.sheet, activeCell(target, active, call), oneOf(direction, DIRECTIONS));
    return rangeObject(target.sheet, boundingArea(target.cells, edge));
  },
  Find: (target, [wanted, criteria], { workbook }) =>
    rangeObject(
      target.sheet,
      found(findCell(workbook, target.sheet, [target.cells], text(wanted), record(criteria ?? {}) as FindCriteria)),
    ),
  GetSpecialCells: (target, [cellType, valueType], { workbook }) => {
    const areas = specialCells(workbook, target.sheet, [target.cells], text(cellType), optionalText(valueType));
    if (areas.length === 0) throw new HostError('ItemNotFound');
    return areasObject(target.sheet, areas);
  },
  GetTables: (target, [fullyContained], { workbook }) =>
    object(
      'TableScopedCollection',
      workbook
        .tablesOn(target.sheet)
        .filter(({ area }) =>
          fullyContained === true ? containsArea(target.cells, area) : intersect(area, target.cells),
        )
        .sort((a, b) => a.area.row - b.area.row || a.area.column - b.area.column),
    ),
  GetMergedAreas: (target) => {
    const merged = target.sheet.merges.filter((merge) => intersect(merge, target.cells));
    if (merged.length === 0) throw new HostError('ItemNotFound');
    return areasObject(target.sheet, merged);
  },
  GetVisibleView: (target) => object('RangeView', { target, row: null }),
  GetSpillParent: (target, _args, call) => rangeObject(target.sheet, spillAnchor(target, call)),
  GetSpillingToRange: (target, _args, call) => rangeObject(target.sheet, spillingTo(target, call)),
  GetPivotTables: (target, [fullyContained], { workbook }) =>
    object('PivotTableScopedCollection', pivotsIn(workbook, target, fullyContained === true)),
  Insert: (target, [shift], { workbook }) =>
    rangeObject(
      target.sheet,
      insertCells(workbook, target.sheet, target.cells, oneOf(shift, ['Down', 'Right'] as const)),
    ),
  RemoveDuplicates: (target, [columns, includesHeader], { workbook }) =>
    object(
      'RemoveDuplicatesResult',
      removeDuplicates(workbook, target.sheet, target.cells, columns, includesHeader === true),
    ),
};
