import { requireArgument } from '../../errors';
import { applyStyle, columnWidth, rowHeight } from '../../edit/format';
import { applyNamedStyle } from '../../edit/namedStyle';
import { areaBetween, formatArea, mapArea, quoteSheet } from '../../store/address';
import type { Sheet } from '../../store/sheet';
import { DEFAULT_STYLE, type StyleKey, type StylePatch, styleValue } from '../../store/style';
import type { Workbook } from '../../store/workbook';
import { color } from '../color';
import { list, record } from '../convert';
import type { HostClass } from '../hostClass';
import type { RangeTarget } from '../targets';

type Methods = NonNullable<HostClass<RangeTarget>['methods']>;

/** `format.font.bold` and its like, as style keys. */
const STYLE_PATHS: Readonly<Record<string, StyleKey>> = {
  'format.font.bold': 'bold',
  'format.font.italic': 'italic',
  'format.font.color': 'fontColor',
  'format.font.name': 'fontName',
  'format.font.size': 'fontSize',
  'format.font.underline': 'underline',
  'format.font.strikethrough': 'strikethrough',
  'format.fill.color': 'fill',
  'format.fill.pattern': 'pattern',
  'format.horizontalAlignment': 'horizontal',
  'format.verticalAlignment': 'vertical',
  'format.wrapText': 'wrap',
  'format.indentLevel': 'indent',
  'format.textOrientation': 'textOrientation',
  'format.shrinkToFit': 'shrinkToFit',
  'format.protection.locked': 'locked',
  numberFormat: 'numberFormat',
  style: 'namedStyle',
};

/** `{format: {font: {bold: true}}}` -> `[['format.font.bold', true]]` */
function flatten(node: Record<string, unknown>, prefix = ''): [string, unknown][] {
  return Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
    return nested ? flatten(value as Record<string, unknown>, `${prefix}${key}.`) : [[prefix + key, value]];
  });
}

function assign(node: Record<string, unknown>, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() as string;
  let at = node;
  for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
  at[last] = value;
}

function readAt(sheet: Sheet, row: number, column: number, path: string): unknown {
  if (path === 'address' || path === 'addressLocal')
    return `${quoteSheet(sheet.name)}!${formatArea(areaBetween(row, column, row, column))}`;
  if (path === 'rowHidden' || path === 'hidden') return sheet.isRowHidden(row);
  if (path === 'columnHidden') return sheet.hiddenColumns.has(column);
  if (path === 'rowIndex') return row;
  if (path === 'columnIndex') return column;
  if (path === 'format.columnWidth') return columnWidth(sheet, column);
  if (path === 'format.rowHeight') return rowHeight(sheet, row);
  const key = STYLE_PATHS[path];
  requireArgument(key !== undefined, path);
  const value = styleValue(sheet.style(row, column), key);
  return key === 'fill' && value === '' ? '#FFFFFF' : value;
}

function describe(sheet: Sheet, row: number, column: number, options: unknown): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [path, wanted] of flatten(record(options)))
    if (wanted === true) assign(result, path, readAt(sheet, row, column, path));
  return result;
}

function patchOf(properties: unknown): StylePatch {
  const patch: Record<string, unknown> = {};
  for (const [path, value] of flatten(record(properties ?? {}))) {
    const key = STYLE_PATHS[path];
    if (!key) continue;
    if (key === 'namedStyle') continue;
    patch[key] = key === 'fill' || key === 'fontColor' ? color(value) : value;
    requireArgument(typeof patch[key] === typeof DEFAULT_STYLE[key]);
  }
  return patch;
}

function setAt(workbook: Workbook, sheet: Sheet, area: RangeTarget['cells'], properties: unknown): void {
  const { style } = record(properties ?? {});
  if (typeof style === 'string') applyNamedStyle(workbook, sheet, area, style);
  const patch = patchOf(properties);
  if (Object.keys(patch).length > 0) applyStyle(workbook, sheet, area, patch);
  for (const [path, value] of flatten(record(properties ?? {}))) {
    if (path === 'format.columnWidth') sheet.columnWidths.set(area.column, Number(value));
    if (path === 'format.rowHeight') sheet.rowHeights.set(area.row, Number(value));
    if (path === 'columnHidden') sheet.hiddenColumns[value === true ? 'add' : 'delete'](area.column);
    if (path === 'rowHidden') sheet.hiddenRows[value === true ? 'add' : 'delete'](area.row);
  }
}

/** `getCellProperties` and its five relatives: formats of many cells in one call. */
export const RANGE_PROPERTY_TABLES: Methods = {
  GetCellProperties: ({ sheet, cells }, [options]) =>
    mapArea(cells, (row, column) => describe(sheet, row, column, options)),
  GetColumnProperties: ({ sheet, cells }, [options]) =>
    Array.from({ length: cells.columns }, (_, i) => describe(sheet, cells.row, cells.column + i, options)),
  GetRowProperties: ({ sheet, cells }, [options]) =>
    Array.from({ length: cells.rows }, (_, i) => describe(sheet, cells.row + i, cells.column, options)),
  SetCellProperties: ({ sheet, cells }, [data], { workbook }) => {
    const rows = list(data).map(list);
    requireArgument(rows.length === cells.rows && rows.every((row) => row.length === cells.columns));
    mapArea(cells, (row, column) => {
      setAt(workbook, sheet, areaBetween(row, column, row, column), rows[row - cells.row]?.[column - cells.column]);
    });
  },
  SetColumnProperties: ({ sheet, cells }, [data], { workbook }) => {
    const columns = list(data);
    requireArgument(columns.length === cells.columns);
    columns.forEach((properties, i) =>
      setAt(workbook, sheet, { ...cells, column: cells.column + i, columns: 1 }, properties),
    );
  },
  SetRowProperties: ({ sheet, cells }, [data], { workbook }) => {
    const rows = list(data);
    requireArgument(rows.length === cells.rows);
    rows.forEach((properties, i) => setAt(workbook, sheet, { ...cells, row: cells.row + i, rows: 1 }, properties));
  },
};
