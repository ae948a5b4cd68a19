import { formatRange, parseRange, type CellRange } from '../address';
import type { BookSheet, BookTable, BookTableColumn } from '../book';
import { addPrefixes } from '../package/prefixes';
import { element, textElement, xmlHeader } from '../package/xml';
import { CrmError } from '../../shared/errors';
import { filterXml } from './filters';

/**
 * `xl/tables/tableN.xml`. Calculated columns carry their formula, so that rows typed below get it too (decision 23):
 * exceljs writes none (its pull request #1418) and numbers tables and columns itself, which the meta table must know.
 * @throws CrmError `badTableRange` when the range is no range or its width differs from the columns.
 */
export function tableXml(table: BookTable, sheet: BookSheet): string {
  const range = parseRange(table.range);
  if (!range || range.toColumn - range.fromColumn + 1 !== table.columns.length) {
    throw new CrmError('badTableRange', { table: table.name, range: table.range });
  }
  return (
    xmlHeader +
    element(
      'table',
      tableAttributes(table),
      tableFilterXml(table, range),
      columnsXml(table, sheet, range),
      styleXml(table),
    )
  );
}

const tableAttributes = (table: BookTable): Record<string, string | number | boolean | undefined> => ({
  xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  id: table.id,
  name: table.name,
  displayName: table.name,
  ref: table.range,
  headerRowCount: table.showHeaders ? undefined : 0,
  totalsRowCount: table.showTotals ? 1 : undefined,
  totalsRowShown: table.showTotals ? undefined : false,
});

/** The filter covers the header and the rows, not the totals. */
function tableFilterXml(table: BookTable, range: CellRange): string {
  if (!table.showFilterButton || !table.showHeaders) return '';
  return filterXml(formatRange({ ...range, toRow: range.toRow - Number(table.showTotals) }), table.filters ?? []);
}

function columnsXml(table: BookTable, sheet: BookSheet, range: CellRange): string {
  const totals = sheet.cells.get(range.toRow);
  const columns = table.columns.map((column, index) => {
    const totalsFormula =
      column.totalsFunction === 'custom' ? totals?.get(range.fromColumn + index)?.formula : undefined;
    return columnXml(column, totalsFormula);
  });
  return element('tableColumns', { count: columns.length }, ...columns);
}

function columnXml(
  { id, name, formula, totalsFunction, totalsLabel }: BookTableColumn,
  totalsFormula?: string,
): string {
  return element(
    'tableColumn',
    { id, name, totalsRowFunction: totalsFunction, totalsRowLabel: totalsLabel },
    formula === undefined ? '' : textElement('calculatedColumnFormula', addPrefixes(formula)),
    totalsFormula === undefined ? '' : textElement('totalsRowFormula', addPrefixes(totalsFormula)),
  );
}

const styleXml = (table: BookTable): string =>
  table.style === undefined
    ? ''
    : element('tableStyleInfo', {
        name: table.style,
        showFirstColumn: table.highlightFirstColumn ?? false,
        showLastColumn: table.highlightLastColumn ?? false,
        showRowStripes: table.showBandedRows,
        showColumnStripes: table.showBandedColumns ?? false,
      });
