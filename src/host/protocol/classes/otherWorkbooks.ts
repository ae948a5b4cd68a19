import { insertSheets, workbookFromBase64 } from '../../edit/insertSheets';
import type { Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';
import { list, oneOf, optionalText, record, text } from '../convert';
import { type Call, defineClass, HostObject, object } from '../hostClass';

const POSITIONS = ['None', 'Before', 'After', 'Beginning', 'End'] as const;

function sheetArgument(workbook: Workbook, value: unknown): Sheet | null {
  if (value === null || value === undefined) return null;
  return value instanceof HostObject ? (value.target as Sheet) : workbook.sheet(text(value));
}

/** Where sheets go; without a sheet to go by, only the start and the end are places. */
function indexOf(workbook: Workbook, positionType: unknown, relativeTo: unknown): number {
  const position = oneOf(positionType, POSITIONS, 'End');
  const other = sheetArgument(workbook, relativeTo);
  if (!other || position === 'Beginning' || position === 'End')
    return position === 'Beginning' ? 0 : workbook.sheets.length;
  return workbook.sheets.indexOf(other) + (position === 'Before' ? 0 : 1);
}

/** `workbook.insertWorksheetsFromBase64(file, options)`: the ids of the new sheets. */
export function insertWorksheets(workbook: Workbook, [file, options]: unknown[]): string[] {
  const { positionType, relativeTo, sheetNamesToInsert: names } = options ? record(options) : {};
  const from = workbookFromBase64(text(file));
  const wanted = names === null || names === undefined ? null : list(names).map(text);
  return insertSheets(workbook, from, wanted, indexOf(workbook, positionType, relativeTo)).map(({ id }) => id);
}

/** Opens a new workbook in a window of its own (rule `new-workbook-elsewhere`). @throws InvalidArgument */
export function openOtherWorkbook(_workbook: Workbook, [file]: unknown[]): void {
  const base64 = optionalText(file);
  if (base64) workbookFromBase64(base64);
}

/** `application.createWorkbook(file)`: made, and opened when asked to. */
export function createOtherWorkbook(workbook: Workbook, args: unknown[]): HostObject {
  openOtherWorkbook(workbook, args);
  return object('WorkbookCreated', { id: `Book${workbook.nextNumber('workbook') + 1}` });
}

export const workbookCreatedClass = defineClass<{ id: string }>({
  identity: ({ id }) => id,
  properties: { Id: { get: ({ id }) => id } },
  methods: { Open: (_target, _args, _call: Call) => undefined },
});
