import { type Area, formatArea, intersect, lastColumn, lastRow } from '../store/address';
import { apiValue, valueType } from '../store/cell';
import { cellKey } from '../store/sheet';
import type { Change } from '../store/change';
import type { Workbook } from '../store/workbook';

/** The target id of handlers on the workbook and its collections. */
const WORKBOOK_TARGET = 'Workbook';

/** Message type numbers, read from the client. */
const MessageType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  rowHiddenChanged: 22,
  formulaChanged: 23,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
} as const;

/** One event before it is addressed to a client; `source` and `triggerSource` are added then. */
export interface HostEvent {
  type: number;
  targets: string[];
  args: Record<string, unknown>;
}

type Kind = Change['kind'];
/** The member of the union that has this kind among its kinds. */
type Of<K extends Kind, C = Change> = C extends { kind: infer CK } ? (K extends CK ? C : never) : never;
type Translator<K extends Kind> = (change: Of<K>, workbook: Workbook) => HostEvent[];

function onSheet(type: number, sheetId: string, args: Record<string, unknown> = {}): HostEvent {
  return { type, targets: [sheetId, WORKBOOK_TARGET], args: { worksheetId: sheetId, ...args } };
}

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
function cellsChanged(change: Of<'cells'>, workbook: Workbook): HostEvent[] {
  const { sheet, area, changeType, shiftDirection = 'None' } = change;
  const shared = { changeType, ...changeDetails(change) };
  const args = { ...shared, shiftDirection, address: formatArea(area), referenceId: `${sheet.id}|${formatArea(area)}` };
  const events = [onSheet(MessageType.changed, sheet.id, args)];
  for (const table of workbook.tablesOn(sheet)) {
    const part = intersect(table.area, area);
    if (!part) continue;
    const address = formatArea(part);
    const tableArgs = {
      ...shared,
      worksheetId: sheet.id,
      tableId: table.id,
      address,
      referenceId: `${sheet.id}|${address}`,
    };
    events.push({ type: MessageType.tableChanged, targets: [table.id, sheet.id, WORKBOOK_TARGET], args: tableArgs });
  }
  return [...events, ...formulasChanged(change)];
}

function formulasChanged({ sheet, formulas = [] }: Of<'cells'>): HostEvent[] {
  if (formulas.length === 0) return [];
  const formulaDetails = formulas.map(({ row, column, previous }) => ({
    cellAddress: cellKey(row, column),
    previousFormula: previous,
  }));
  return [onSheet(MessageType.formulaChanged, sheet.id, { formulaDetails })];
}

function selectionChanged({ sheet, area }: Of<'selection'>, workbook: Workbook): HostEvent[] {
  const inTables = workbook.tablesOn(sheet).map((table): HostEvent => {
    const part: Area | null = intersect(table.area, area);
    const address = part ? formatArea(part) : '';
    return {
      type: MessageType.tableSelectionChanged,
      targets: [table.id],
      args: { worksheetId: sheet.id, tableId: table.id, address },
    };
  });
  return [onSheet(MessageType.selectionChanged, sheet.id, { address: formatArea(area) }), ...inTables];
}

function tableEvent(type: number) {
  return ({ table, sheet }: { table: Workbook['tables'][number]; sheet: Workbook['activeSheet'] }): HostEvent[] => [
    {
      type,
      targets: [sheet.id, WORKBOOK_TARGET],
      args: { worksheetId: sheet.id, tableId: table.id, tableName: table.name },
    },
  ];
}

function chartEvent(type: number) {
  return ({ chart, sheet }: Of<'chartAdded'>): HostEvent[] => [
    { type, targets: [chart.id, sheet.id], args: { worksheetId: sheet.id, chartId: chart.id } },
  ];
}

function commentEvent(type: number) {
  return ({ comment, sheet }: Of<'commentAdded'>): HostEvent[] => [
    onSheet(type, sheet.id, {
      changeType: 'CommentEdited',
      commentDetails: [{ commentId: comment.id, replyIds: comment.replies.map((reply) => reply.id) }],
    }),
  ];
}

/** Every kind of change as the events Excel raises for it. */
const TRANSLATORS: { [K in Kind]: Translator<K> } = {
  cells: cellsChanged,
  format: ({ sheet, area }) => [
    onSheet(MessageType.formatChanged, sheet.id, {
      address: formatArea(area),
      referenceId: `${sheet.id}|${formatArea(area)}`,
    }),
  ],
  calculated: ({ sheet, area }) => [onSheet(MessageType.calculated, sheet.id, { address: formatArea(area) })],
  selection: selectionChanged,
  sheetAdded: ({ sheet }) => [onSheet(MessageType.added, sheet.id)],
  sheetDeleted: ({ sheet }) => [onSheet(MessageType.deleted, sheet.id)],
  sheetActivated: ({ sheet }) => [onSheet(MessageType.activated, sheet.id)],
  sheetDeactivated: ({ sheet }) => [onSheet(MessageType.deactivated, sheet.id)],
  sheetRenamed: ({ sheet, before, after }) => [
    onSheet(MessageType.nameChanged, sheet.id, { nameBefore: before, nameAfter: after }),
  ],
  sheetMoved: ({ sheet, before, after }) => [
    onSheet(MessageType.moved, sheet.id, { positionBefore: before, positionAfter: after }),
  ],
  sheetVisibility: ({ sheet, before, after }) => [
    onSheet(MessageType.visibilityChanged, sheet.id, { visibilityBefore: before, visibilityAfter: after }),
  ],
  protection: ({ sheet, isProtected }) => [onSheet(MessageType.protectionChanged, sheet.id, { isProtected })],
  rowHidden: ({ sheet, area, hidden }) => [
    onSheet(MessageType.rowHiddenChanged, sheet.id, {
      address: `${area.row + 1}:${lastRow(area) + 1}`,
      changeType: hidden ? 'Hidden' : 'Unhidden',
    }),
  ],
  sorted: ({ sheet, area, axis }) => [
    onSheet(axis === 'row' ? MessageType.rowSorted : MessageType.columnSorted, sheet.id, {
      address: sortedAddress(area, axis),
    }),
  ],
  tableAdded: tableEvent(MessageType.tableAdded),
  tableDeleted: tableEvent(MessageType.tableDeleted),
  // The filtered event (onFiltered) is not in the client's stable set.
  tableFiltered: () => [],
  chartAdded: chartEvent(MessageType.chartAdded),
  chartDeleted: chartEvent(MessageType.chartDeleted),
  chartActivated: chartEvent(MessageType.chartActivated),
  chartDeactivated: chartEvent(MessageType.chartDeactivated),
  commentAdded: commentEvent(MessageType.commentAdded),
  commentChanged: commentEvent(MessageType.commentChanged),
  commentDeleted: commentEvent(MessageType.commentDeleted),
  settings: () => [],
  structure: () => [],
};

function sortedAddress(area: Area, axis: 'row' | 'column'): string {
  if (axis === 'column')
    return formatArea({ ...area, column: area.column, columns: lastColumn(area) - area.column + 1 });
  return formatArea(area);
}

/** The events of one change, in Excel's order. */
export function eventsOf(change: Change, workbook: Workbook): HostEvent[] {
  return (TRANSLATORS[change.kind] as Translator<Kind>)(change as never, workbook);
}

/** What `OfficeExtension` is handed for one event and one client. */
export function eventMessage(event: HostEvent, isOrigin: boolean, byAddin: boolean): { entries: unknown[] } {
  const args = {
    ...event.args,
    source: isOrigin ? 'Local' : 'Remote',
    triggerSource: isOrigin && byAddin ? 'ThisLocalAddin' : 'Unknown',
  };
  const entry = {
    messageCategory: 65536,
    messageType: event.type,
    isRemoteOverride: !isOrigin,
    message: JSON.stringify(args),
  };
  return { entries: event.targets.map((targetId) => ({ ...entry, targetId })) };
}
