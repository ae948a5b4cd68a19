import { HostError } from '../errors';
import type { Area } from '../store/address';
import type { Sheet } from '../store/sheet';
import { patchStyle, type StylePatch } from '../store/style';
import type { Workbook } from '../store/workbook';
import { restyle } from './format';

/** Excel's built-in cell styles (Office theme), by their names in `Excel.BuiltInStyle`. */
export const BUILT_IN_STYLES: Readonly<Record<string, StylePatch>> = {
  Normal: {},
  Bad: { fill: '#FFC7CE', fontColor: '#9C0006' },
  Good: { fill: '#C6EFCE', fontColor: '#006100' },
  Neutral: { fill: '#FFEB9C', fontColor: '#9C5700' },
  Calculation: { fill: '#F2F2F2', fontColor: '#FA7D00', bold: true },
  CheckCell: { fill: '#A5A5A5', fontColor: '#FFFFFF', bold: true },
  ExplanatoryText: { fontColor: '#7F7F7F', italic: true },
  Input: { fill: '#FFCC99', fontColor: '#3F3F76' },
  LinkedCell: { fontColor: '#FA7D00' },
  Note: { fill: '#FFFFCC' },
  Output: { fill: '#F2F2F2', fontColor: '#3F3F3F', bold: true },
  WarningText: { fontColor: '#FF0000' },
  SheetTitle: { fontSize: 18, fontName: 'Calibri Light', fontColor: '#44546A' },
  Heading1: { fontSize: 15, bold: true, fontColor: '#44546A' },
  Heading2: { fontSize: 13, bold: true, fontColor: '#44546A' },
  Heading3: { bold: true, fontColor: '#44546A' },
  Heading4: { bold: true, fontColor: '#44546A' },
  Total: { bold: true },
  Comma: { numberFormat: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)' },
  WholeComma: { numberFormat: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)' },
  Currency: { numberFormat: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)' },
  WholeDollar: { numberFormat: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)' },
  Percent: { numberFormat: '0%' },
  Hlink: { fontColor: '#0563C1', underline: 'Single' },
  HlinkTrav: { fontColor: '#954F72', underline: 'Single' },
  ...accents(),
};

function accents(): Record<string, StylePatch> {
  const colors = ['#5B9BD5', '#ED7D31', '#A5A5A5', '#FFC000', '#4472C4', '#70AD47'];
  const entries = colors.flatMap((fill, i): [string, StylePatch][] => [
    [`Accent${i + 1}`, { fill, fontColor: '#FFFFFF' }],
    ...['20', '40', '60'].map((share): [string, StylePatch] => [`Accent${i + 1}_${share}`, { fill }]),
  ]);
  return Object.fromEntries(entries);
}

/** Names the user interface has for some of them. */
const SHOWN_AS: Readonly<Record<string, string>> = {
  'comma[0]': 'WholeComma',
  'currency[0]': 'WholeDollar',
  hyperlink: 'Hlink',
  followedhyperlink: 'HlinkTrav',
  title: 'SheetTitle',
};

/** By API name or by the name people see (`Heading 1`, `20% - Accent1`), ignoring case. */
export function findStyle(workbook: Workbook, name: string): { name: string; style: StylePatch } | null {
  const own = [...workbook.styles.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
  if (own !== undefined) return { name: own, style: workbook.styles.get(own) ?? {} };
  const plain = name
    .replace(/\s/g, '')
    .replace(/^(\d+)%-(Accent\d)$/i, '$2_$1')
    .toLowerCase();
  const wanted = SHOWN_AS[plain]?.toLowerCase() ?? plain;
  const builtIn = Object.keys(BUILT_IN_STYLES).find((key) => key.toLowerCase() === wanted);
  return builtIn === undefined ? null : { name: builtIn, style: BUILT_IN_STYLES[builtIn] ?? {} };
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
