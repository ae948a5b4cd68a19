import {
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import { type BorderSide, type CellBorder, DEFAULT_STYLE, type StylePatch } from '../../store/style';
import { fontFamily, fontScale } from './fonts';

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};

const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const SIDES: readonly (readonly [BorderSide, keyof IBorderData])[] = [
  ['EdgeTop', 't'],
  ['EdgeBottom', 'b'],
  ['EdgeLeft', 'l'],
  ['EdgeRight', 'r'],
];

const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
};

const WEIGHTS: Readonly<Record<string, BorderStyleTypes>> = {
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
};

const known = new WeakMap<StylePatch, IStyleData>();

/** A host style in the grid's words. Host styles are immutable and shared: each is translated once. */
export function gridStyle(style: StylePatch): IStyleData {
  const found = known.get(style) ?? translate({ ...DEFAULT_STYLE, ...style });
  known.set(style, found);
  return found;
}

function translate(style: Required<StylePatch>): IStyleData {
  return {
    ff: fontFamily(style.fontName),
    // Whole points: the canvas rounds fractions up.
    fs: Math.round(style.fontSize * fontScale),
    cl: { rgb: style.fontColor },
    vt: VERTICAL[style.vertical] ?? VerticalAlign.BOTTOM,
    ...(style.bold && { bl: 1 }),
    ...(style.italic && { it: 1 }),
    ...(style.underline !== 'None' && { ul: { s: 1 } }),
    ...(style.strikethrough && { st: { s: 1 } }),
    ...(style.fill && { bg: { rgb: style.fill } }),
    ...(HORIZONTAL[style.horizontal] && { ht: HORIZONTAL[style.horizontal] }),
    ...(style.wrap && { tb: WrapStrategy.WRAP }),
    ...(style.indent > 0 && { pd: { l: 2 + style.indent * 9 } }),
    ...bordersOf(style.borders),
  };
}

function bordersOf(borders: Readonly<Partial<Record<BorderSide, CellBorder>>>): Pick<IStyleData, 'bd'> {
  const lines = SIDES.flatMap(([side, key]) => {
    const border = borders[side];
    return border && border.style !== 'None' ? [[key, lineOf(border)] as const] : [];
  });
  return lines.length > 0 ? { bd: Object.fromEntries(lines) } : {};
}

function lineOf({ style, weight, color }: CellBorder) {
  const s = WEIGHTS[weight ?? ''] ?? LINES[style] ?? BorderStyleTypes.THIN;
  return { s, cl: { rgb: color || '#000000' } };
}
