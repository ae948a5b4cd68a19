import { numberFormats } from '../../template/codec';
import type { ColumnDef, TableDef } from '../../template/types';
import type { BookStyle } from '../book';

/** Width of a column that fits its caption, in characters; Chinese ones take two. */
export const defaultWidth = (caption: string) =>
  Math.max(10, [...caption].reduce((width, char) => width + (char > '\u2e80' ? 2 : 1), 0) + 4);

export const headerStyle: BookStyle = { bold: true, wrap: true, vertical: 'middle' };

// One style object per column kind: the writer keeps equal objects once.
const inputStyles = new Map<string, BookStyle>();
const computedStyles = new Map<string, BookStyle>();

/** Of cells that people fill in; none where the format is the usual one. */
export function inputStyle(column: ColumnDef): BookStyle | undefined {
  const numberFormat = numberFormats[column.type];
  if (numberFormat === 'General') return undefined;
  if (!inputStyles.has(numberFormat)) inputStyles.set(numberFormat, { numberFormat });
  return inputStyles.get(numberFormat);
}

/** Of cells that hold formulas or what Refresh writes: greyed, so that nobody types into them. */
export function computedStyle(column: ColumnDef): BookStyle {
  const numberFormat = column.type === 'text' ? 'General' : numberFormats[column.type];
  if (!computedStyles.has(numberFormat)) computedStyles.set(numberFormat, { numberFormat, fontColor: '#44546A' });
  return computedStyles.get(numberFormat)!;
}

/** Number formats of the value cells of the settings table, by row. */
export const settingFormats = (def: TableDef): (string | undefined)[] =>
  (def.rows ?? []).map((row) => (typeof row.format === 'string' ? row.format : undefined));
