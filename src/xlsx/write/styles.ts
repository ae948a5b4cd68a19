import type { Alignment, Borders, BorderStyle, Font, Style } from 'exceljs';
import type { BookStyle } from '../book';

/** What a cell of no particular style looks like; one object, because exceljs looks styles up by identity. */
export const plainStyle: Partial<Style> = {};

const defaultFont: Partial<Font> = { size: 11, color: { theme: 1 }, name: 'Calibri', family: 2, scheme: 'minor' };
const sides = ['left', 'right', 'top', 'bottom'] as const;

/** `#1F4E79`, `1F4E79` or `FF1F4E79` -> `FF1F4E79`. */
export const argb = (color: string): string => color.replace(/^#/, '').toUpperCase().padStart(8, 'F');

const known = new WeakMap<BookStyle, Partial<Style>>();

/** A cell's style; the same object for the same style, which is what keeps large sheets fast. */
export function cellStyle(style: BookStyle | undefined): Partial<Style> {
  if (!style) return plainStyle;
  const converted = known.get(style) ?? { ...commonStyle(style), ...cellFont(style), ...cellFill(style) };
  known.set(style, converted);
  return converted;
}

/** A conditional format's style says only what it changes; Excel reads a solid fill's colour from the background. */
export function differentialStyle(style: BookStyle): Partial<Style> {
  const { fill } = style;
  return {
    ...commonStyle(style),
    font: fontChanges(style),
    ...(fill && { fill: { type: 'pattern', pattern: 'none', bgColor: { argb: argb(fill) } } }),
  };
}

function commonStyle({ numberFormat, locked, formulaHidden, border, ...style }: BookStyle): Partial<Style> {
  return {
    ...(numberFormat && { numFmt: numberFormat }),
    // exceljs knows `hidden` only beside `locked`, which is on unless it is said to be off.
    ...((locked !== undefined || formulaHidden) && {
      protection: { locked: locked ?? true, ...(formulaHidden && { hidden: true }) },
    }),
    ...(border && { border: borders(border) }),
    ...alignment(style),
  };
}

const fontChanges = ({
  bold,
  italic,
  underline,
  strikethrough,
  script,
  fontColor,
  fontSize,
  fontName,
}: BookStyle): Partial<Font> => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(underline && { underline }),
  ...(strikethrough && { strike: true }),
  ...(script && { vertAlign: script }),
  ...(fontColor && { color: { argb: argb(fontColor) } }),
  ...(fontSize && { size: fontSize }),
  // A named font no longer follows the theme.
  ...(fontName && { name: fontName, scheme: undefined }),
});

function cellFont(style: BookStyle): Partial<Style> {
  const changes = fontChanges(style);
  return Object.keys(changes).length === 0 ? {} : { font: { ...defaultFont, ...changes } };
}

const cellFill = ({ fill }: BookStyle): Partial<Style> =>
  fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fill) } } } : {};

function alignment({ horizontal, vertical, wrap, indent, shrinkToFit, rotation }: BookStyle): Partial<Style> {
  const said: Partial<Alignment> = {
    ...(horizontal && horizontal !== 'general' && { horizontal }),
    ...(vertical && { vertical }),
    ...(wrap && { wrapText: true }),
    ...(indent && { indent }),
    ...(shrinkToFit && { shrinkToFit: true }),
    ...(rotation && { textRotation: rotation === 180 ? ('vertical' as const) : rotation }),
  };
  return Object.keys(said).length === 0 ? {} : { alignment: said };
}

function borders(border: NonNullable<BookStyle['border']>): Partial<Borders> {
  const lines = sides.flatMap((side) => {
    const line = border[side];
    return line ? [[side, { style: line.style as BorderStyle, ...lineColor(line.color) }]] : [];
  });
  return Object.fromEntries(lines) as Partial<Borders>;
}

const lineColor = (color: string | undefined): object => (color ? { color: { argb: argb(color) } } : {});
