import type { BookStyle } from '../book';
import { builtInFormats } from '../package/numberFormats';
import { child, children, flag, parseXml, type XmlNode } from '../package/xml';
import type { Palette } from './colors';

export interface Styles {
  /** By the `s` of a cell; undefined where nothing differs from the default. One object per style, shared by its cells. */
  readonly cells: readonly (BookStyle | undefined)[];
  /** By the `dxfId` of a conditional format. */
  readonly differentials: readonly BookStyle[];
}

const sides = ['left', 'right', 'top', 'bottom'] as const;
type Border = NonNullable<BookStyle['border']>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads `xl/styles.xml`; a workbook without it has none. */
export function readStyles(xml: string | undefined, part: string, palette: Palette): Styles {
  if (xml === undefined) return { cells: [], differentials: [] };
  const reader = new StyleReader(parseXml(xml, part), palette);
  return { cells: reader.cells(), differentials: reader.differentials() };
}

/** What an inline `x14:dxf` says. */
export const readDifferential = (node: XmlNode, palette: Palette): BookStyle =>
  withoutUndefined({
    ...fontStyle(child(node, 'font'), undefined, palette),
    numberFormat: child(node, 'numFmt')?.attributes['formatCode'],
    fill: differentialFill(child(node, 'fill'), palette),
    border: borderStyle(child(node, 'border'), palette),
    ...alignmentStyle(child(node, 'alignment')),
    ...protectionStyle(child(node, 'protection')),
  });

class StyleReader {
  private readonly fonts: readonly XmlNode[];
  private readonly fills: readonly XmlNode[];
  private readonly borders: readonly XmlNode[];
  private readonly formats: ReadonlyMap<number, string>;

  constructor(
    private readonly root: XmlNode,
    private readonly palette: Palette,
  ) {
    this.fonts = children(child(root, 'fonts'), 'font');
    this.fills = children(child(root, 'fills'), 'fill');
    this.borders = children(child(root, 'borders'), 'border');
    const own = children(child(root, 'numFmts'), 'numFmt').map(({ attributes }): [number, string] => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]);
    this.formats = new Map([...builtInFormats, ...own]);
  }

  cells(): (BookStyle | undefined)[] {
    return children(child(this.root, 'cellXfs'), 'xf').map((xf) => {
      const style = this.cell(xf);
      return Object.keys(style).length === 0 ? undefined : style;
    });
  }

  differentials(): BookStyle[] {
    return children(child(this.root, 'dxfs'), 'dxf').map((dxf) => readDifferential(dxf, this.palette));
  }

  private cell(xf: XmlNode): BookStyle {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = xf.attributes;
    const format = this.formats.get(Number(numFmtId));
    return withoutUndefined({
      numberFormat: format === 'General' ? undefined : format,
      ...fontStyle(this.fonts[Number(fontId)], this.fonts[0], this.palette),
      fill: cellFill(this.fills[Number(fillId)], this.palette),
      border: borderStyle(this.borders[Number(borderId)], this.palette),
      ...alignmentStyle(child(xf, 'alignment')),
      ...protectionStyle(child(xf, 'protection')),
    });
  }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

const value = (node: XmlNode | undefined, name: string): string | undefined => child(node, name)?.attributes['val'];

const off = new Set(['0', 'false', 'none']);

/**
 * `<b/>` is on, `<b val="0"/>` is off, `<u val="double"/>` is on. Off is worth saying in a differential style only: a
 * cell's font says everything.
 */
function toggle(font: XmlNode | undefined, name: string, differential: boolean): boolean | undefined {
  const node = child(font, name);
  if (!node) return undefined;
  const on = !off.has(node.attributes['val'] ?? '1');
  return on || differential ? on : undefined;
}

/** What a font says beyond the workbook's default font. */
function fontStyle(font: XmlNode | undefined, standard: XmlNode | undefined, palette: Palette): BookStyle {
  const beyond = <T>(read: (node: XmlNode | undefined) => T): T | undefined =>
    read(font) === read(standard) ? undefined : read(font);
  const size = beyond((node) => value(node, 'sz'));
  return {
    bold: toggle(font, 'b', !standard),
    italic: toggle(font, 'i', !standard),
    underline: toggle(font, 'u', !standard),
    strikethrough: toggle(font, 'strike', !standard),
    script: script(value(font, 'vertAlign')),
    fontColor: beyond((node) => palette.color(child(node, 'color'))),
    fontSize: size === undefined ? undefined : Number(size),
    fontName: beyond((node) => value(node, 'name')),
  };
}

const script = (text: string | undefined): BookStyle['script'] =>
  text === 'superscript' || text === 'subscript' ? text : undefined;

function cellFill(fill: XmlNode | undefined, palette: Palette): string | undefined {
  const pattern = child(fill, 'patternFill');
  return pattern?.attributes['patternType'] === 'solid' ? palette.color(child(pattern, 'fgColor')) : undefined;
}

/** A solid fill of a conditional format keeps its colour in the background; some writers use the foreground. */
function differentialFill(fill: XmlNode | undefined, palette: Palette): string | undefined {
  const pattern = child(fill, 'patternFill');
  return palette.color(child(pattern, 'bgColor')) ?? palette.color(child(pattern, 'fgColor'));
}

function borderStyle(border: XmlNode | undefined, palette: Palette): BookStyle['border'] {
  const result: Mutable<Border> = {};
  for (const side of sides) {
    const node = child(border, side);
    const style = node?.attributes['style'];
    if (style && style !== 'none')
      result[side] = withoutUndefined({ style, color: palette.color(child(node, 'color')) });
  }
  return Object.keys(result).length === 0 ? undefined : result;
}

function alignmentStyle(node: XmlNode | undefined): BookStyle {
  const { horizontal, vertical, wrapText, indent, shrinkToFit, textRotation } = node?.attributes ?? {};
  return {
    horizontal: horizontal as BookStyle['horizontal'],
    vertical: (vertical === 'center' ? 'middle' : vertical) as BookStyle['vertical'],
    wrap: wrapText === undefined ? undefined : flag(wrapText),
    indent: indent === undefined ? undefined : Number(indent),
    shrinkToFit: flag(shrinkToFit) ? true : undefined,
    rotation: rotation(Number(textRotation ?? 0)),
  };
}

/** Downwards, files count on from 90; 255 is stacked. */
function rotation(degrees: number): number | undefined {
  if (degrees === 0) return undefined;
  if (degrees === 255) return 180;
  return degrees > 90 ? 90 - degrees : degrees;
}

function protectionStyle(node: XmlNode | undefined): BookStyle {
  const { locked, hidden } = node?.attributes ?? {};
  return { locked: locked === undefined ? undefined : flag(locked), formulaHidden: flag(hidden) ? true : undefined };
}
