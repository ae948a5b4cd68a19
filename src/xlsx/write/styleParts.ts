import type { BookStyle } from '../book';
import { element } from '../package/xml';

const defaultFont = { size: 11, name: 'Calibri' };
const sides = ['left', 'right', 'top', 'bottom'] as const;

/** `#1F4E79`, `1F4E79` or `FF1F4E79` -> `FF1F4E79`. */
export const argb = (color: string): string => color.replace(/^#/, '').toUpperCase().padStart(8, 'F');

const when = (condition: boolean | undefined, name: string): string => (condition ? element(name) : '');
const explicit = (value: boolean | undefined, name: string): string =>
  value === undefined ? '' : element(name, value ? {} : { val: false });

/** A font; children in the order the schema demands. A differential one says only what it changes. */
export function fontXml(style: BookStyle, differential = false): string {
  const toggle = differential ? explicit : when;
  const { fontColor, fontSize, fontName } = style;
  const body = [
    toggle(style.bold, 'b'),
    toggle(style.italic, 'i'),
    toggle(style.underline, 'u'),
    fontSize || !differential ? element('sz', { val: fontSize ?? defaultFont.size }) : '',
    fontColorXml(fontColor, differential),
    fontName || !differential ? element('name', { val: fontName ?? defaultFont.name }) : '',
    differential ? '' : element('family', { val: 2 }),
    differential || fontName ? '' : element('scheme', { val: 'minor' }),
  ].join('');
  return differential && body === '' ? '' : element('font', {}, body);
}

function fontColorXml(color: string | undefined, differential: boolean): string {
  if (color) return element('color', { rgb: argb(color) });
  return differential ? '' : element('color', { theme: 1 });
}

/** A cell's solid fill: the colour is the foreground. */
export const fillXml = (color: string): string =>
  element(
    'fill',
    {},
    element(
      'patternFill',
      { patternType: 'solid' },
      element('fgColor', { rgb: argb(color) }),
      element('bgColor', { indexed: 64 }),
    ),
  );

/** A conditional format's fill: Excel reads the colour of a solid one from the background. */
export const differentialFillXml = (color: string): string =>
  element('fill', {}, element('patternFill', {}, element('bgColor', { rgb: argb(color) })));

/** All four sides, absent ones empty, as Excel writes them. */
export function borderXml({ border = {} }: BookStyle): string {
  const xml = sides.map((side) => {
    const line = border[side];
    if (!line) return element(side);
    return element(
      side,
      { style: line.style },
      element('color', line.color ? { rgb: argb(line.color) } : { auto: true }),
    );
  });
  return element('border', {}, ...xml, element('diagonal'));
}

/** Empty when the style aligns nothing. */
export function alignmentXml({ horizontal, vertical, wrap, indent }: BookStyle): string {
  const attributes = { horizontal, vertical: vertical === 'middle' ? 'center' : vertical, wrapText: wrap, indent };
  return Object.values(attributes).every((value) => value === undefined) ? '' : element('alignment', attributes);
}

/** Empty unless the style says whether the cell is locked. */
export const protectionXml = ({ locked }: BookStyle): string =>
  locked === undefined ? '' : element('protection', { locked });
