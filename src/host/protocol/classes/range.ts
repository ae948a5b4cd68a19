import { type Area, intersect, isEntireColumns, isEntireRows, mapArea } from '../../store/address';
import { columnWidth, leftOf, rowHeight, setNumberFormats, topOf } from '../../edit/format';
import {
  bounded,
  readFormulas,
  readNumberFormats,
  readText,
  readValues,
  readValueTypes,
  sharedStyle,
} from '../../edit/read';
import { type CellInput, shapeMatrix, writeCells } from '../../edit/write';
import { applyNamedStyle } from '../../edit/namedStyle';
import { setRowsHidden, setColumnsHidden } from '../../edit/hide';
import { apiValue } from '../../store/cell';
import { fromR1C1, toR1C1 } from '../../store/r1c1';
import type { Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';
import { assertAllowed } from '../../edit/protect';
import { HostError, requireArgument } from '../../errors';
import { numberFormat } from '../numberFormat';
import { type Call, defineClass, object, type Property } from '../hostClass';
import { cellCount, flag, record, text } from '../convert';
import { rangeAddress, type RangeTarget } from '../targets';
import { RANGE_ACTIONS } from './rangeActions';
import { RANGE_NAVIGATION } from './rangeNavigation';
import { RANGE_PROPERTY_TABLES } from './rangeProperties';
import { RANGE_TRACES } from './workbookRangeAreas';

function write(target: RangeTarget, value: unknown, { workbook }: Call): void {
  writeCells(workbook, target.sheet, target.cells, shapeMatrix(value, target.cells));
}

/** Writes inputs whose formulas are in R1C1 style. */
export function writeR1C1({ sheet, cells }: RangeTarget, value: unknown, { workbook }: Call): void {
  const inputs = shapeMatrix(value, cells).map((row, i) =>
    row.map((input, j): CellInput =>
      typeof input === 'string' && input.startsWith('=') ? fromR1C1(input, cells.row + i, cells.column + j) : input,
    ),
  );
  writeCells(workbook, sheet, cells, inputs);
}

/** Formulas in R1C1 style; constants as they are. */
export function readR1C1(workbook: Workbook, sheet: Sheet, cells: Area): unknown[][] | null {
  workbook.calculate();
  return bounded(cells, () =>
    mapArea(cells, (row, column) => {
      const formula = sheet.cell(row, column)?.formula;
      return formula === undefined ? apiValue(sheet.value(row, column)) : toR1C1(formula, row, column);
    }),
  );
}

/** True, false, or null when some lines are hidden and others not. */
function sharedFlag(first: number, count: number, test: (line: number) => boolean): boolean | null {
  const sample = Math.min(count, 100_000);
  let hidden = 0;
  for (let line = first; line < first + sample; line++) if (test(line)) hidden++;
  if (hidden === 0) return false;
  return hidden === sample ? true : null;
}

function rowsHidden({ sheet, cells }: RangeTarget): boolean | null {
  return sharedFlag(cells.row, cells.rows, (row) => sheet.isRowHidden(row));
}

function columnsHidden({ sheet, cells }: RangeTarget): boolean | null {
  return sharedFlag(cells.column, cells.columns, (column) => sheet.hiddenColumns.has(column));
}

function size(first: number, count: number, measure: (line: number) => number): number {
  let sum = 0;
  for (let line = first; line < first + Math.min(count, 100_000); line++) sum += measure(line);
  return sum;
}

function setHyperlink({ sheet, cells }: RangeTarget, value: unknown, { workbook }: Call): void {
  assertAllowed(sheet, 'allowInsertHyperlinks');
  const link = record(value) as Record<string, string>;
  requireArgument(Boolean(link.address) || Boolean(link.documentReference));
  const shown = link.textToDisplay ?? link.address ?? link.documentReference;
  if (shown) writeCells(workbook, sheet, cells, shapeMatrix(shown, cells));
  for (const cell of areaCells(cells)) sheet.grid.ensure(cell.row, cell.column).hyperlink = link;
  if (!sheet.protection) applyNamedStyle(workbook, sheet, cells, 'Hyperlink');
}

function areaCells(area: Area): { row: number; column: number }[] {
  return mapArea(area, (row, column) => ({ row, column })).flat();
}

/** Whether all cells lie in areas that formulas fill; null when some do. */
function hasSpill({ sheet, cells }: RangeTarget, { workbook }: Call): boolean | null {
  workbook.calculate();
  const parts = workbook.spills.map((spill) => (spill.sheet === sheet ? intersect(spill.area, cells) : null));
  const spilled = parts.reduce((sum, part) => sum + (part ? cellCount(part) : 0), 0);
  if (spilled === cellCount(cells)) return true;
  return spilled > 0 ? null : false;
}

function readOnly(get: (target: RangeTarget, call: Call) => unknown): Property<RangeTarget> {
  return { get };
}

const properties: Record<string, Property<RangeTarget>> = {
  NumberFormat: {
    get: ({ sheet, cells }) => readNumberFormats(sheet, cells),
    set: ({ sheet, cells }, value, { workbook }) =>
      setNumberFormats(
        workbook,
        sheet,
        cells,
        shapeMatrix(value, cells).map((row) => row.map((format) => (format === null ? null : numberFormat(format)))),
      ),
  },
  Values: { get: ({ sheet, cells }, { workbook }) => readValues(workbook, sheet, cells), set: write },
  Text: readOnly(({ sheet, cells }, { workbook }) => readText(workbook, sheet, cells)),
  Formulas: { get: ({ sheet, cells }, { workbook }) => readFormulas(workbook, sheet, cells), set: write },
  FormulasR1C1: { get: ({ sheet, cells }, { workbook }) => readR1C1(workbook, sheet, cells), set: writeR1C1 },
  RowIndex: readOnly(({ cells }) => cells.row),
  ColumnIndex: readOnly(({ cells }) => cells.column),
  RowCount: readOnly(({ cells }) => cells.rows),
  ColumnCount: readOnly(({ cells }) => cells.columns),
  Address: readOnly(rangeAddress),
  AddressLocal: readOnly(rangeAddress),
  CellCount: readOnly(({ cells }) => (cellCount(cells) > 2 ** 31 - 1 ? -1 : cellCount(cells))),
  ValueTypes: readOnly(({ sheet, cells }, { workbook }) => readValueTypes(workbook, sheet, cells)),
  Hidden: readOnly((target) => {
    const [rows, columns] = [rowsHidden(target), columnsHidden(target)];
    return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
  }),
  RowHidden: {
    get: rowsHidden,
    set: ({ sheet, cells }, value, { workbook }) => setRowsHidden(workbook, sheet, cells, flag(value)),
  },
  ColumnHidden: {
    get: columnsHidden,
    set: ({ sheet, cells }, value, { workbook }) => setColumnsHidden(workbook, sheet, cells, flag(value)),
  },
  IsEntireColumn: readOnly(({ cells }) => isEntireColumns(cells)),
  IsEntireRow: readOnly(({ cells }) => isEntireRows(cells)),
  Hyperlink: { get: ({ sheet, cells }) => sheet.cell(cells.row, cells.column)?.hyperlink ?? null, set: setHyperlink },
  Style: {
    get: ({ sheet, cells }) => sharedStyle(sheet, [cells], 'namedStyle'),
    set: ({ sheet, cells }, value, { workbook }) => applyNamedStyle(workbook, sheet, cells, text(value)),
  },
  LinkedDataTypeState: readOnly(({ cells }) => bounded(cells, () => mapArea(cells, () => 'None'))),
  HasSpill: readOnly(hasSpill),
  Top: readOnly(({ sheet, cells }) => topOf(sheet, cells.row)),
  Left: readOnly(({ sheet, cells }) => leftOf(sheet, cells.column)),
  Height: readOnly(({ sheet, cells }) => size(cells.row, cells.rows, (row) => rowHeight(sheet, row))),
  Width: readOnly(({ sheet, cells }) => size(cells.column, cells.columns, (column) => columnWidth(sheet, column))),
  SavedAsArray: readOnly(hasSpill),
  NumberFormatCategories: readOnly(
    ({ sheet, cells }) => readNumberFormats(sheet, cells)?.map((row) => row.map(category)) ?? null,
  ),
};

// en-US is the host's only language, so the local twins are the same properties.
properties.NumberFormatLocal = properties.NumberFormat as Property<RangeTarget>;
properties.FormulasLocal = properties.Formulas as Property<RangeTarget>;

const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/^general$/i, 'General'],
  [/^@$/, 'Text'],
  [/^_\(/, 'Accounting'],
  [/\$|€|£|¥/, 'Currency'],
  [/%/, 'Percentage'],
  [/e[+-]/i, 'Scientific'],
  [/[#?]+\/[#?\d]+/, 'Fraction'],
  [/[dy]/i, 'Date'],
  [/[hs]/i, 'Time'],
  [/^[#0,.;()_\- [\]Red]+$/, 'Number'],
];

function category(format: string): string {
  return CATEGORIES.find(([pattern]) => pattern.test(format))?.[1] ?? 'Custom';
}

export const rangeClass = defineClass<RangeTarget>({
  properties,
  objects: {
    Format: ({ sheet, cells }) => object('RangeFormat', { sheet, areas: [cells] }),
    Worksheet: ({ sheet }) => object('Worksheet', sheet),
    Sort: (target) => object('RangeSort', target),
    DataValidation: ({ sheet, cells }) => object('DataValidation', { sheet, areas: [cells] }),
    ConditionalFormats: ({ sheet, cells }) => object('ConditionalFormatCollection', { sheet, areas: [cells] }),
  },
  methods: {
    ...RANGE_NAVIGATION,
    ...RANGE_ACTIONS,
    ...RANGE_PROPERTY_TABLES,
    ...RANGE_TRACES,
    _ValidateArraySize: ({ cells }, [rows, columns]) => {
      if (rows !== cells.rows || columns !== cells.columns) throw new HostError('InvalidArgument');
    },
  },
});
