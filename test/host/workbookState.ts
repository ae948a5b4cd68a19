import { formatArea } from '../../src/host/store/address';
import type { Bag } from '../../src/host/store/bag';
import type { Sheet } from '../../src/host/store/sheet';
import type { Table } from '../../src/host/store/table';
import type { Workbook } from '../../src/host/store/workbook';

/** Everything of a workbook that a file is expected to bring back, as plain data. Ids are made anew. */
export function workbookState(workbook: Workbook): unknown {
  workbook.calculateNow();
  return plain({
    date1904: workbook.date1904,
    calculationMode: workbook.calculationMode,
    locked: workbook.protection !== null,
    names: workbook.names.map(({ scope, ...name }) => ({ ...name, scope: scope?.name })),
    settings: workbook.settings,
    customProperties: workbook.customProperties,
    properties: workbook.properties.values,
    xmlParts: workbook.xmlParts,
    active: workbook.activeSheet.name,
    sheets: workbook.sheets.map((sheet) => sheetState(workbook, sheet)),
  });
}

function sheetState(workbook: Workbook, sheet: Sheet): unknown {
  const cells: unknown[] = [];
  sheet.grid.forEach((row, column, cell) => cells.push([row, column, cell]));
  const { name, visibility, tabColor, showGridlines, showHeadings, freeze, merges, protection } = sheet;
  return {
    ...{ name, visibility, tabColor, showGridlines, showHeadings, freeze, merges, protection, cells },
    lines: [sheet.columnWidths, sheet.rowHeights, sheet.hiddenColumns, sheet.hiddenRows, sheet.columnStyles],
    outline: [sheet.rowOutline, sheet.columnOutline],
    filter: [sheet.autoFilter, sheet.filteredRows],
    validations: sheet.validations,
    conditionalFormats: sheet.conditionalFormats.map(({ id: _id, bag, ...format }) => ({
      ...format,
      bag: bagState(bag),
    })),
    charts: sheet.charts.map(({ name: chart, type, series }) => ({
      ...{ chart, type },
      series: series.map(({ name: label, nameRef, valuesRef, categoriesRef }) => [
        label,
        nameRef,
        valuesRef,
        categoriesRef,
      ]),
    })),
    comments: sheet.comments.map(({ id: _id, replies, ...comment }) => ({
      ...comment,
      replies: replies.map(({ id: _reply, ...reply }) => reply),
    })),
    pageLayout: bagState(sheet.pageLayout),
    tables: workbook.tablesOn(sheet).map(tableState),
  };
}

function tableState({ sheet: _sheet, area, ...table }: Table): unknown {
  return { ...table, area: formatArea(area), nextColumnId: undefined };
}

/** Bags below that hold nothing are made by looking for them. */
function bagState({ values, children }: Bag): unknown {
  const below = Object.entries(children).map(([name, child]) => [name, bagState(child)] as const);
  const filled = below.filter(([, child]) => Object.keys(child as object).length > 0);
  return { ...values, ...(filled.length > 0 && { below: Object.fromEntries(filled) }) };
}

/** Maps and sets as sorted lists, and no difference between what is absent and what is undefined. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, item: unknown) =>
      item instanceof Map || item instanceof Set ? [...(item as Iterable<unknown>)].sort(byText) : item,
    ),
  );
}

const byText = (a: unknown, b: unknown): number => JSON.stringify(a).localeCompare(JSON.stringify(b));
