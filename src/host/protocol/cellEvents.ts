import { type Area, columnName, formatArea, intersect } from '../store/address';
import { apiValue, valueType } from '../store/cell';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { type HostEvent, MessageType, type Of, onSheet, WORKBOOK_TARGET } from './hostEvent';

/** A formula's value is known only after the write was calculated. */
function changeDetails({ sheet, area, details }: Of<'cells'>): Record<string, unknown> {
  if (!details) return {};
  const { before } = details;
  const cell = sheet.cell(area.row, area.column);
  const after = cell?.formula === undefined ? details.after : cell.value;
  return {
    valueBefore: apiValue(before),
    valueAfter: apiValue(after),
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

/** One event for the sheet, one for every table the cells lie in. */
export function cellsChanged(change: Of<'cells'>, workbook: Workbook): HostEvent[] {
  const { sheet, area, changeType, shiftDirection = 'None' } = change;
  const shared = { changeType, ...changeDetails(change) };
  const args = { ...shared, shiftDirection, address: formatArea(area), referenceId: `${sheet.id}|${formatArea(area)}` };
  const events = [onSheet(MessageType.changed, sheet.id, args)];
  for (const { table, part } of changedTables(change, workbook)) {
    const address = formatArea(part);
    const tableArgs = {
      ...shared,
      changeType: tableChangeType(change, table, part),
      worksheetId: sheet.id,
      tableId: table.id,
      address,
      referenceId: `${sheet.id}|${address}`,
    };
    events.push({ type: MessageType.tableChanged, targets: [table.id, sheet.id, WORKBOOK_TARGET], args: tableArgs });
  }
  return [...events, ...formulasChanged(change)];
}

type TablePart = NonNullable<Of<'cells'>['tables']>[number];

/** The tables in which cells changed: those that lost some, else those that the cells now lie in. */
function changedTables({ sheet, area, tables }: Of<'cells'>, workbook: Workbook): readonly TablePart[] {
  if (tables) return tables.filter(({ table }) => workbook.tables.includes(table));
  return workbook.tablesOn(sheet).flatMap((table) => {
    const part = intersect(table.area, area);
    return part ? [{ table, part }] : [];
  });
}

/** Cells inserted or deleted across a whole table are rows (columns) to it (rule `table-rows-are-rows`). */
function tableChangeType({ changeType, shiftDirection }: Of<'cells'>, table: Table, part: Area): string {
  const isVertical = shiftDirection === 'ShiftCellDown' || shiftDirection === 'ShiftCellUp';
  const isWhole = isVertical ? part.columns >= table.area.columns : part.rows >= table.area.rows;
  return isWhole ? changeType.replace('Cell', isVertical ? 'Row' : 'Column') : changeType;
}

function formulasChanged({ sheet, formulas = [] }: Of<'cells'>): HostEvent[] {
  if (formulas.length === 0) return [];
  const formulaDetails = formulas.map(({ row, column, previous }) => ({
    cellAddress: columnName(column) + (row + 1),
    previousFormula: previous,
  }));
  return [onSheet(MessageType.formulaChanged, sheet.id, { formulaDetails })];
}
