import { HostError, requireArgument } from '../errors';
import type { PivotField, PivotItem } from '../store/pivot';
import { itemText } from '../store/pivot';
import type { Workbook } from '../store/workbook';
import { inYearlyPeriod, type Period, periodAround, periodOf } from './periods';

type Filter = Readonly<Record<string, unknown>>;

/** Digits compare as numbers, other text without regard to case. */
function compareLabels(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  const numeric = a.trim() !== '' && b.trim() !== '' && !Number.isNaN(left) && !Number.isNaN(right);
  return numeric ? left - right : a.toLowerCase().localeCompare(b.toLowerCase(), 'en');
}

function textOf(filter: Filter, key: string): string {
  const value = filter[key];
  requireArgument(typeof value === 'string' || typeof value === 'number');
  return String(value);
}

function contains(label: string, filter: Filter, test: (label: string, part: string) => boolean): boolean {
  return test(label.toLowerCase(), textOf(filter, 'substring').toLowerCase());
}

/** `Excel.LabelFilterCondition`. */
const LABEL_CONDITIONS: Readonly<Record<string, (label: string, filter: Filter) => boolean>> = {
  Equals: (label, filter) => compareLabels(label, textOf(filter, 'comparator')) === 0,
  BeginsWith: (label, filter) => contains(label, filter, (text, part) => text.startsWith(part)),
  EndsWith: (label, filter) => contains(label, filter, (text, part) => text.endsWith(part)),
  Contains: (label, filter) => contains(label, filter, (text, part) => text.includes(part)),
  GreaterThan: (label, filter) => compareLabels(label, textOf(filter, 'comparator')) > 0,
  GreaterThanOrEqualTo: (label, filter) => compareLabels(label, textOf(filter, 'comparator')) >= 0,
  LessThan: (label, filter) => compareLabels(label, textOf(filter, 'comparator')) < 0,
  LessThanOrEqualTo: (label, filter) => compareLabels(label, textOf(filter, 'comparator')) <= 0,
  Between: (label, filter) =>
    compareLabels(label, textOf(filter, 'lowerBound')) >= 0 && compareLabels(label, textOf(filter, 'upperBound')) <= 0,
};

function bound(filter: Filter, key: string): Period {
  const given = filter[key] as { date?: unknown; specificity?: unknown } | null | undefined;
  const period = periodOf(String(given?.date), String(given?.specificity ?? 'Day'));
  requireArgument(period);
  return period;
}

/** `Excel.DateFilterCondition` with bounds. */
const DATE_CONDITIONS: Readonly<Record<string, (date: number, filter: Filter) => boolean>> = {
  Equals: (date, filter) => isIn(date, bound(filter, 'comparator')),
  Before: (date, filter) => date < bound(filter, 'comparator')[0],
  BeforeOrEqualTo: (date, filter) => date < bound(filter, 'comparator')[1],
  After: (date, filter) => date >= bound(filter, 'comparator')[1],
  AfterOrEqualTo: (date, filter) => date >= bound(filter, 'comparator')[0],
  Between: (date, filter) => date >= bound(filter, 'lowerBound')[0] && date < bound(filter, 'upperBound')[1],
};

function isIn(date: number, [start, end]: Period): boolean {
  return date >= start && date < end;
}

function today(workbook: Workbook): number {
  const value = workbook.evaluate('TODAY()');
  if (typeof value !== 'number') throw new HostError('UnsupportedOperation', 'The host has no clock.');
  return value;
}

function meetsDate(workbook: Workbook, value: unknown, filter: Filter): boolean {
  const condition = String(filter.condition);
  // Serials of the 1904 system count from 1,462 days later.
  const shift = workbook.date1904 ? 1462 : 0;
  const date = typeof value === 'number' ? value + shift : Number.NaN;
  const compare = DATE_CONDITIONS[condition];
  if (compare) return compare(date, filter);
  const yearly = inYearlyPeriod(condition, Number.isNaN(date) ? 0 : date);
  if (yearly !== undefined) return yearly && !Number.isNaN(date);
  const period = periodAround(condition, today(workbook) + shift);
  requireArgument(period, `There is no date filter ${condition}.`);
  return isIn(date, period);
}

function meetsLabel(item: PivotItem, filter: Filter): boolean {
  const test = LABEL_CONDITIONS[String(filter.condition)];
  requireArgument(test, `There is no label filter ${String(filter.condition)}.`);
  return test(itemText(item), filter);
}

/** Whether an item passes what the field filters by itself: its own visibility, its label, its date. @throws InvalidArgument */
export function passesOwnFilters(workbook: Workbook, field: PivotField, item: PivotItem): boolean {
  const { labelFilter, dateFilter } = field.filters;
  if (!item.visible) return false;
  if (labelFilter && meetsLabel(item, labelFilter) === (labelFilter.exclusive === true)) return false;
  return !(dateFilter && meetsDate(workbook, item.value, dateFilter) === (dateFilter.exclusive === true));
}
