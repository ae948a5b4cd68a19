import { from1900, readIso } from '../../shared/dates';
import { CrmError } from '../../shared/errors';
import { maxColumns, maxRows } from '../address';
import type { BookCell, BookSheet, BookStyle } from '../book';
import { removePrefixes } from '../package/prefixes';
import { decodeText } from '../package/text';
import { flag } from '../package/xml';
import { shiftFormula } from './shift';

type Attributes = Readonly<Record<string, string>>;

export interface CellSource {
  readonly part: string;
  readonly strings: readonly string[];
  readonly styles: readonly (BookStyle | undefined)[];
  readonly date1904: boolean;
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** Text of a cell's value, by the `t` of the cell; anything else is a number. Dates stay serial numbers. */
type ValueReader = (text: string, source: CellSource) => BookCell['value'];

const valueReaders: Readonly<Record<string, ValueReader>> = {
  s: (text, source) => {
    const value = source.strings[Number(text)];
    if (value === undefined) throw new CrmError('damaged', { part: source.part, detail: `shared string ${text}` });
    return value;
  },
  str: decodeText,
  inlineStr: decodeText,
  b: (text) => flag(text.trim()),
  e: (text) => ({ error: text }),
  d: (text, { date1904 }) => isoDate(text, date1904),
};

const isoLength = 'YYYY-MM-DDTHH:mm:ss'.length;

/** A date written as text, in the workbook's own date system (no zone, no fractions of a second); else the text itself. */
function isoDate(text: string, date1904: boolean): number | string {
  const serial = readIso(text.slice(0, isoLength).replace(/Z$/, ''));
  return serial === null ? text : from1900(serial, date1904);
}

/** Takes the events inside `sheetData` and fills a sheet's cells and rows. The hot loop of reading: no trees here. */
export class CellReader {
  private row = -1;
  private column = -1;
  private cells: Map<number, BookCell> | undefined;
  private cell: Attributes = {};
  private formulaAttributes: Attributes | undefined;
  private target: 'value' | 'formula' | undefined;
  /** Inside a phonetic guide, which is no part of the text. */
  private inGuide = false;
  private value: string | undefined;
  private formula = '';
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    private readonly sheet: BookSheet,
    private readonly source: CellSource,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'f') {
      this.formulaAttributes = attributes;
      this.target = 'formula';
    } else if (name === 'v' || (name === 't' && !this.inGuide)) this.target = 'value';
    else if (name === 'rPh') this.inGuide = true;
  }

  text(text: string): void {
    if (this.target === 'value') this.value = this.value === undefined ? text : this.value + text;
    else if (this.target === 'formula') this.formula += text;
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else this.target = undefined;
    if (name === 'rPh') this.inGuide = false;
  }

  private openRow({ r, ht, hidden, customHeight, outlineLevel }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    this.cells = undefined;
    if (!(this.row >= 0 && this.row < maxRows)) throw this.damaged(`row ${r}`);
    const height = ht !== undefined && flag(customHeight) ? Number(ht) : undefined;
    const outline = Number(outlineLevel ?? 0);
    if (height === undefined && !flag(hidden) && outline === 0) return;
    this.sheet.rows.set(this.row, {
      ...(height !== undefined && { height }),
      ...(flag(hidden) && { hidden: true }),
      ...(outline > 0 && { outline }),
    });
  }

  private openCell(attributes: Attributes): void {
    const { r } = attributes;
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    if (!(this.column >= 0 && this.column < maxColumns)) throw this.damaged(`cell ${r}`);
    this.cell = attributes;
    this.value = undefined;
    this.formula = '';
    this.formulaAttributes = undefined;
  }

  private closeCell(): void {
    const { t = 'n', s, cm } = this.cell;
    const style = s === undefined ? undefined : this.source.styles[Number(s)];
    const formula = this.formulaAttributes === undefined ? undefined : this.formulaText(this.formulaAttributes);
    const value = this.cellValue(t);
    if (value === null && formula === undefined && style === undefined) return;
    const cell: BookCell = { value };
    if (style !== undefined) cell.style = style;
    if (formula !== undefined) this.addFormula(cell, formula, this.formulaAttributes!, cm !== undefined);
    this.put(cell);
  }

  private cellValue(type: string): BookCell['value'] {
    // An empty text result is a text; any other empty value is no value.
    if (this.value === undefined) return type === 'str' && this.formulaAttributes ? '' : null;
    const reader = valueReaders[type];
    if (reader) return reader(this.value, this.source);
    const number = Number(this.value);
    if (!Number.isFinite(number)) throw this.damaged(`number ${this.value}`);
    return number;
  }

  private put(cell: BookCell): void {
    if (!this.cells) {
      this.cells = this.sheet.cells.get(this.row) ?? new Map<number, BookCell>();
      this.sheet.cells.set(this.row, this.cells);
    }
    this.cells.set(this.column, cell);
  }

  private addFormula(cell: BookCell, formula: string, { t, ref }: Attributes, dynamic: boolean): void {
    cell.formula = formula;
    if (t !== 'array') return;
    if (ref !== undefined) cell.arrayRange = ref;
    if (dynamic) cell.dynamicArray = true;
  }

  /** Undefined for what is no formula to us (what-if data tables, clones of an unknown shared formula). */
  private formulaText({ t, si }: Attributes): string | undefined {
    const formula = this.formula === '' ? undefined : removePrefixes(decodeText(this.formula));
    if (t !== 'shared' || si === undefined) return t === 'dataTable' ? undefined : formula;
    if (formula !== undefined) {
      this.shared.set(si, { formula, row: this.row, column: this.column });
      return formula;
    }
    const master = this.shared.get(si);
    return master && shiftFormula(master.formula, this.row - master.row, this.column - master.column);
  }

  private damaged(detail: string): CrmError {
    return new CrmError('damaged', { part: this.source.part, detail });
  }
}

/** `AB12` -> 27, without a regular expression: asked for every cell. */
function columnOf(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at) | 32;
    if (code < 97 || code > 122) break;
    column = column * 26 + code - 96;
  }
  return column - 1;
}
