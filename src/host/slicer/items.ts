import { HostError, requireArgument } from '../errors';
import { applyTableFilters } from '../edit/filter';
import { clearFilters, showOnly } from '../pivot/filters';
import type { CellValue } from '../store/cell';
import { displayText } from '../store/displayText';
import { itemText, type Slicer } from '../store/pivot';
import { styleValue } from '../store/style';
import type { Table, TableColumn } from '../store/table';
import type { Workbook } from '../store/workbook';
import { columnOf } from './slicers';

/** One button of a slicer. */
export interface SlicerItem {
  readonly key: string;
  readonly name: string;
  readonly isSelected: boolean;
  /** Whether any row that other filters leave has it. */
  readonly hasData: boolean;
}

interface Value {
  value: CellValue;
  text: string;
  isShown: boolean;
}

function requireColumn(source: { table: Table; columnId: number }): TableColumn {
  const column = columnOf(source);
  if (!column) throw new HostError('ItemNotFound');
  return column;
}

/** The texts of a table column with the rows that the other columns' filters leave. */
function columnValues(workbook: Workbook, table: Table, column: TableColumn): Value[] {
  workbook.calculate();
  const at = table.area.column + table.columns.indexOf(column);
  const own = column.filter !== undefined;
  return Array.from({ length: table.body.rows }, (_, index) => {
    const row = table.body.row + index;
    const value = table.sheet.value(row, at);
    const text = displayText(value, styleValue(table.sheet.style(row, at), 'numberFormat'), workbook.date1904);
    return { value, text, isShown: own || !table.sheet.filteredRows.has(row) };
  });
}

function tableItems(
  workbook: Workbook,
  source: { table: Table; columnId: number },
): (SlicerItem & { value: CellValue })[] {
  const column = requireColumn(source);
  const wanted = column.filter?.filterOn === 'Values' ? (column.filter.values as unknown[]).map(lower) : null;
  const found = new Map<string, SlicerItem & { value: CellValue }>();
  for (const { value, text, isShown } of columnValues(workbook, source.table, column)) {
    const known = found.get(lower(text));
    const isSelected = !wanted || wanted.includes(lower(text));
    const item = { key: text, name: text === '' ? '(blank)' : text, isSelected, hasData: isShown, value };
    found.set(lower(text), known ? { ...known, hasData: known.hasData || isShown } : item);
  }
  return [...found.values()];
}

function lower(value: unknown): string {
  return String(value).toLowerCase();
}

function pivotItems({
  pivot,
  field,
}: Extract<Slicer['source'], { pivot: unknown }>): (SlicerItem & { value: CellValue })[] {
  const others = pivot.fields.filter((other) => other !== field && other.items.some(({ visible }) => !visible));
  const hidden = others.map((other) => ({
    column: other.column,
    values: new Set(other.items.filter(({ visible }) => !visible).map(({ value }) => lower(value))),
  }));
  const left = pivot.records.filter((record) =>
    hidden.every(({ column, values }) => !values.has(lower(record[column] ?? null))),
  );
  const present = new Set(left.map((record) => lower(record[field.column] ?? null)));
  return field.items.map((item) => ({
    key: item.id,
    name: itemText(item),
    isSelected: item.visible,
    hasData: present.has(lower(item.value)),
    value: item.value,
  }));
}

/** Numbers before text; blanks last. */
function compare(a: CellValue, b: CellValue): number {
  const blanks = Number(a === null) - Number(b === null);
  if (blanks !== 0) return blanks;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  return typeof b === 'number' ? 1 : lower(a).localeCompare(lower(b), 'en');
}

/** The buttons in the order in which the slicer shows them. */
export function slicerItems(workbook: Workbook, { source, sortBy }: Slicer): SlicerItem[] {
  const items = 'table' in source ? tableItems(workbook, source) : pivotItems(source);
  if (sortBy === 'DataSourceOrder') return items;
  const sign = sortBy === 'Ascending' ? 1 : -1;
  return items.sort((a, b) => sign * compare(a.value, b.value));
}

/**
 * Filters by these buttons only; none or all of them clears the filter.
 * @throws InvalidArgument for a key that there is not (rule `slicer-unknown-key`)
 */
export function selectItems(workbook: Workbook, slicer: Slicer, keys: readonly string[]): void {
  const items = slicerItems(workbook, slicer);
  const chosen = keys.map((key) => items.find((item) => [item.key, item.name].map(lower).includes(lower(key))));
  requireArgument(
    chosen.every((item) => item !== undefined),
    'The slicer has no such item.',
  );
  const selected = items.filter((item) => chosen.includes(item)).map(({ key }) => key);
  if (selected.length === 0 || selected.length === items.length) return clearSlicer(workbook, slicer);
  const { source } = slicer;
  if ('pivot' in source) {
    const shown = source.field.items.filter(({ id }) => selected.includes(id));
    return showOnly(workbook, source.pivot, source.field, shown);
  }
  requireColumn(source).filter = { filterOn: 'Values', values: selected };
  applyTableFilters(workbook, source.table);
}

/** Sets or clears one button; when the last one is cleared, all are set. */
export function selectItem(workbook: Workbook, slicer: Slicer, key: string, isSelected: boolean): void {
  const others = slicerItems(workbook, slicer).filter((item) => item.isSelected && item.key !== key);
  selectItems(workbook, slicer, [...others.map((item) => item.key), ...(isSelected ? [key] : [])]);
}

/** Whether nothing is filtered by the slicer's column or field. */
export function isCleared({ source }: Slicer): boolean {
  if ('table' in source) return requireColumn(source).filter === undefined;
  return source.field.items.every(({ visible }) => visible);
}

/** Shows everything again. */
export function clearSlicer(workbook: Workbook, slicer: Slicer): void {
  const { source } = slicer;
  if (isCleared(slicer)) return;
  if ('pivot' in source) return clearFilters(workbook, source.pivot, source.field, ['Manual']);
  delete requireColumn(source).filter;
  applyTableFilters(workbook, source.table);
}
