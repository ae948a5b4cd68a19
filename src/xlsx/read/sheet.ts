import { maxColumns } from '../address';
import { emptySheet, type BookSheet } from '../book';
import { relationshipsOf } from '../package/relationships';
import { child, children, descend, flag, prefixedAttribute, TreeBuilder, walkXml, type XmlNode } from '../package/xml';
import { partText, type Parts } from '../package/zip';
import { CellReader } from './cells';
import type { NameLookup } from './chartEx';
import { readCharts } from './charts';
import type { Palette } from './colors';
import { readConditionalFormats, readValidations } from './rules';
import type { Styles } from './styles';
import { readTable } from './table';
import type { WorkbookPart } from './workbook';

export interface SheetSource {
  readonly parts: Parts;
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly palette: Palette;
  readonly date1904: boolean;
  readonly names: NameLookup;
}

/** Reads a worksheet: its cells in a stream, everything around them as a tree. */
export function readSheet({ name, visibility, path }: WorkbookPart['sheets'][number], source: SheetSource): BookSheet {
  const sheet: BookSheet = { ...emptySheet(name), visibility };
  const { strings, date1904, styles } = source;
  const worksheet = walkSheet(
    path,
    source.parts,
    new CellReader(sheet, { part: path, strings, date1904, styles: styles.cells }),
  );
  readView(sheet, worksheet);
  readColumns(sheet, worksheet, styles);
  readPrint(sheet, worksheet);
  sheet.merges = children(child(worksheet, 'mergeCells'), 'mergeCell').map(({ attributes }) => attributes['ref'] ?? '');
  sheet.validations = readValidations(worksheet);
  sheet.conditionalFormats = readConditionalFormats(worksheet, styles.differentials, source.palette);
  if (flag(child(worksheet, 'sheetProtection')?.attributes['sheet'])) sheet.protected = true;
  readRelated(sheet, worksheet, path, source);
  return sheet;
}

/** Sends what is inside `sheetData` to the cell reader, and returns the rest as a tree. */
function walkSheet(path: string, parts: Parts, cells: CellReader): XmlNode {
  const tree = new TreeBuilder();
  let inData = false;
  walkXml(partText(parts, path) ?? '', path, {
    open(name, attributes) {
      if (inData) cells.open(name, attributes);
      else if (name === 'sheetData') inData = true;
      else tree.open(name, attributes);
    },
    text(text) {
      if (inData) cells.text(text);
      else tree.text(text);
    },
    close(name) {
      if (name === 'sheetData') inData = false;
      else if (inData) cells.close(name);
      else tree.close();
    },
  });
  return tree.root.children[0]!;
}

function readView(sheet: BookSheet, worksheet: XmlNode): void {
  const view = child(child(worksheet, 'sheetViews'), 'sheetView');
  sheet.showGridlines = flag(view?.attributes['showGridLines'], true);
  const color = child(child(worksheet, 'sheetPr'), 'tabColor')?.attributes['rgb'];
  if (color) sheet.tabColor = `#${color.slice(-6).toUpperCase()}`;
  const { state = '', xSplit = '0', ySplit = '0' } = child(view, 'pane')?.attributes ?? {};
  if (state.startsWith('frozen')) sheet.freeze = { rows: Number(ySplit), columns: Number(xSplit) };
}

function readPrint(sheet: BookSheet, worksheet: XmlNode): void {
  const landscape = child(worksheet, 'pageSetup')?.attributes['orientation'] === 'landscape';
  const fitToWidth = flag(descend(worksheet, 'sheetPr', 'pageSetUpPr')?.attributes['fitToPage']);
  if (landscape || fitToWidth) sheet.print = { ...(landscape && { landscape }), ...(fitToWidth && { fitToWidth }) };
}

/** Only what differs from a default column: writers describe all 16384. */
function readColumns(sheet: BookSheet, worksheet: XmlNode, styles: Styles): void {
  for (const { attributes } of children(child(worksheet, 'cols'), 'col')) {
    const { min, max, width, hidden, customWidth, style } = attributes;
    const format = {
      ...(flag(customWidth) && width !== undefined && { width: Number(width) }),
      ...(flag(hidden) && { hidden: true }),
      ...(styles.cells[Number(style ?? 0)] && { style: styles.cells[Number(style ?? 0)] }),
    };
    if (Object.keys(format).length === 0) continue;
    for (let column = Number(min) - 1; column < Math.min(Number(max), maxColumns); column++)
      sheet.columns.set(column, format);
  }
}

function readRelated(sheet: BookSheet, worksheet: XmlNode, path: string, { parts, names }: SheetSource): void {
  const related = relationshipsOf(parts, path);
  for (const { kind, target } of related) {
    const xml = kind === 'table' ? partText(parts, target) : undefined;
    if (xml !== undefined) sheet.tables.push(readTable(xml, target));
  }
  const drawing = child(worksheet, 'drawing');
  const id = drawing && prefixedAttribute(drawing, 'id');
  const target = related.find((relationship) => relationship.id === id)?.target;
  if (target !== undefined) sheet.charts = readCharts(parts, target, names);
}
