import { applyNamedStyle } from '../../edit/namedStyle';
import { autofitRows, columnWidth, rowHeight } from '../../edit/format';
import { setColumnsHidden, setRowsHidden } from '../../edit/hide';
import { type Area, lastColumn, lastRow } from '../../store/address';
import { type Sheet, STANDARD_HEIGHT, STANDARD_WIDTH } from '../../store/sheet';
import { type BorderSide, type StyleKey } from '../../store/style';
import type { Workbook } from '../../store/workbook';
import { color } from '../color';
import { flag, number, oneOf, record, text } from '../convert';
import { numberFormat } from '../numberFormat';
import { rangeAddress, RangeTarget } from '../targets';
import { BORDER_STYLES, BORDER_WEIGHTS, changeBorder, readBorder } from './rangeBorders';
import {
  columnWidthOf,
  fontSize,
  HORIZONTAL,
  indentLevel,
  orientation,
  READING_ORDERS,
  rowHeightOf,
  UNDERLINES,
  VERTICAL,
} from './rangeFormat';

/** A style key and how a given value becomes one of its values. */
interface StylePath {
  key: StyleKey;
  convert: (value: unknown) => unknown;
}

const path = (key: StyleKey, convert: StylePath['convert']): StylePath => ({ key, convert });

/** `format.font.bold` and its like in `Excel.CellProperties`. */
export const STYLE_PATHS: Readonly<Record<string, StylePath>> = {
  'format.font.bold': path('bold', flag),
  'format.font.italic': path('italic', flag),
  'format.font.color': path('fontColor', color),
  'format.font.name': path('fontName', text),
  'format.font.size': path('fontSize', fontSize),
  'format.font.underline': path('underline', (value) => oneOf(value, UNDERLINES)),
  'format.font.strikethrough': path('strikethrough', flag),
  'format.font.subscript': path('subscript', flag),
  'format.font.superscript': path('superscript', flag),
  'format.font.tintAndShade': path('tint', number),
  'format.fill.color': path('fill', color),
  'format.fill.pattern': path('pattern', text),
  'format.fill.patternColor': path('patternColor', color),
  'format.fill.patternTintAndShade': path('tint', number),
  'format.fill.tintAndShade': path('tint', number),
  'format.autoIndent': path('autoIndent', flag),
  'format.horizontalAlignment': path('horizontal', (value) => oneOf(value, HORIZONTAL)),
  'format.verticalAlignment': path('vertical', (value) => oneOf(value, VERTICAL)),
  'format.readingOrder': path('readingOrder', (value) => oneOf(value, READING_ORDERS)),
  'format.wrapText': path('wrap', flag),
  'format.indentLevel': path('indent', indentLevel),
  'format.textOrientation': path('textOrientation', orientation),
  'format.shrinkToFit': path('shrinkToFit', flag),
  'format.protection.locked': path('locked', flag),
  'format.protection.formulaHidden': path('formulaHidden', flag),
  numberFormat: path('numberFormat', numberFormat),
};

/** A property that is no style: how one cell (or line) has it, and how an area gets it. */
interface OtherPath {
  get: (sheet: Sheet, area: Area) => unknown;
  set?: (workbook: Workbook, sheet: Sheet, area: Area, value: unknown) => void;
}

function setLines(lines: Map<number, number>, first: number, last: number, value: number): void {
  for (let line = first; line <= last; line++) lines.set(line, value);
}

const address: OtherPath = { get: (sheet, area) => rangeAddress(new RangeTarget(sheet, area)) };

const SIDES: Readonly<Record<string, BorderSide>> = {
  bottom: 'EdgeBottom',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
  horizontal: 'InsideHorizontal',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  top: 'EdgeTop',
  vertical: 'InsideVertical',
};

/** `format.borders.bottom.style` ... */
function borderPaths(): Record<string, OtherPath> {
  const parts = {
    color: { none: '', convert: color },
    style: { none: 'None', convert: (value: unknown) => oneOf(value, BORDER_STYLES) },
    weight: { none: 'Thin', convert: (value: unknown) => oneOf(value, BORDER_WEIGHTS) },
  } as const;
  const entries = Object.entries(SIDES).flatMap(([name, side]) =>
    Object.entries(parts).map(([key, { none, convert }]): [string, OtherPath] => [
      `format.borders.${name}.${key}`,
      {
        get: (sheet, area) => readBorder({ sheet, areas: [area], side })?.[key as 'color'] ?? none,
        set: (workbook, sheet, area, value) =>
          changeBorder({ sheet, areas: [area], side }, { [key]: convert(value) }, workbook),
      },
    ]),
  );
  return Object.fromEntries(entries);
}

export const OTHER_PATHS: Readonly<Record<string, OtherPath>> = {
  address,
  addressLocal: address,
  hidden: { get: (sheet, { row, column }) => sheet.isRowHidden(row) || sheet.hiddenColumns.has(column) },
  rowIndex: { get: (_sheet, { row }) => row },
  columnIndex: { get: (_sheet, { column }) => column },
  rowHidden: {
    get: (sheet, { row }) => sheet.isRowHidden(row),
    set: (workbook, sheet, area, value) => setRowsHidden(workbook, sheet, area, flag(value)),
  },
  columnHidden: {
    get: (sheet, { column }) => sheet.hiddenColumns.has(column),
    set: (workbook, sheet, area, value) => setColumnsHidden(workbook, sheet, area, flag(value)),
  },
  hyperlink: {
    get: (sheet, { row, column }) => sheet.cell(row, column)?.hyperlink ?? null,
    set: (_workbook, sheet, { row, column }, value) => {
      sheet.grid.ensure(row, column).hyperlink = record(value) as Record<string, string>;
    },
  },
  style: {
    get: (sheet, { row, column }) => sheet.style(row, column)?.namedStyle ?? 'Normal',
    set: (workbook, sheet, area, value) => applyNamedStyle(workbook, sheet, area, text(value)),
  },
  'format.columnWidth': {
    get: (sheet, { column }) => columnWidth(sheet, column),
    set: (_workbook, sheet, area, value) =>
      setLines(sheet.columnWidths, area.column, lastColumn(area), columnWidthOf(value)),
  },
  'format.rowHeight': {
    get: (sheet, { row }) => rowHeight(sheet, row),
    set: (_workbook, sheet, area, value) => setLines(sheet.rowHeights, area.row, lastRow(area), rowHeightOf(value)),
  },
  'format.useStandardWidth': {
    get: (sheet, { column }) => columnWidth(sheet, column) === STANDARD_WIDTH,
    set: (_workbook, sheet, { column }, value) => flag(value) && sheet.columnWidths.delete(column),
  },
  'format.useStandardHeight': {
    get: (sheet, { row }) => rowHeight(sheet, row) === STANDARD_HEIGHT,
    set: (_workbook, sheet, area, value) => flag(value) && autofitRows(sheet, area),
  },
  ...borderPaths(),
};
