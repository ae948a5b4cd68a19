import type { Change } from '../store/change';
import type { Workbook } from '../store/workbook';

/** The target id of handlers on the workbook and its collections. */
export const WORKBOOK_TARGET = 'Workbook';

/** Message type numbers, read from the client. */
export const MessageType = {
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
  singleClicked: 21,
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
  shapeActivated: 2101,
  shapeDeactivated: 2102,
  autoSaveSettingChanged: 2200,
  workbookActivated: 2203,
} as const;

/** What a client registers for a message type, where it is not the type's own name: `_RegisterDataChangedEvent`. */
const REGISTERED_AS: Partial<Record<keyof typeof MessageType, string>> = {
  changed: 'DataChanged',
  chartAdded: 'Added',
  chartActivated: 'Activated',
  chartDeactivated: 'Deactivated',
  chartDeleted: 'Deleted',
  tableSelectionChanged: 'SelectionChanged',
  tableChanged: 'DataChanged',
  tableAdded: 'Added',
  tableDeleted: 'Deleted',
  commentAdded: 'Added',
  commentDeleted: 'Deleted',
  commentChanged: 'Changed',
  shapeActivated: 'Activated',
  shapeDeactivated: 'Deactivated',
  workbookActivated: 'Activated',
};

const REGISTRATIONS = new Map<number, string>(
  Object.entries(MessageType).map(([name, type]) => [
    type,
    REGISTERED_AS[name as keyof typeof MessageType] ?? name.charAt(0).toUpperCase() + name.slice(1),
  ]),
);

/** The name under which a client registers for a message type. */
export function registrationOf({ type }: HostEvent): string {
  return REGISTRATIONS.get(type) ?? '';
}

/** One event before it is addressed to a client; `source` and `triggerSource` are added then. */
export interface HostEvent {
  type: number;
  targets: string[];
  args: Record<string, unknown>;
  /** Raised only where it happened (rule `events-of-one-person`): others do not see this selection or this sheet. */
  isLocal?: boolean;
}

export type Kind = Change['kind'];
/** The member of the union that has this kind among its kinds. */
export type Of<K extends Kind, C = Change> = C extends { kind: infer CK } ? (K extends CK ? C : never) : never;
export type Translator<K extends Kind> = (change: Of<K>, workbook: Workbook) => HostEvent[];

/** An event of a sheet and of the workbook's sheets. */
export function onSheet(type: number, sheetId: string, args: Record<string, unknown> = {}): HostEvent {
  return { type, targets: [sheetId, WORKBOOK_TARGET], args: { worksheetId: sheetId, ...args } };
}

/** The same for what one person does in one window. */
export function local(type: number, sheetId: string, args: Record<string, unknown> = {}): HostEvent {
  return { ...onSheet(type, sheetId, args), isLocal: true };
}
