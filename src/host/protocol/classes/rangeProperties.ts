import { requireArgument } from '../../errors';
import { applyStyle } from '../../edit/format';
import { areaBetween, mapArea } from '../../store/address';
import type { Sheet } from '../../store/sheet';
import { styleValue } from '../../store/style';
import type { Workbook } from '../../store/workbook';
import { list, record } from '../convert';
import type { HostClass } from '../hostClass';
import type { RangeTarget } from '../targets';
import { OTHER_PATHS, STYLE_PATHS } from './cellPropertyPaths';

type Methods = NonNullable<HostClass<RangeTarget>['methods']>;

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

/** @throws InvalidArgument for a property that cells have not */
function readAt(sheet: Sheet, row: number, column: number, path: string): unknown {
  const other = OTHER_PATHS[path];
  if (other) return other.get(sheet, areaBetween(row, column, row, column));
  const key = STYLE_PATHS[path]?.key;
  requireArgument(key !== undefined, path);
  const value = styleValue(sheet.style(row, column), key);
  return key === 'fill' && value === '' ? '#FFFFFF' : value;
}

/** All wanted leaves; a branch that is wanted as a whole (`font: true`) stands for its leaves. */
function wantedPaths(options: unknown): string[] {
  const known = [...Object.keys(STYLE_PATHS), ...Object.keys(OTHER_PATHS)];
  return flatten(record(options)).flatMap(([path, wanted]) => {
    if (wanted !== true) return [];
    return known.includes(path)
      ? [path]
      : required(
          known.filter((leaf) => leaf.startsWith(`${path}.`)),
          path,
        );
  });
}

function required(paths: string[], path: string): string[] {
  requireArgument(paths.length > 0, path);
  return paths;
}

function describe(sheet: Sheet, row: number, column: number, paths: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const path of paths) assign(result, path, readAt(sheet, row, column, path));
  return result;
}

/** Gives an area what a `SettableCellProperties` says. @throws InvalidArgument for what cells have not or may not have */
function setAt(workbook: Workbook, sheet: Sheet, area: RangeTarget['cells'], properties: unknown): void {
  const { hyperlink, style, ...rest } = record(properties ?? {});
  const patch: Record<string, unknown> = {};
  const others: [string, unknown][] = Object.entries({ style, hyperlink });
  for (const [path, value] of flatten(rest)) {
    const known = STYLE_PATHS[path];
    if (known) patch[known.key] = known.convert(value);
    else others.push([path, value]);
  }
  if (patch.fill) patch.pattern ??= 'Solid';
  for (const [path, value] of others) setOther(workbook, sheet, area, path, value);
  if (Object.keys(patch).length > 0) applyStyle(workbook, sheet, area, patch);
}

function setOther(workbook: Workbook, sheet: Sheet, area: RangeTarget['cells'], path: string, value: unknown): void {
  if (value === undefined || value === null) return;
  const set = OTHER_PATHS[path]?.set;
  requireArgument(set !== undefined, path);
  set(workbook, sheet, area, value);
}

/** `getCellProperties` and its five relatives: formats of many cells in one call. */
export const RANGE_PROPERTY_TABLES: Methods = {
  GetCellProperties: ({ sheet, cells }, [options]) =>
    mapArea(cells, (row, column) => describe(sheet, row, column, wantedPaths(options))),
  GetColumnProperties: ({ sheet, cells }, [options]) =>
    Array.from({ length: cells.columns }, (_, i) => describe(sheet, cells.row, cells.column + i, wantedPaths(options))),
  GetRowProperties: ({ sheet, cells }, [options]) =>
    Array.from({ length: cells.rows }, (_, i) => describe(sheet, cells.row + i, cells.column, wantedPaths(options))),
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
