import { HostError, requireArgument } from '../../errors';
import { requirePlace } from '../../edit/resolve';
import { drawPivot } from '../../pivot/draw';
import { type Report, reportOf } from '../../pivot/report';
import { pathOf } from '../../pivot/tree';
import { type Area, areaBetween, contains, lastColumn, lastRow } from '../../store/address';
import type { DataField, PivotField, PivotLayout, PivotTable } from '../../store/pivot';
import type { Workbook } from '../../store/workbook';
import { type Call, defineClass, HostObject, object, type Property } from '../hostClass';
import { flag, oneOf, text } from '../convert';
import { rangeObject, RangeTarget } from '../targets';
import { findItem, type ItemTarget } from './pivotFields';
import { dataObject } from './pivotHierarchies';

function body(pivot: PivotTable): Area {
  if (!pivot.anchor.area) throw new HostError('ItemNotFound');
  return pivot.anchor.area;
}

/** A part of the body between two of its rows and columns; ItemNotFound when there is no such part. */
function part(pivot: PivotTable, top: number, left: number, bottom: number, right: number): HostObject {
  if (bottom < top || right < left) throw new HostError('ItemNotFound', 'The PivotTable has no such part.');
  const { row, column } = body(pivot);
  return rangeObject(pivot.sheet, areaBetween(row + top, column + left, row + bottom, column + right));
}

function kept<K extends keyof PivotLayout>(key: K, read: (value: unknown) => PivotLayout[K]): Property<PivotTable> {
  return {
    get: ({ layout }) => layout[key],
    set: (pivot, value, { workbook }) => {
      pivot.layout[key] = read(value);
      drawPivot(workbook, pivot);
    },
  };
}

/** Tabular groups have no line of their own for a subtotal at the top. */
function subtotalLocation({ layout }: PivotTable): PivotLayout['subtotalLocation'] {
  return layout.layoutType === 'Tabular' && layout.subtotalLocation === 'AtTop' ? 'AtBottom' : layout.subtotalLocation;
}

/** What stands behind a cell of the data body. */
interface Behind {
  report: Report;
  row: Report['rows'][number];
  column: Report['columns'][number];
}

/** @throws InvalidArgument for a cell outside the data body */
function behind(pivot: PivotTable, cell: unknown, workbook: Workbook): Behind {
  const target = cell instanceof HostObject ? cell.target : undefined;
  const place =
    target instanceof RangeTarget
      ? { sheet: target.sheet, area: target.cells }
      : requirePlace(workbook, pivot.sheet, text(cell));
  const { area } = place;
  requireArgument(place.sheet === pivot.sheet && contains(body(pivot), area.row, area.column));
  requireArgument(area.rows === 1 && area.columns === 1);
  const report = reportOf(workbook, pivot);
  const row = report.rows[area.row - body(pivot).row - pivot.parts.headerRows];
  const column = report.columns[area.column - body(pivot).column - pivot.parts.labelColumns];
  requireArgument(row && column);
  return { report, row, column };
}

function itemTargets(pivot: PivotTable, fields: readonly PivotField[], ids: readonly string[]): ItemTarget[] {
  return ids.flatMap((id, index) => {
    const field = fields[index];
    const item = field && findItem(field, id);
    return item ? [{ pivot, field, item }] : [];
  });
}

function pivotItems(pivot: PivotTable, [axis, cell]: unknown[], { workbook }: Call): HostObject {
  const kind = oneOf(axis, ['Row', 'Column'] as const);
  const { row, column } = behind(pivot, cell, workbook);
  const node = kind === 'Row' ? row.node : column.line.node;
  const fields = pivot.axes[kind === 'Row' ? 'row' : 'column'];
  return object('PivotItemCollection', { pivot, some: itemTargets(pivot, fields, node ? pathOf(node) : []) });
}

/** Sorts the innermost field of the cell's row by the cell's column. */
function autoSort(pivot: PivotTable, [cell, sortBy]: unknown[], { workbook }: Call): void {
  const { row, column } = behind(pivot, cell, workbook);
  const field = row.node?.field ?? pivot.axes.row[0];
  requireArgument(field && column.data && column.line.node);
  const ascending = oneOf(sortBy, ['Ascending', 'Descending'] as const) === 'Ascending';
  const data: DataField = column.data;
  field.sort = { by: 'values', ascending, data, scope: pathOf(column.line.node) };
  drawPivot(workbook, pivot);
}

function setting(key: 'blankLines' | 'repeatLabels') {
  return (pivot: PivotTable, [value]: unknown[], { workbook }: Call): void => {
    pivot.layout[key] = flag(value);
    drawPivot(workbook, pivot);
  };
}

const layout = defineClass<PivotTable>({
  properties: {
    AltTextDescription: kept('altTextDescription', text),
    AltTextTitle: kept('altTextTitle', text),
    AutoFormat: kept('autoFormat', flag),
    EmptyCellText: kept('emptyCellText', text),
    EnableFieldList: kept('enableFieldList', flag),
    FillEmptyCells: kept('fillEmptyCells', flag),
    LayoutType: kept('layoutType', (value) => oneOf(value, ['Compact', 'Outline', 'Tabular'] as const)),
    PreserveFormatting: kept('preserveFormatting', flag),
    ShowColumnGrandTotals: kept('showColumnGrandTotals', flag),
    ShowFieldHeaders: kept('showFieldHeaders', flag),
    ShowRowGrandTotals: kept('showRowGrandTotals', flag),
    SubtotalLocation: {
      ...kept('subtotalLocation', (value) => oneOf(value, ['AtTop', 'AtBottom', 'Off'] as const)),
      get: subtotalLocation,
    },
  },
  methods: {
    DisplayBlankLineAfterEachItem: setting('blankLines'),
    RepeatAllItemLabels: setting('repeatLabels'),
    GetRange: (pivot) => rangeObject(pivot.sheet, body(pivot)),
    GetDataBodyRange: (pivot) => {
      const { parts, data } = pivot;
      if (data.length === 0) throw new HostError('ItemNotFound', 'The PivotTable has no such part.');
      return part(pivot, parts.headerRows, parts.labelColumns, parts.rows - 1, parts.columns - 1);
    },
    GetColumnLabelRange: (pivot) => {
      const { parts } = pivot;
      return part(pivot, 0, parts.labelColumns, parts.headerRows - 1, parts.columns - 1);
    },
    GetRowLabelRange: (pivot) => {
      const { parts, axes } = pivot;
      if (axes.row.length === 0) throw new HostError('ItemNotFound', 'The PivotTable has no such part.');
      return part(pivot, parts.headerRows - 1, 0, parts.rows - 1, parts.labelColumns - 1);
    },
    GetFilterAxisRange: (pivot) => {
      const [filters] = pivot.areas;
      if (pivot.parts.filterRows === 0 || !filters) throw new HostError('ItemNotFound', 'There are no filters.');
      return rangeObject(pivot.sheet, areaBetween(filters.row, filters.column, lastRow(filters), lastColumn(filters)));
    },
    GetDataHierarchy: (pivot, [cell], { workbook }) => {
      const { column } = behind(pivot, cell, workbook);
      requireArgument(column.data);
      return dataObject(pivot, column.data);
    },
    GetPivotItems: pivotItems,
    SetAutoSortOnCell: autoSort,
  },
});

export const PIVOT_LAYOUT_CLASSES = { PivotLayout: layout };
