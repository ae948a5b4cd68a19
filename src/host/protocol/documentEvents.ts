import { type Area, contains, intersect } from '../store/address';
import type { Change } from '../store/change';
import type { Sheet } from '../store/sheet';
import type { Binding, Workbook } from '../store/workbook';

/** Numbers of the old document events, read from the client. */
const DocumentEventType = { settings: 1, selection: 2, bindingSelection: 3, bindingData: 4 } as const;

/** One of the events that office.js registers by itself, without the host's knowledge. */
export interface DocumentEvent {
  type: number;
  /** A binding's id, or '' for the document. */
  target: string;
  args: Record<string, unknown>;
  /** Raised only where it happened. */
  isLocal: boolean;
}

function areaOf({ anchor, table }: Binding): Area | null {
  return table ? table.area : anchor.area;
}

function isOn({ anchor, table }: Binding, sheet: Sheet): boolean {
  return (table?.sheet ?? anchor.sheet) === sheet;
}

/** The bindings whose cells are among some areas (rule `binding-hears-formulas`). */
function dataChanged(workbook: Workbook, sheet: Sheet, areas: readonly Area[]): DocumentEvent[] {
  const touched = [...workbook.bindings.values()].filter((binding) => {
    const own = areaOf(binding);
    return own !== null && isOn(binding, sheet) && areas.some((area) => intersect(own, area));
  });
  return touched.map(({ id }) => ({ type: DocumentEventType.bindingData, target: id, args: {}, isLocal: false }));
}

/** Where a selection lies in a binding: rows and columns from the binding's own top left cell. */
function bindingSelection(workbook: Workbook, sheet: Sheet, area: Area): DocumentEvent[] {
  return [...workbook.bindings.values()].flatMap((binding) => {
    const own = isOn(binding, sheet) ? areaOf(binding) : null;
    const part = own && intersect(own, area);
    if (!own || !part || !contains(own, area.row, area.column)) return [];
    const args = {
      startRow: part.row - own.row,
      startColumn: part.column - own.column,
      rowCount: part.rows,
      columnCount: part.columns,
    };
    return [{ type: DocumentEventType.bindingSelection, target: binding.id, args, isLocal: true }];
  });
}

type Kind = Change['kind'];
type Of<K extends Kind> = Extract<Change, { kind: K }>;

const TRANSLATORS: { [K in Kind]?: (change: Of<K>, workbook: Workbook) => DocumentEvent[] } = {
  cells: ({ sheet, area }, workbook) => dataChanged(workbook, sheet, [area]),
  format: ({ sheet, area }, workbook) => dataChanged(workbook, sheet, [area]),
  calculated: ({ sheet, area, parts }, workbook) => dataChanged(workbook, sheet, parts ?? [area]),
  selection: ({ sheet, area }, workbook) => [
    { type: DocumentEventType.selection, target: '', args: {}, isLocal: true },
    ...bindingSelection(workbook, sheet, area),
  ],
  settings: ({ saved }) =>
    saved === true ? [{ type: DocumentEventType.settings, target: '', args: {}, isLocal: false }] : [],
};

/** The document events of one change: selection, settings, bindings. */
export function documentEventsOf(change: Change, workbook: Workbook): DocumentEvent[] {
  return TRANSLATORS[change.kind]?.(change as never, workbook) ?? [];
}
