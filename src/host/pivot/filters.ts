import { HostError, requireArgument } from '../errors';
import type { PivotField, PivotFilters, PivotItem, PivotTable } from '../store/pivot';
import type { Workbook } from '../store/workbook';
import { drawPivot } from './draw';

/** `Excel.PivotFilterType`. */
export type FilterKind = 'Value' | 'Manual' | 'Label' | 'Date';

/** Filters that cannot stand side by side, whatever the pivot table allows (Excel.PivotFilterType). */
const RIVALS: Partial<Record<FilterKind, FilterKind>> = { Label: 'Date', Date: 'Label' };

function keyOf(kind: Exclude<FilterKind, 'Manual'>): keyof PivotFilters {
  return ({ Value: 'valueFilter', Label: 'labelFilter', Date: 'dateFilter' } as const)[kind];
}

/** What `getFilters` answers; kinds that are not applied are absent. */
export function filtersOf(field: PivotField): Record<string, unknown> {
  const shown = field.items.filter(({ visible }) => visible);
  const manual = shown.length < field.items.length && { manualFilter: { selectedItems: shown.map(({ id }) => id) } };
  return { ...field.filters, ...manual };
}

function setVisible(field: PivotField, shown: readonly PivotItem[]): void {
  for (const item of field.items) item.visible = shown.includes(item);
}

function remove(field: PivotField, kind: FilterKind): void {
  if (kind === 'Manual') setVisible(field, field.items);
  else field.filters[keyOf(kind)] = undefined;
}

/** Shows only some items. @throws InvalidArgument when none is left */
export function showOnly(workbook: Workbook, pivot: PivotTable, field: PivotField, shown: readonly PivotItem[]): void {
  requireArgument(shown.length > 0, 'At least one item of a field stays visible.');
  if (shown.length > 1 && shown.length < field.items.length) field.multipleFilterItems = true;
  setVisible(field, shown);
  drawPivot(workbook, pivot);
}

function isOnAxis({ axes }: PivotTable, field: PivotField): boolean {
  return [axes.row, axes.column, axes.filter].some((fields) => fields.includes(field));
}

/** A copy of the wire's filter without its null members. */
function tidy(filter: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
}

/**
 * `PivotField.applyFilter`: sets the kinds that are given; others go unless the pivot table allows several
 * (rule `pivot-one-filter`).
 * @throws InvalidOperation when the field is on no axis (rule `pivot-filter-needs-axis`), InvalidArgument
 */
export function applyFilters(
  workbook: Workbook,
  pivot: PivotTable,
  field: PivotField,
  given: Record<string, unknown>,
  selected: readonly PivotItem[] | undefined,
): void {
  if (!isOnAxis(pivot, field)) throw new HostError('InvalidOperation', 'The field is on no axis of the PivotTable.');
  const kinds = (['Value', 'Label', 'Date'] as const).filter((kind) => given[keyOf(kind)]);
  const all: FilterKind[] = selected ? [...kinds, 'Manual'] : kinds;
  const several = pivot.options.allowMultipleFiltersPerField;
  requireArgument(
    all.length > 0 && (several || all.length === 1) && !(kinds.includes('Label') && kinds.includes('Date')),
  );
  requireArgument(!selected || selected.length > 0);
  assertValueName(pivot, given.valueFilter);
  for (const kind of ['Value', 'Manual', 'Label', 'Date'] as const)
    if (!several || all.some((each) => RIVALS[each] === kind)) remove(field, kind);
  for (const kind of kinds) field.filters[keyOf(kind)] = tidy(given[keyOf(kind)] as object);
  if (selected) setVisible(field, selected);
  if (selected && selected.length > 1) field.multipleFilterItems = true;
  drawPivot(workbook, pivot);
}

function assertValueName(pivot: PivotTable, filter: unknown): void {
  if (!filter) return;
  const name = String((filter as { value?: unknown }).value).toLowerCase();
  requireArgument(
    pivot.data.some((data) => data.name.toLowerCase() === name),
    'The value filter names no data hierarchy.',
  );
}

/** Drops filters of these kinds. */
export function clearFilters(
  workbook: Workbook,
  pivot: PivotTable,
  field: PivotField,
  kinds: readonly FilterKind[],
): void {
  for (const kind of kinds) remove(field, kind);
  drawPivot(workbook, pivot);
}
