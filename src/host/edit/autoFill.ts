import { MONTHS } from '../store/months';
import { HostError, requireArgument } from '../errors';
import { type Area, containsArea, lastRow } from '../store/address';
import type { CellValue } from '../store/cell';
import { isDateFormat } from '../store/displayText';
import { offsetFormula } from '../store/formula';
import type { Sheet } from '../store/sheet';
import { styleValue } from '../store/style';
import type { Workbook } from '../store/workbook';
import { assertEditable } from './protect';
import { noteColumnFormulas } from './tableCells';
import { growTables } from './tableGrowth';

const LISTS: readonly (readonly string[])[] = [
  ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ['Q1', 'Q2', 'Q3', 'Q4'],
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  MONTHS,
];

/** The value `step` places after the last of a line of seeds. */
type Series = (step: number) => CellValue;

const DAYS_PER_WEEK = 7;

/** The first serial of the 1900 system whose weekday calculation needs no care. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

function isWeekend(serial: number): boolean {
  const weekday = ((Math.floor(serial) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
  return weekday === 0 || weekday === 1;
}

/** The `step`th working day after a serial. */
function weekdayAfter(serial: number, step: number): number {
  let day = serial;
  for (let left = step; left > 0;) if (!isWeekend(++day)) left--;
  return day;
}

/** The same day some months later, at most the last of its month. */
function monthsAfter(serial: number, months: number): number {
  const date = new Date(EPOCH + Math.floor(serial) * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return (Date.UTC(year, month, Math.min(date.getUTCDate(), last)) - EPOCH) / DAY_MS + (serial % 1);
}

/** Least squares through the seeds at 0, 1, 2 ... */
function trend(seeds: number[]): (index: number) => number {
  const middle = (seeds.length - 1) / 2;
  const mean = seeds.reduce((sum, seed) => sum + seed, 0) / seeds.length;
  const spread = seeds.reduce((sum, _seed, i) => sum + (i - middle) ** 2, 0);
  const slope = spread === 0 ? 0 : seeds.reduce((sum, seed, i) => sum + (i - middle) * (seed - mean), 0) / spread;
  return (index) => mean + slope * (index - middle);
}

/** Without the last digits that logarithms blur. */
function rounded(value: number): number {
  return Number(value.toPrecision(14));
}

/** Series that only numbers and dates have, by `Excel.AutoFillType`. */
const NUMBER_SERIES: Readonly<Record<string, (seeds: number[]) => Series>> = {
  FillWeekdays: (seeds) => (step) => weekdayAfter(seeds[seeds.length - 1] as number, step),
  FillMonths: (seeds) => (step) => monthsAfter(seeds[seeds.length - 1] as number, step),
  FillYears: (seeds) => (step) => monthsAfter(seeds[seeds.length - 1] as number, 12 * step),
  LinearTrend: (seeds) => (step) => trend(seeds)(seeds.length - 1 + step),
  GrowthTrend: (seeds) => (step) => rounded(Math.exp(trend(seeds.map(Math.log))(seeds.length - 1 + step))),
};

function numberSeries(seeds: number[]): Series {
  const last = seeds[seeds.length - 1] as number;
  const difference = seeds.length > 1 ? (last - (seeds[0] as number)) / (seeds.length - 1) : 1;
  return (step) => last + difference * step;
}

function listSeries(seeds: CellValue[]): Series | null {
  for (const names of LISTS) {
    const at = names.findIndex((name) => name.toLowerCase() === String(seeds[seeds.length - 1]).toLowerCase());
    if (at >= 0) return (step) => names[(at + step) % names.length] as string;
  }
  return null;
}

function numberedText(seeds: CellValue[]): Series | null {
  const [, head = '', digits] = /^(.*?)(\d+)$/.exec(String(seeds[seeds.length - 1])) ?? [];
  return digits === undefined ? null : (step) => head + String(Number(digits) + step).padStart(digits.length, '0');
}

/** How a line of seeds goes on; single plain numbers are copied by default. */
function seriesOf(seeds: CellValue[], type: string, dated: boolean): Series {
  const copy: Series = (step) => seeds[(step - 1) % seeds.length] ?? null;
  if (type === 'FillCopy' || type === 'FillValues') return copy;
  if (seeds.every((seed) => typeof seed === 'number')) {
    const special = NUMBER_SERIES[type];
    if (special) return special(seeds);
    return seeds.length > 1 || dated || type !== 'FillDefault' ? numberSeries(seeds) : copy;
  }
  return listSeries(seeds) ?? numberedText(seeds) ?? copy;
}

function fillLine(sheet: Sheet, places: { row: number; column: number }[], seedCount: number, type: string): void {
  const seeds = places.slice(0, seedCount);
  const dated = seeds.some(({ row, column }) => isDateFormat(styleValue(sheet.style(row, column), 'numberFormat')));
  const next = seriesOf(
    seeds.map(({ row, column }) => sheet.value(row, column)),
    type,
    dated,
  );
  for (const [index, { row, column }] of places.slice(seedCount).entries()) {
    const seed = seeds[index % seedCount] as { row: number; column: number };
    const cell = sheet.cell(seed.row, seed.column);
    const formula =
      cell?.formula === undefined ? undefined : offsetFormula(cell.formula, row - seed.row, column - seed.column);
    if (type !== 'FillFormats') sheet.grid.setContent(row, column, formula ? null : next(index + 1), formula);
    if (cell?.style && type !== 'FillValues') sheet.grid.ensure(row, column).style = cell.style;
  }
}

function line(
  length: number,
  place: (offset: number) => { row: number; column: number },
): { row: number; column: number }[] {
  return Array.from({ length }, (_, offset) => place(offset));
}

/**
 * Fills a destination (which contains the source at its start) down or right.
 * @throws InvalidArgument when the destination does not contain the source
 */
export function autoFill(workbook: Workbook, sheet: Sheet, source: Area, destination: Area, type: string): void {
  requireArgument(containsArea(destination, source));
  // One direction at a time, and no guessing of patterns.
  requireArgument(destination.rows === source.rows || destination.columns === source.columns);
  if (type === 'FlashFill') throw new HostError('UnsupportedOperation');
  assertEditable(sheet, destination);
  workbook.calculate();
  const down = destination.rows > source.rows;
  const upward = destination.row < source.row || destination.column < source.column;
  const lines = down ? source.columns : source.rows;
  for (let index = 0; index < lines; index++) {
    const places = line(down ? destination.rows : destination.columns, (offset) =>
      down
        ? { row: upward ? lastRow(destination) - offset : destination.row + offset, column: destination.column + index }
        : { row: destination.row + index, column: destination.column + offset },
    );
    fillLine(sheet, places, down ? source.rows : source.columns, type);
  }
  const wasBlank = (row: number, column: number) => !containsArea(source, { row, column, rows: 1, columns: 1 });
  growTables(workbook, sheet, destination, wasBlank);
  noteColumnFormulas(workbook, sheet, destination, () => false);
  workbook.emit({ kind: 'cells', sheet, area: destination, changeType: 'RangeEdited' });
}
