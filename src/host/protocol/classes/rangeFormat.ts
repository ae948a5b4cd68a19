import { requireArgument } from '../../errors';
import { applyStyle, autofitColumns, autofitRows, columnWidth, restyle, rowHeight } from '../../edit/format';
import { sharedStyle } from '../../edit/read';
import { assertAllowed } from '../../edit/protect';
import { type Area, lastColumn, lastRow } from '../../store/address';
import { type Sheet, STANDARD_HEIGHT, STANDARD_WIDTH } from '../../store/sheet';
import { patchStyle, type StyleKey, styleValue } from '../../store/style';
import { color } from '../color';
import { flag, integer, number, oneOf, text } from '../convert';
import { defineClass, object, type Property } from '../hostClass';

/** Some areas of one sheet: what formats apply to. */
export interface FormatTarget {
  sheet: Sheet;
  areas: Area[];
}

/** A property that is a style key: read as the shared value or null, written to every cell. */
export function styled<K extends StyleKey>(key: K, convert: (value: unknown) => unknown): Property<FormatTarget> {
  return {
    get: ({ sheet, areas }) => sharedStyle(sheet, areas, key),
    set: ({ sheet, areas }, value, { workbook }) => {
      const converted = convert(value);
      for (const area of areas) applyStyle(workbook, sheet, area, { [key]: converted });
    },
  };
}

export const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
export const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
export const READING_ORDERS = ['Context', 'LeftToRight', 'RightToLeft'] as const;
export const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

function sharedSize(first: number, count: number, measure: (line: number) => number): number | null {
  const size = measure(first);
  for (let line = first + 1; line < first + Math.min(count, 10_000); line++) if (measure(line) !== size) return null;
  return size;
}

/** Excel's largest row height and column width (255 characters), in points. */
const MAX_HEIGHT = 409.5;
const MAX_WIDTH = 1342.5;

/** A number between two bounds. @throws InvalidArgument */
function between(convert: (value: unknown) => number, least: number, most: number): (value: unknown) => number {
  return (value) => {
    const given = convert(value);
    requireArgument(given >= least && given <= most);
    return given;
  };
}

/** -90 to 90 degrees, 180 for text that runs down letter by letter. */
export function orientation(value: unknown): number {
  const given = integer(value);
  requireArgument((given >= -90 && given <= 90) || given === 180);
  return given;
}

export const fontSize = between(number, 1, 409);
export const indentLevel = between(integer, 0, 250);
export const columnWidthOf = between(number, 0, MAX_WIDTH);
export const rowHeightOf = between(number, 0, MAX_HEIGHT);

function setSizes(lines: Map<number, number>, first: number, last: number, size: number): void {
  for (let line = first; line <= Math.min(last, first + 20_000); line++) lines.set(line, size);
}

function firstArea({ areas }: FormatTarget): Area {
  const area = areas[0];
  requireArgument(area !== undefined);
  return area;
}

const sizes: Record<string, Property<FormatTarget>> = {
  ColumnWidth: {
    get: (target) =>
      sharedSize(firstArea(target).column, firstArea(target).columns, (column) => columnWidth(target.sheet, column)),
    set: ({ sheet, areas }, value) => {
      assertAllowed(sheet, 'allowFormatColumns');
      for (const area of areas) setSizes(sheet.columnWidths, area.column, lastColumn(area), columnWidthOf(value));
    },
  },
  RowHeight: {
    get: (target) => sharedSize(firstArea(target).row, firstArea(target).rows, (row) => rowHeight(target.sheet, row)),
    set: ({ sheet, areas }, value) => {
      assertAllowed(sheet, 'allowFormatRows');
      for (const area of areas) setSizes(sheet.rowHeights, area.row, lastRow(area), rowHeightOf(value));
    },
  },
  UseStandardHeight: {
    get: (target) => rowHeight(target.sheet, firstArea(target).row) === STANDARD_HEIGHT,
    set: ({ sheet, areas }, value) => {
      if (value === true) for (const area of areas) autofitRows(sheet, area);
    },
  },
  UseStandardWidth: {
    get: (target) => columnWidth(target.sheet, firstArea(target).column) === STANDARD_WIDTH,
    set: ({ sheet, areas }, value) => {
      if (value === true)
        for (const area of areas) for (let c = area.column; c <= lastColumn(area); c++) sheet.columnWidths.delete(c);
    },
  },
};

export const rangeFormatClass = defineClass<FormatTarget>({
  properties: {
    WrapText: styled('wrap', flag),
    HorizontalAlignment: styled('horizontal', (value) => oneOf(value, HORIZONTAL)),
    VerticalAlignment: styled('vertical', (value) => oneOf(value, VERTICAL)),
    TextOrientation: styled('textOrientation', orientation),
    ReadingOrder: styled('readingOrder', (value) => oneOf(value, READING_ORDERS)),
    ShrinkToFit: styled('shrinkToFit', flag),
    IndentLevel: styled('indent', indentLevel),
    AutoIndent: styled('autoIndent', flag),
    ...sizes,
  },
  objects: {
    Borders: (target) => object('RangeBorderCollection', target),
    Fill: (target) => object('RangeFill', target),
    Font: (target) => object('RangeFont', target),
    Protection: (target) => object('FormatProtection', target),
  },
  methods: {
    AutofitColumns: ({ sheet, areas }, _args, { workbook }) =>
      areas.forEach((area) => autofitColumns(workbook, sheet, area)),
    AutofitRows: ({ sheet, areas }) => areas.forEach((area) => autofitRows(sheet, area)),
    AdjustIndent: ({ sheet, areas }, [amount], { workbook }) => {
      for (const area of areas) {
        restyle(workbook, sheet, area, (style) =>
          patchStyle(style, { indent: Math.max(0, styleValue(style, 'indent') + integer(amount)) }),
        );
      }
    },
  },
});

export const rangeFontClass = defineClass<FormatTarget>({
  properties: {
    Name: styled('fontName', text),
    Size: styled('fontSize', fontSize),
    Color: styled('fontColor', color),
    Bold: styled('bold', flag),
    Italic: styled('italic', flag),
    Underline: styled('underline', (value) => oneOf(value, UNDERLINES)),
    Strikethrough: styled('strikethrough', flag),
    Subscript: styled('subscript', flag),
    Superscript: styled('superscript', flag),
    TintAndShade: styled('tint', number),
  },
});

export const rangeFillClass = defineClass<FormatTarget>({
  properties: {
    Color: {
      // A cell without a fill reads as white, as Excel answers.
      get: ({ sheet, areas }) => {
        const shared = sharedStyle(sheet, areas, 'fill');
        return shared === '' ? '#FFFFFF' : shared;
      },
      set: ({ sheet, areas }, value, { workbook }) => {
        for (const area of areas) applyStyle(workbook, sheet, area, { fill: color(value), pattern: 'Solid' });
      },
    },
    TintAndShade: styled('tint', number),
    PatternTintAndShade: styled('tint', number),
    Pattern: styled('pattern', text),
    PatternColor: styled('patternColor', color),
  },
  methods: {
    Clear: ({ sheet, areas }, _args, { workbook }) =>
      areas.forEach((area) => applyStyle(workbook, sheet, area, { fill: '', pattern: 'None', patternColor: '' })),
  },
});

export const formatProtectionClass = defineClass<FormatTarget>({
  properties: { Locked: styled('locked', flag), FormulaHidden: styled('formulaHidden', flag) },
});
