import type { BookStyle } from '../../xlsx/book';
import {
  type BorderSide,
  type CellBorder,
  DEFAULT_STYLE,
  type StyleKey,
  type StylePatch,
  styleValue,
} from '../store/style';

type Horizontal = NonNullable<BookStyle['horizontal']>;
type Vertical = NonNullable<BookStyle['vertical']>;

const HORIZONTAL: Readonly<Record<Horizontal, string>> = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};

const VERTICAL: Readonly<Record<Vertical, string>> = {
  top: 'Top',
  middle: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};

const SIDES: Readonly<Record<'top' | 'bottom' | 'left' | 'right', BorderSide>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
};

/** File border styles as the API's style and weight. */
const BORDERS: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  hair: ['Continuous', 'Hairline'],
  thin: ['Continuous', 'Thin'],
  medium: ['Continuous', 'Medium'],
  thick: ['Continuous', 'Thick'],
  dashed: ['Dash', 'Thin'],
  dotted: ['Dot', 'Thin'],
  double: ['Double', 'Thick'],
  dashDot: ['DashDot', 'Thin'],
  dashDotDot: ['DashDotDot', 'Thin'],
  mediumDashed: ['Dash', 'Medium'],
  mediumDashDot: ['DashDot', 'Medium'],
  slantDashDot: ['SlantDashDot', 'Medium'],
};

function keyOf<K extends string>(table: Readonly<Record<K, unknown>>, value: unknown): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === value);
}

function liveBorders(border: NonNullable<BookStyle['border']>): StylePatch['borders'] {
  const borders: Partial<Record<BorderSide, CellBorder>> = {};
  for (const [side, line] of Object.entries(border) as [keyof typeof SIDES, { style: string; color?: string }][]) {
    const [style, weight] = BORDERS[line.style] ?? ['Continuous', 'Thin'];
    borders[SIDES[side]] = { style, weight, color: line.color };
  }
  return borders;
}

function withoutUndefined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** Thousands of cells share a style: it is converted once and stays one object, which both sides count on. */
function remembered<From extends object, To>(
  convert: (style: From) => To,
): (style: From | undefined) => To | undefined {
  const known = new WeakMap<From, To>();
  return (style) => {
    if (!style) return undefined;
    if (!known.has(style)) known.set(style, convert(style));
    return known.get(style);
  };
}

/** What differs from the default; nothing at all is no style. Some writers say every default of every cell. */
function beyondDefault(style: StylePatch): StylePatch | undefined {
  const said = Object.entries(style).filter(
    ([key, value]) => value !== undefined && value !== DEFAULT_STYLE[key as StyleKey],
  );
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}

/** A file's style as the store keeps it. */
export const toLiveStyle = remembered((style: BookStyle): StylePatch | undefined =>
  beyondDefault({
    numberFormat: style.numberFormat,
    bold: style.bold,
    italic: style.italic,
    underline: style.underline ? 'Single' : undefined,
    fontColor: style.fontColor,
    fontSize: style.fontSize,
    fontName: style.fontName,
    fill: style.fill,
    pattern: style.fill ? 'Solid' : undefined,
    horizontal: style.horizontal && HORIZONTAL[style.horizontal],
    vertical: style.vertical && VERTICAL[style.vertical],
    wrap: style.wrap,
    indent: style.indent,
    locked: style.locked,
    formulaHidden: style.formulaHidden,
    strikethrough: style.strikethrough,
    superscript: style.script === 'superscript' || undefined,
    subscript: style.script === 'subscript' || undefined,
    shrinkToFit: style.shrinkToFit,
    textOrientation: style.rotation,
    borders: style.border && liveBorders(style.border),
  }),
);

function fileBorders(style: StylePatch): BookStyle['border'] | undefined {
  const entries = Object.entries(SIDES).flatMap(([side, key]) => {
    const border = styleValue(style, 'borders')[key];
    if (!border || border.style === 'None') return [];
    const name = Object.keys(BORDERS).find(
      (file) => BORDERS[file]?.[0] === border.style && BORDERS[file]?.[1] === (border.weight ?? 'Thin'),
    );
    return [[side, { style: name ?? 'thin', color: border.color }] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The store's style as a file keeps it; absent when nothing differs from the default. */
export const toFileStyle = remembered((style: StylePatch): BookStyle | undefined => {
  const result = withoutUndefined({
    numberFormat: style.numberFormat === 'General' ? undefined : style.numberFormat,
    bold: style.bold || undefined,
    italic: style.italic || undefined,
    underline: (style.underline ?? 'None') !== 'None' || undefined,
    fontColor: style.fontColor,
    fontSize: style.fontSize,
    fontName: style.fontName,
    fill: style.fill || undefined,
    horizontal: keyOf(HORIZONTAL, style.horizontal),
    vertical: keyOf(VERTICAL, style.vertical),
    wrap: style.wrap || undefined,
    indent: style.indent || undefined,
    locked: style.locked === false ? false : undefined,
    formulaHidden: style.formulaHidden || undefined,
    strikethrough: style.strikethrough || undefined,
    script: style.superscript ? ('superscript' as const) : style.subscript ? ('subscript' as const) : undefined,
    shrinkToFit: style.shrinkToFit || undefined,
    rotation: style.textOrientation || undefined,
    border: fileBorders(style),
  });
  return Object.keys(result).length > 0 ? result : undefined;
});
