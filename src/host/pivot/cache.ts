import { HostError, requireArgument } from '../errors';
import { type Area, mapArea } from '../store/address';
import { apiValue, type CellValue } from '../store/cell';
import { displayText, isDateFormat } from '../store/displayText';
import type { PivotField, PivotItem, PivotSource, PivotTable } from '../store/pivot';
import type { Sheet } from '../store/sheet';
import { styleValue } from '../store/style';
import type { Workbook } from '../store/workbook';

/** What Excel calls the item of blank cells. */
const BLANK = '(blank)';

/** The cells a pivot table reads: headers first. @throws InvalidReference when they were deleted */
export function sourceCells(source: PivotSource): { sheet: Sheet; area: Area } {
  if ('table' in source) {
    const { table } = source;
    return { sheet: table.sheet, area: { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) } };
  }
  const { sheet, area } = source.anchor;
  if (!area) throw new HostError('InvalidReference');
  return { sheet, area };
}

/** A date is called by what its cell shows, other values by their plain text. */
function itemId(value: CellValue, numberFormat: string, date1904: boolean): string {
  if (value === null || value === '') return BLANK;
  if (typeof value === 'number' && isDateFormat(numberFormat)) return displayText(value, numberFormat, date1904);
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(apiValue(value));
}

/** Text is one item whatever its case; a number and the same digits as text are two. */
export function itemKey(value: CellValue): string {
  return `${typeof value}:${String(apiValue(value)).toLowerCase()}`;
}

function itemsOf(
  workbook: Workbook,
  sheet: Sheet,
  body: Area,
  column: number,
  known: readonly PivotItem[],
): PivotItem[] {
  const found = new Map<string, PivotItem>();
  const before = new Map(known.map((item) => [itemKey(item.value), item]));
  for (let row = body.row; row < body.row + body.rows; row++) {
    const value = sheet.value(row, column);
    const key = itemKey(value);
    if (found.has(key)) continue;
    const numberFormat = styleValue(sheet.style(row, column), 'numberFormat');
    const format = isDateFormat(numberFormat) ? numberFormat : 'General';
    const id = itemId(value, format, workbook.date1904);
    found.set(
      key,
      before.get(key) ?? {
        id,
        value: value === '' ? null : value,
        numberFormat: format,
        caption: undefined,
        visible: true,
        expanded: true,
      },
    );
  }
  return [...found.values()];
}

function newField(id: string): PivotField {
  return {
    id,
    name: id,
    column: 0,
    items: [],
    filters: {},
    sort: { by: 'labels', ascending: true },
    showAllItems: false,
    subtotals: true,
    multipleFilterItems: false,
  };
}

/**
 * Reads the source again: new rows and values appear, columns that are gone leave the pivot table.
 * @throws InvalidArgument when a header is blank or there is no row under the headers
 */
export function readSource(workbook: Workbook, pivot: PivotTable): void {
  workbook.calculate();
  const { sheet, area } = sourceCells(pivot.source);
  requireArgument(area.rows > 1, 'A PivotTable needs headers and at least one row of data.');
  const headers = Array.from({ length: area.columns }, (_, i) => apiValue(sheet.value(area.row, area.column + i)));
  requireArgument(
    headers.every((header) => header !== ''),
    'Every column of the source needs a header.',
  );
  const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
  pivot.fields = uniqueNames(headers.map(String)).map((id, index) => {
    const field = pivot.fields.find((known) => known.id === id) ?? newField(id);
    field.column = index;
    field.items = itemsOf(workbook, sheet, body, area.column + index, field.items);
    return field;
  });
  pivot.records = mapArea(body, (row, column) => sheet.value(row, column));
  const keep = (field: PivotField) => pivot.fields.includes(field);
  for (const axis of ['row', 'column', 'filter'] as const) pivot.axes[axis] = pivot.axes[axis].filter(keep);
  pivot.data = pivot.data.filter(({ field }) => keep(field));
}

/** A second `Amount` is called `Amount2`. */
function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; used.has(unique.toLowerCase()); number++) unique = `${name}${number}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}
