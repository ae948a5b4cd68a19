import { CrmError } from '../../shared/errors';
import { cellAddress } from '../address';
import type { BookSheet } from '../book';
import { namespaces } from '../package/names';
import { element, xmlHeader } from '../package/xml';
import { sheetDataXml, usedRange, type CellContext } from './cells';
import { conditionalFormatsXml, validationsXml } from './rules';
import { argb } from './styleParts';
import type { StyleTable } from './styles';

export interface SheetContext extends CellContext {
  readonly active: boolean;
  readonly tableIds: readonly string[];
  readonly drawingId?: string;
}

const defaultWidth = 9.140625;

/** `xl/worksheets/sheetN.xml`; elements in the order the schema demands. */
export function sheetXml(sheet: BookSheet, context: SheetContext): string {
  const cells = sheetDataXml(sheet, context);
  return (
    xmlHeader +
    element(
      'worksheet',
      { xmlns: namespaces.main, 'xmlns:r': namespaces.relationships },
      propertiesXml(sheet),
      element('dimension', { ref: usedRange(sheet) }),
      viewsXml(sheet, context.active),
      element('sheetFormatPr', { defaultRowHeight: 15 }),
      columnsXml(sheet, context.styles),
      cells,
      sheet.protected ? element('sheetProtection', { sheet: 1, objects: 1, scenarios: 1 }) : '',
      mergesXml(sheet.merges),
      conditionalFormatsXml(sheet.conditionalFormats, context.styles),
      validationsXml(sheet.validations),
      element('pageMargins', { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }),
      printXml(sheet.print),
      context.drawingId ? element('drawing', { 'r:id': context.drawingId }) : '',
      tablePartsXml(context.tableIds),
    )
  );
}

function propertiesXml({ tabColor, print }: BookSheet): string {
  const color = tabColor ? element('tabColor', { rgb: argb(tabColor) }) : '';
  const fit = print?.fitToWidth ? element('pageSetUpPr', { fitToPage: 1 }) : '';
  return color + fit === '' ? '' : element('sheetPr', {}, color, fit);
}

function printXml(print: BookSheet['print']): string {
  if (!print) return '';
  return element('pageSetup', {
    orientation: print.landscape ? 'landscape' : 'portrait',
    fitToHeight: print.fitToWidth ? 0 : undefined,
  });
}

function viewsXml(sheet: BookSheet, active: boolean): string {
  const attributes = {
    showGridLines: sheet.showGridlines ? undefined : 0,
    tabSelected: active || undefined,
    workbookViewId: 0,
  };
  return element('sheetViews', {}, element('sheetView', attributes, sheet.freeze ? paneXml(sheet.freeze) : ''));
}

function paneXml({ rows, columns }: NonNullable<BookSheet['freeze']>): string {
  if (rows === 0 && columns === 0) return '';
  const activePane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const topLeftCell = cellAddress(rows, columns);
  const pane = { xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell, activePane, state: 'frozen' };
  return (
    element('pane', pane) + element('selection', { pane: activePane, activeCell: topLeftCell, sqref: topLeftCell })
  );
}

function columnsXml({ columns }: BookSheet, styles: StyleTable): string {
  const items = [...columns]
    .sort(([a], [b]) => a - b)
    .map(([index, { width, hidden, style }]) =>
      element('col', {
        min: index + 1,
        max: index + 1,
        width: width ?? defaultWidth,
        style: styles.cell(style) || undefined,
        hidden: hidden || undefined,
        customWidth: width === undefined ? undefined : 1,
      }),
    );
  return items.length === 0 ? '' : element('cols', {}, ...items);
}

const mergesXml = (merges: readonly string[]): string =>
  merges.length === 0
    ? ''
    : element('mergeCells', { count: merges.length }, ...merges.map((ref) => element('mergeCell', { ref })));

const tablePartsXml = (ids: readonly string[]): string =>
  ids.length === 0
    ? ''
    : element('tableParts', { count: ids.length }, ...ids.map((id) => element('tablePart', { 'r:id': id })));

/** @throws CrmError `badActiveSheet` unless the sheet that opens first is a visible one. */
export function checkActive(sheets: readonly BookSheet[], active: number): void {
  if (sheets[active]?.visibility !== 'visible') throw new CrmError('badActiveSheet', { index: active });
}
