import type { BookTable, BookTableColumn } from '../book';
import { removePrefixes } from '../package/prefixes';
import { decodeText } from '../package/text';
import { readFilterColumns } from './filters';
import { child, children, flag, parseXml, type XmlNode } from '../package/xml';

/** Reads `xl/tables/tableN.xml`. */
export function readTable(xml: string, part: string): BookTable {
  const root = parseXml(xml, part);
  const { id, name = '', displayName = name, ref = '', headerRowCount = '1', totalsRowCount = '0' } = root.attributes;
  const style = child(root, 'tableStyleInfo')?.attributes;
  const filters = readFilterColumns(child(root, 'autoFilter'));
  return {
    id: Number(id),
    name: decodeText(displayName),
    range: ref,
    columns: children(child(root, 'tableColumns'), 'tableColumn').map(column),
    ...(style?.['name'] !== undefined && { style: style['name'] }),
    showHeaders: headerRowCount !== '0',
    showTotals: totalsRowCount !== '0',
    showFilterButton: child(root, 'autoFilter') !== undefined,
    showBandedRows: flag(style?.['showRowStripes']),
    ...(flag(style?.['showColumnStripes']) && { showBandedColumns: true }),
    ...(flag(style?.['showFirstColumn']) && { highlightFirstColumn: true }),
    ...(flag(style?.['showLastColumn']) && { highlightLastColumn: true }),
    ...(filters.length > 0 && { filters }),
  };
}

function column(node: XmlNode): BookTableColumn {
  const { id, name = '', totalsRowFunction, totalsRowLabel } = node.attributes;
  const formula = child(node, 'calculatedColumnFormula')?.text;
  const result: BookTableColumn = { id: Number(id), name: decodeText(name) };
  if (formula) result.formula = removePrefixes(decodeText(formula));
  if (totalsRowFunction !== undefined && totalsRowFunction !== 'none') result.totalsFunction = totalsRowFunction;
  if (totalsRowLabel !== undefined) result.totalsLabel = decodeText(totalsRowLabel);
  return result;
}
