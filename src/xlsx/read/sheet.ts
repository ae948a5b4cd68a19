import { maxColumns } from '../address';
import { emptySheet, type BookSheet, type NotKept } from '../book';
import { permissions, refusals, standardPermissions } from '../package/protection';
import { relationshipsOf } from '../package/relationships';
import { child, children, flag, prefixedAttribute, TreeBuilder, walkXml, type XmlNode } from '../package/xml';
import { partText, type Parts } from '../package/zip';
import { CellReader } from './cells';
import type { NameLookup } from './chartEx';
import { readCharts } from './charts';
import type { Palette } from './colors';
import { readComments } from './comments';
import { readFilter } from './filters';
import { readLinks } from './links';
import { readPage } from './page';
import { readConditionalFormats, readValidations } from './rules';
import type { Styles } from './styles';
import { readTable } from './table';
import { unreadOfSheet } from './unread';
import type { WorkbookPart } from './workbook';

export interface SheetSource {
  readonly parts: Parts;
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly palette: Palette;
  readonly date1904: boolean;
  readonly names: NameLookup;
  /** Path of the workbook part. */
  readonly workbook: string;
  /** Chart parts that were read, and what was not: both are filled in by the sheets. */
  readonly drawn: Set<string>;
  readonly notKept: NotKept[];
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
  const page = readPage(worksheet);
  if (page) sheet.print = page;
  sheet.merges = children(child(worksheet, 'mergeCells'), 'mergeCell').map(({ attributes }) => attributes['ref'] ?? '');
  sheet.validations = readValidations(worksheet);
  sheet.conditionalFormats = readConditionalFormats(worksheet, styles.differentials, source.palette);
  readProtection(sheet, worksheet);
  const filter = readFilter(worksheet);
  if (filter) sheet.filter = filter;
  source.notKept.push(...unreadOfSheet(worksheet, path));
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
  if (!flag(view?.attributes['showRowColHeaders'], true)) sheet.hideHeadings = true;
  const color = child(child(worksheet, 'sheetPr'), 'tabColor')?.attributes['rgb'];
  if (color) sheet.tabColor = `#${color.slice(-6).toUpperCase()}`;
  const { state = '', xSplit = '0', ySplit = '0' } = child(view, 'pane')?.attributes ?? {};
  if (state.startsWith('frozen')) sheet.freeze = { rows: Number(ySplit), columns: Number(xSplit) };
}

/** What a protected sheet allows: most things are refused unless the file says `0`, a few are allowed unless it says `1`. */
function readProtection(sheet: BookSheet, worksheet: XmlNode): void {
  const attributes = child(worksheet, 'sheetProtection')?.attributes ?? {};
  if (!flag(attributes['sheet'])) return;
  sheet.protected = true;
  const allowed: string[] = [
    ...permissions.filter((name) => !flag(attributes[name], true)),
    ...refusals.filter((name) => !flag(attributes[name])),
  ];
  if (allowed.join() !== standardPermissions.join()) sheet.permissions = allowed;
}

/** Only what differs from a default column: writers describe all 16384. */
function readColumns(sheet: BookSheet, worksheet: XmlNode, styles: Styles): void {
  for (const { attributes } of children(child(worksheet, 'cols'), 'col')) {
    const { min, max, width, hidden, customWidth, style, outlineLevel } = attributes;
    const format = {
      ...(flag(customWidth) && width !== undefined && { width: Number(width) }),
      ...(flag(hidden) && { hidden: true }),
      ...(Number(outlineLevel ?? 0) > 0 && { outline: Number(outlineLevel) }),
      ...(styles.cells[Number(style ?? 0)] && { style: styles.cells[Number(style ?? 0)] }),
    };
    if (Object.keys(format).length === 0) continue;
    for (let column = Number(min) - 1; column < Math.min(Number(max), maxColumns); column++)
      sheet.columns.set(column, format);
  }
}

function readRelated(sheet: BookSheet, worksheet: XmlNode, path: string, source: SheetSource): void {
  const { parts } = source;
  const related = relationshipsOf(parts, path);
  for (const { kind, target } of related) {
    const xml = kind === 'table' ? partText(parts, target) : undefined;
    if (xml !== undefined) sheet.tables.push(readTable(xml, target));
  }
  const links = readLinks(worksheet, related);
  if (links.length > 0) sheet.links = links;
  const comments = readComments(parts, source.workbook, related);
  if (comments.length > 0) sheet.comments = comments;
  const drawing = child(worksheet, 'drawing');
  const id = drawing && prefixedAttribute(drawing, 'id');
  const target = related.find((relationship) => relationship.id === id)?.target;
  if (target !== undefined) sheet.charts = readCharts(target, source);
}
