import { HostError } from '../errors';
import type { Area } from '../store/address';
import type { Sheet } from '../store/sheet';
import { patchStyle, type StylePatch } from '../store/style';
import type { Workbook } from '../store/workbook';
import { restyle } from './format';

/** Excel's built-in cell styles (Office theme), by name. */
export const BUILT_IN_STYLES: Readonly<Record<string, StylePatch>> = {
  Normal: {},
  Bad: { fill: '#FFC7CE', fontColor: '#9C0006' },
  Good: { fill: '#C6EFCE', fontColor: '#006100' },
  Neutral: { fill: '#FFEB9C', fontColor: '#9C5700' },
  Calculation: { fill: '#F2F2F2', fontColor: '#FA7D00', bold: true },
  'Check Cell': { fill: '#A5A5A5', fontColor: '#FFFFFF', bold: true },
  'Explanatory Text': { fontColor: '#7F7F7F', italic: true },
  Input: { fill: '#FFCC99', fontColor: '#3F3F76' },
  'Linked Cell': { fontColor: '#FA7D00' },
  Note: { fill: '#FFFFCC' },
  Output: { fill: '#F2F2F2', fontColor: '#3F3F3F', bold: true },
  'Warning Text': { fontColor: '#FF0000' },
  Title: { fontSize: 18, fontName: 'Calibri Light', fontColor: '#44546A' },
  'Heading 1': { fontSize: 15, bold: true, fontColor: '#44546A' },
  'Heading 2': { fontSize: 13, bold: true, fontColor: '#44546A' },
  'Heading 3': { bold: true, fontColor: '#44546A' },
  'Heading 4': { bold: true, fontColor: '#44546A' },
  Total: { bold: true },
  Comma: { numberFormat: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)' },
  'Comma [0]': { numberFormat: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)' },
  Currency: { numberFormat: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)' },
  'Currency [0]': { numberFormat: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)' },
  Percent: { numberFormat: '0%' },
  Hyperlink: { fontColor: '#0563C1', underline: 'Single' },
  'Followed Hyperlink': { fontColor: '#954F72', underline: 'Single' },
  ...accents(),
};

function accents(): Record<string, StylePatch> {
  const colors = ['#5B9BD5', '#ED7D31', '#A5A5A5', '#FFC000', '#4472C4', '#70AD47'];
  const entries = colors.flatMap((fill, i): [string, StylePatch][] => [
    [`Accent${i + 1}`, { fill, fontColor: '#FFFFFF' }],
    ...['20%', '40%', '60%'].map((share): [string, StylePatch] => [`${share} - Accent${i + 1}`, { fill }]),
  ]);
  return Object.fromEntries(entries);
}

/** The enum names of `Excel.BuiltInStyle` leave out spaces: `Heading1`, `Emphasis20Accent1`. */
export function findStyle(workbook: Workbook, name: string): { name: string; style: StylePatch } | null {
  const all = { ...BUILT_IN_STYLES, ...Object.fromEntries(workbook.styles) };
  const squeeze = (text: string) => text.replace(/[\s[\]%-]/g, '').replace(/^Emphasis(\d+)/i, '$1').toLowerCase();
  const found = Object.keys(all).find((key) => squeeze(key) === squeeze(name));
  return found === undefined ? null : { name: found, style: all[found] as StylePatch };
}

/** @throws ItemNotFound when there is no such style */
export function applyNamedStyle(workbook: Workbook, sheet: Sheet, area: Area, name: string): void {
  const found = findStyle(workbook, name);
  if (!found) throw new HostError('ItemNotFound');
  restyle(workbook, sheet, area, (style) => {
    if (found.name === 'Normal') return {};
    return patchStyle(style, { ...found.style, namedStyle: found.name });
  });
}
