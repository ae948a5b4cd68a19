import { type Area, formatArea, intersect, lastRow } from '../store/address';
import type { Change } from '../store/change';
import type { Comment } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { cellsChanged } from './cellEvents';
import {
  type HostEvent,
  type Kind,
  local,
  MessageType,
  type Of,
  onSheet,
  type Translator,
  WORKBOOK_TARGET,
} from './hostEvent';

function selectionChanged({ sheet, area }: Of<'selection'>, workbook: Workbook): HostEvent[] {
  const inTables = workbook.tablesOn(sheet).map((table): HostEvent => {
    const part: Area | null = intersect(table.area, area);
    const address = part ? formatArea(part) : '';
    return {
      type: MessageType.tableSelectionChanged,
      targets: [table.id],
      args: { worksheetId: sheet.id, tableId: table.id, address },
      isLocal: true,
    };
  });
  return [local(MessageType.selectionChanged, sheet.id, { address: formatArea(area) }), ...inTables];
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

function chartEvent(type: number, isLocal = false) {
  return ({ chart, sheet }: Of<'chartAdded'>): HostEvent[] => [
    { type, targets: [chart.id, sheet.id], args: { worksheetId: sheet.id, chartId: chart.id }, isLocal },
  ];
}

function shapeEvent(type: number) {
  return ({ shape, sheet }: Of<'shapeActivated'>): HostEvent[] => [
    { type, targets: [shape.id], args: { worksheetId: sheet.id, shapeId: shape.id }, isLocal: true },
  ];
}

function ids(comments: readonly Comment[]): string[] {
  return comments.map(({ id }) => id);
}

function commentEvent(type: number) {
  return ({ comment, sheet }: Of<'commentAdded'>): HostEvent[] => [
    onSheet(type, sheet.id, { commentDetails: [{ commentId: comment.id, replyIds: ids(comment.replies) }] }),
  ];
}

function commentChanged({ comment, sheet, changeType = 'CommentEdited', replyIds }: Of<'commentChanged'>): HostEvent[] {
  const commentDetails = [{ commentId: comment.id, replyIds: replyIds ?? ids(comment.replies) }];
  return [onSheet(MessageType.commentChanged, sheet.id, { changeType, commentDetails })];
}

/** Where values changed, cell by cell, while that fits into an address; else the area around them. */
function calculatedAddress({ area, parts }: Of<'calculated'>): string {
  return addressOf(parts ?? [area]) ?? formatArea(area);
}

/** Excel cuts multi-area addresses at 8,192 characters; the host gives none instead of half a one. */
const MAX_ADDRESS = 8192;

function addressOf(areas: readonly Area[]): string | null {
  const address = areas.map(formatArea).join(',');
  return address.length <= MAX_ADDRESS ? address : null;
}

function workbookEvent(type: number): HostEvent {
  return { type, targets: [WORKBOOK_TARGET], args: {}, isLocal: true };
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
  calculated: (change) => [onSheet(MessageType.calculated, change.sheet.id, { address: calculatedAddress(change) })],
  selection: selectionChanged,
  sheetAdded: ({ sheet }) => [onSheet(MessageType.added, sheet.id)],
  sheetDeleted: ({ sheet }) => [onSheet(MessageType.deleted, sheet.id)],
  sheetActivated: ({ sheet }) => [local(MessageType.activated, sheet.id)],
  sheetDeactivated: ({ sheet }) => [local(MessageType.deactivated, sheet.id)],
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
  sorted: ({ sheet, area, axis, moved = [area] }) => [
    onSheet(axis === 'row' ? MessageType.rowSorted : MessageType.columnSorted, sheet.id, {
      address: addressOf(moved) ?? formatArea(area),
    }),
  ],
  tableAdded: tableEvent(MessageType.tableAdded),
  tableDeleted: tableEvent(MessageType.tableDeleted),
  // onFiltered is a preview: no class of the client has it.
  tableFiltered: () => [],
  chartAdded: chartEvent(MessageType.chartAdded),
  chartDeleted: chartEvent(MessageType.chartDeleted),
  chartActivated: chartEvent(MessageType.chartActivated, true),
  chartDeactivated: chartEvent(MessageType.chartDeactivated, true),
  commentAdded: commentEvent(MessageType.commentAdded),
  commentChanged,
  commentDeleted: commentEvent(MessageType.commentDeleted),
  shapeActivated: shapeEvent(MessageType.shapeActivated),
  shapeDeactivated: shapeEvent(MessageType.shapeDeactivated),
  clicked: ({ sheet, area, x, y }) => [
    local(MessageType.singleClicked, sheet.id, { address: formatArea(area), offsetX: x, offsetY: y }),
  ],
  workbookActivated: () => [workbookEvent(MessageType.workbookActivated)],
  autoSaveChanged: () => [workbookEvent(MessageType.autoSaveSettingChanged)],
  // Rule `pivot-silent`: no event tells of a pivot table's cells.
  pivot: () => [],
  settings: () => [],
  structure: () => [],
};

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
