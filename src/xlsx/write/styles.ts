import type { BookStyle } from '../book';
import { builtInIds, firstCustomFormat } from '../package/numberFormats';
import { element, xmlHeader } from '../package/xml';
import { alignmentXml, borderXml, fillXml, fontXml, protectionXml, differentialFillXml } from './styleParts';

/** Distinct XML fragments, numbered in the order they came. */
class Registry {
  private readonly ids = new Map<string, number>();

  constructor(...first: string[]) {
    first.forEach((xml) => this.id(xml));
  }

  id(xml: string): number {
    const known = this.ids.get(xml);
    if (known !== undefined) return known;
    this.ids.set(xml, this.ids.size);
    return this.ids.size - 1;
  }

  toXml(name: string): string {
    return element(name, { count: this.ids.size }, ...this.ids.keys());
  }
}

const noFill = element('fill', {}, element('patternFill', { patternType: 'none' }));
const grayFill = element('fill', {}, element('patternFill', { patternType: 'gray125' }));
const plainFormat = element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
const plainCell = element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 });

/** Collects the styles of a book while its sheets are written; `toXml` then is `xl/styles.xml`. */
export class StyleTable {
  private readonly fonts = new Registry(fontXml({}));
  // Excel reserves the first two fills.
  private readonly fills = new Registry(noFill, grayFill);
  private readonly borders = new Registry(borderXml({}));
  private readonly formats = new Map<string, number>();
  private readonly cells = new Registry(plainCell);
  private readonly differentials = new Registry();
  /** Style objects are shared by many cells: looking one up by identity is what keeps large sheets fast. */
  private readonly known = new WeakMap<BookStyle, number>();

  /** Index of a cell style (`s` of a cell); 0 is the default. */
  cell(style: BookStyle | undefined): number {
    if (!style) return 0;
    const known = this.known.get(style);
    if (known !== undefined) return known;
    const id = this.cells.id(this.cellXml(style));
    this.known.set(style, id);
    return id;
  }

  /** Index of a conditional format's style (`dxfId`). */
  differential(style: BookStyle): number {
    return this.differentials.id(this.differentialXml(style));
  }

  private cellXml(style: BookStyle): string {
    const numFmtId = this.format(style.numberFormat);
    const fontId = this.fonts.id(fontXml(style));
    const fillId = style.fill ? this.fills.id(fillXml(style.fill)) : 0;
    const borderId = this.borders.id(borderXml(style));
    const alignment = alignmentXml(style);
    const protection = protectionXml(style);
    const applies = {
      applyNumberFormat: numFmtId > 0 || undefined,
      applyFont: fontId > 0 || undefined,
      applyFill: fillId > 0 || undefined,
      applyBorder: borderId > 0 || undefined,
      applyAlignment: alignment !== '' || undefined,
      applyProtection: protection !== '' || undefined,
    };
    return element('xf', { numFmtId, fontId, fillId, borderId, xfId: 0, ...applies }, alignment, protection);
  }

  private differentialXml(style: BookStyle): string {
    const format = style.numberFormat;
    return element(
      'dxf',
      {},
      fontXml(style, true),
      format ? element('numFmt', { numFmtId: this.format(format), formatCode: format }) : '',
      style.fill ? differentialFillXml(style.fill) : '',
      alignmentXml(style),
      style.border ? borderXml(style) : '',
      protectionXml(style),
    );
  }

  private format(code: string | undefined): number {
    if (code === undefined) return 0;
    const known = builtInIds.get(code) ?? this.formats.get(code);
    if (known !== undefined) return known;
    const id = firstCustomFormat + this.formats.size;
    this.formats.set(code, id);
    return id;
  }

  toXml(): string {
    const formats = [...this.formats].map(([formatCode, numFmtId]) => element('numFmt', { numFmtId, formatCode }));
    return (
      xmlHeader +
      element(
        'styleSheet',
        { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
        formats.length > 0 ? element('numFmts', { count: formats.length }, ...formats) : '',
        this.fonts.toXml('fonts'),
        this.fills.toXml('fills'),
        this.borders.toXml('borders'),
        element('cellStyleXfs', { count: 1 }, plainFormat),
        this.cells.toXml('cellXfs'),
        element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
        this.differentials.toXml('dxfs'),
        element('tableStyles', {
          count: 0,
          defaultTableStyle: 'TableStyleMedium2',
          defaultPivotStyle: 'PivotStyleLight16',
        }),
      )
    );
  }
}
