import { CrmError } from '../../shared/errors';
import type { Book, BookName, BookSheet } from '../book';
import { removePrefixes } from '../package/prefixes';
import { relationshipsOf } from '../package/relationships';
import { decodeText } from '../package/text';
import { child, children, flag, parseXml, prefixedAttribute, type XmlNode } from '../package/xml';
import { partText, type Parts } from '../package/zip';

export interface WorkbookPart {
  readonly path: string;
  readonly date1904: boolean;
  /** Worksheets only, in the order of their tabs. */
  readonly sheets: readonly {
    readonly name: string;
    readonly visibility: BookSheet['visibility'];
    readonly path: string;
  }[];
  /** All names, the hidden ones of charts included. */
  readonly names: readonly BookName[];
  readonly activeSheet: number;
  readonly manualCalculation: boolean;
  readonly structureLocked: boolean;
}

/**
 * Finds and reads the workbook part.
 * @throws CrmError `notXlsx` when the package holds no workbook in XML, `damaged` when a sheet's part is missing.
 */
export function readWorkbook(parts: Parts): WorkbookPart {
  const path = relationshipsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.target;
  const xml = path?.endsWith('.xml') ? partText(parts, path) : undefined;
  if (path === undefined || xml === undefined) throw new CrmError('notXlsx');
  const root = parseXml(xml, path);
  if (root.name !== 'workbook') throw new CrmError('notXlsx');
  const tabs = children(child(root, 'sheets'), 'sheet');
  const sheets = worksheets(parts, path, tabs);
  return {
    path,
    date1904: flag(child(root, 'workbookPr')?.attributes['date1904']),
    sheets,
    names: children(child(root, 'definedNames'), 'definedName').map((node) => definedName(node, tabs)),
    activeSheet: activeSheet(root, tabs, sheets),
    manualCalculation: child(root, 'calcPr')?.attributes['calcMode'] === 'manual',
    structureLocked: flag(child(root, 'workbookProtection')?.attributes['lockStructure']),
  };
}

function worksheets(parts: Parts, path: string, tabs: readonly XmlNode[]): WorkbookPart['sheets'] {
  const targets = new Map(relationshipsOf(parts, path).map((relationship) => [relationship.id, relationship]));
  return tabs.flatMap((tab) => {
    const target = targets.get(prefixedAttribute(tab, 'id') ?? '');
    const name = decodeText(tab.attributes['name'] ?? '');
    // A sheet that is one big chart has no cells.
    if (target?.kind === 'chartsheet' || target?.kind === 'dialogsheet') return [];
    if (!target || !parts.has(target.target)) throw new CrmError('damaged', { part: target?.target ?? name });
    return [
      { name, visibility: (tab.attributes['state'] ?? 'visible') as BookSheet['visibility'], path: target.target },
    ];
  });
}

function definedName(node: XmlNode, tabs: readonly XmlNode[]): BookName {
  const { name = '', localSheetId, hidden, comment } = node.attributes;
  const sheet = localSheetId === undefined ? undefined : tabs[Number(localSheetId)]?.attributes['name'];
  return {
    name: removePrefixes(decodeText(name)),
    formula: removePrefixes(decodeText(node.text)),
    ...(sheet !== undefined && { sheet: decodeText(sheet) }),
    ...(flag(hidden) && { hidden: true }),
    ...(comment !== undefined && { comment: decodeText(comment) }),
  };
}

/** Tab numbers count chart sheets too; the book does not. */
function activeSheet(root: XmlNode, tabs: readonly XmlNode[], sheets: WorkbookPart['sheets']): Book['activeSheet'] {
  const active = Number(child(child(root, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0);
  const name = decodeText(tabs[active]?.attributes['name'] ?? '');
  return Math.max(
    0,
    sheets.findIndex((sheet) => sheet.name === name),
  );
}
