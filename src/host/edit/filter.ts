import { HostError } from '../errors';
import { type Area, lastRow } from '../store/address';
import type { CellValue } from '../store/cell';
import { displayText } from '../store/displayText';
import type { FilterCriteria, Sheet } from '../store/sheet';
import { styleValue } from '../store/style';
import { assertAllowed } from './protect';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';

interface Candidate {
  row: number;
  value: CellValue;
  text: string;
  fill: string;
  fontColor: string;
}

type Test = (candidate: Candidate, all: readonly Candidate[], criteria: FilterCriteria) => boolean;

function numbers(all: readonly Candidate[]): number[] {
  return all.map(({ value }) => value).filter((value) => typeof value === 'number');
}

function isAmong(candidate: Candidate, all: readonly Candidate[], count: number, largest: boolean): boolean {
  const sorted = numbers(all).sort((a, b) => (largest ? b - a : a - b));
  const limit = sorted[Math.min(count, sorted.length) - 1];
  if (typeof candidate.value !== 'number' || limit === undefined) return false;
  return largest ? candidate.value >= limit : candidate.value <= limit;
}

function share(all: readonly Candidate[], percent: unknown): number {
  return Math.max(1, Math.floor((numbers(all).length * Number(percent)) / 100));
}

function average(all: readonly Candidate[]): number {
  const values = numbers(all);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A pattern with `*` and `?` (escaped by `~`), ignoring case, for the whole text. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|[.+^${}()|[\]\\]|\*|\?/g, (found, escaped: string | undefined) => {
    if (escaped) return `\\${escaped}`;
    return found === '*' ? '.*' : found === '?' ? '.' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'is');
}

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

/** One custom criterion such as `>50`, `=A*`, `<>x`. */
function meets(candidate: Candidate, criterion: string): boolean {
  const [, operator = '=', operand = ''] = /^(<>|>=|<=|=|>|<)?(.*)$/s.exec(criterion) ?? [];
  const compare = COMPARE[operator];
  if (compare) return typeof candidate.value === 'number' && compare(candidate.value, Number(operand));
  const equal =
    typeof candidate.value === 'number' && operand !== '' && !Number.isNaN(Number(operand))
      ? candidate.value === Number(operand)
      : wildcard(operand).test(candidate.text);
  return operator === '<>' ? !equal : equal;
}

/** `Excel.FilterDatetime`: all days of a year, a month ... */
interface Day {
  date: string;
  specificity: string;
}

function isDay(value: unknown): value is Day {
  return typeof value === 'object' && value !== null && 'date' in value;
}

/** How much of `2024-01-02T03:04:05` has to be equal. */
const SPECIFICITY: Record<string, number> = { Year: 4, Month: 7, Day: 10, Hour: 13, Minute: 16, Second: 19 };

function isWithin({ value }: Candidate, { date, specificity }: Day): boolean {
  const length = SPECIFICITY[specificity];
  if (length === undefined) throw new HostError('InvalidArgument');
  if (typeof value !== 'number') return false;
  const [wanted, shown] = [new Date(date), new Date(Math.round((value - 25569) * 86_400_000))];
  if (Number.isNaN(wanted.getTime())) throw new HostError('InvalidArgument');
  return shown.toISOString().slice(0, length) === wanted.toISOString().slice(0, length);
}

/** The texts among the wanted values; a long list is asked for each of many rows. */
function textsOf(criteria: FilterCriteria): ReadonlySet<string> {
  const known = wantedTexts.get(criteria) ?? new Set(valuesOf(criteria).map((value) => String(value).toLowerCase()));
  wantedTexts.set(criteria, known);
  return known;
}

const wantedTexts = new WeakMap<FilterCriteria, ReadonlySet<string>>();
const valuesOf = ({ values }: FilterCriteria): readonly unknown[] => (values as readonly unknown[] | undefined) ?? [];

/** Criteria Excel has and the host cannot tell. */
const UNKNOWN_HERE = new Set(['Icon']);

const TESTS: Record<string, Test> = {
  Values: (candidate, _all, criteria) =>
    textsOf(criteria).has(candidate.text.toLowerCase()) ||
    valuesOf(criteria).some((value) => isDay(value) && isWithin(candidate, value)),
  Custom: (candidate, _all, { criterion1, criterion2, operator }) => {
    const first = meets(candidate, String(criterion1 ?? ''));
    if (criterion2 === undefined || criterion2 === null || criterion2 === '') return first;
    const second = meets(candidate, String(criterion2));
    return operator === 'Or' ? first || second : first && second;
  },
  TopItems: (candidate, all, criteria) => isAmong(candidate, all, Number(criteria.criterion1), true),
  BottomItems: (candidate, all, criteria) => isAmong(candidate, all, Number(criteria.criterion1), false),
  TopPercent: (candidate, all, criteria) => isAmong(candidate, all, share(all, criteria.criterion1), true),
  BottomPercent: (candidate, all, criteria) => isAmong(candidate, all, share(all, criteria.criterion1), false),
  CellColor: (candidate, _all, criteria) => candidate.fill.toLowerCase() === String(criteria.color).toLowerCase(),
  FontColor: (candidate, _all, criteria) => candidate.fontColor.toLowerCase() === String(criteria.color).toLowerCase(),
  Dynamic: (candidate, all, { dynamicCriteria }) => {
    // Calendar criteria need a clock, which the store does not have.
    if (dynamicCriteria !== 'AboveAverage' && dynamicCriteria !== 'BelowAverage')
      throw new HostError('UnsupportedOperation');
    if (typeof candidate.value !== 'number') return false;
    return dynamicCriteria === 'AboveAverage' ? candidate.value > average(all) : candidate.value < average(all);
  },
};

function candidates(sheet: Sheet, area: Area, column: number, date1904: boolean): Candidate[] {
  return Array.from({ length: area.rows }, (_, offset) => {
    const row = area.row + offset;
    const style = sheet.style(row, column);
    const value = sheet.value(row, column);
    const text = displayText(value, styleValue(style, 'numberFormat'), date1904);
    return { row, value, text, fill: styleValue(style, 'fill'), fontColor: styleValue(style, 'fontColor') };
  });
}

/** Hides the body rows that fail any column's criteria; `criteria` is by column offset in the body. */
function applyCriteria(workbook: Workbook, sheet: Sheet, body: Area, criteria: Map<number, FilterCriteria>): void {
  workbook.calculate();
  for (let row = body.row; row <= lastRow(body); row++) sheet.filteredRows.delete(row);
  for (const [offset, criterion] of criteria) {
    const test = TESTS[String(criterion.filterOn)];
    if (!test)
      throw new HostError(UNKNOWN_HERE.has(String(criterion.filterOn)) ? 'UnsupportedOperation' : 'InvalidArgument');
    const all = candidates(sheet, body, body.column + offset, workbook.date1904);
    for (const candidate of all) if (!test(candidate, all, criterion)) sheet.filteredRows.add(candidate.row);
  }
}

function tableCriteria(table: Table): Map<number, FilterCriteria> {
  return new Map(table.columns.flatMap((column, index) => (column.filter ? [[index, column.filter] as const] : [])));
}

/** Applies the criteria of a table's columns again. */
export function applyTableFilters(workbook: Workbook, table: Table): void {
  assertAllowed(table.sheet, 'allowAutoFilter');
  applyCriteria(workbook, table.sheet, table.body, tableCriteria(table));
  workbook.emit({ kind: 'tableFiltered', table, sheet: table.sheet });
}

/** Drops all criteria of a table and shows its rows. */
export function clearFilters(workbook: Workbook, table: Table): void {
  if (tableCriteria(table).size === 0) return;
  for (const column of table.columns) delete column.filter;
  applyTableFilters(workbook, table);
}

/** Whether some column of the table is filtered. */
export function isFiltered(table: Table): boolean {
  return tableCriteria(table).size > 0;
}

/** Applies a sheet's AutoFilter; its first row is the header. */
export function applySheetFilter(workbook: Workbook, sheet: Sheet): void {
  const filter = sheet.autoFilter;
  assertAllowed(sheet, 'allowAutoFilter');
  if (!filter) return;
  const body = { ...filter.area, row: filter.area.row + 1, rows: filter.area.rows - 1 };
  if (body.rows > 0) applyCriteria(workbook, sheet, body, filter.criteria);
}
