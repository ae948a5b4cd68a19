import type { ChangeHint } from '../actions/home';
import type { Handlers } from './handlers';
import type { LayoutMemory } from './layoutMemory';
import type { WritableLayout } from './layout';

/** How long it must be quiet before anybody is told, in milliseconds. */
const quiet = 300;

/** Starts a timer, returns what stops it; injected in tests. */
export type StartTimer = (run: () => void, milliseconds: number) => () => void;

export const startTimer: StartTimer = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** One change that was not this add-in's, by the CRM tables that it concerns. */
export interface TableChange {
  readonly tables: readonly string[];
  readonly remote: boolean;
  /** Rows or cells were deleted, not written. */
  readonly deletes: boolean;
}

/** What the handlers keep until it is quiet. */
interface SheetEvent {
  readonly sheetId: string;
  /** `null`: a sheet or table came or went. */
  readonly columns: readonly [number, number] | null;
  readonly remote: boolean;
  readonly deletes: boolean;
}

/**
 * Listens for changes that this add-in did not make (decision 20). Handlers only take notes: Excel calls them at every
 * co-author's, some events come twice and some never. When it has been quiet, the notes are sorted by table and told.
 */
export class Watch {
  private events: SheetEvent[] = [];
  private stopTimer: () => void = () => undefined;
  private sheetNames: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly handlers: Handlers,
    private readonly memory: LayoutMemory,
    private readonly start: StartTimer,
    private readonly tell: (hint: ChangeHint, changes: readonly TableChange[]) => void,
  ) {}

  async begin(): Promise<void> {
    await this.handlers.add(({ worksheets, tables }) => [
      worksheets.onChanged.add(this.onChanged),
      worksheets.onAdded.add(this.onStructure),
      worksheets.onDeleted.add(this.onStructure),
      tables.onAdded.add(this.onStructure),
      tables.onDeleted.add(this.onStructure),
    ]);
  }

  async end(): Promise<void> {
    this.stopTimer();
    await this.handlers.remove();
  }

  private readonly onChanged = async (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (event.triggerSource === 'ThisLocalAddin') return;
    this.note({
      sheetId: event.worksheetId,
      columns: columnsOf(event.address),
      remote: event.source === 'Remote',
      deletes: deletions.has(event.changeType),
    });
  };

  private readonly onStructure = async (event: {
    readonly worksheetId: string;
    readonly source: string;
  }): Promise<void> => {
    // These events do not tell whose doing it was; our own installation only makes us look once more.
    this.note({ sheetId: event.worksheetId, columns: null, remote: event.source === 'Remote', deletes: false });
  };

  private note(event: SheetEvent): void {
    this.events.push(event);
    this.stopTimer();
    this.stopTimer = this.start(() => void this.flush(), quiet);
  }

  private async flush(): Promise<void> {
    const events = this.events.splice(0);
    const structure = events.some(({ columns }) => columns === null);
    if (structure) this.memory.known = null;
    const changes = await this.sortByTable(events);
    const tables = [...new Set(changes.flatMap((change) => change.tables))];
    if (!structure && !tables.length) return;
    this.tell({ tables, structure, remote: events.some(({ remote }) => remote) }, changes);
  }

  private async sortByTable(events: readonly SheetEvent[]): Promise<TableChange[]> {
    return this.memory.with(async (context, layout) => {
      if (this.isMapStale(events, layout)) await this.mapSheets(context);
      return events.flatMap(({ sheetId, columns, remote, deletes }) => {
        const tables = columns ? tablesAt(layout, this.sheetNames.get(sheetId), columns) : [];
        return tables.length ? [{ tables, remote, deletes }] : [];
      });
    });
  }

  /** Events name sheets by id, the layout by name. */
  private isMapStale(events: readonly SheetEvent[], { tables }: WritableLayout): boolean {
    const names = new Set(this.sheetNames.values());
    const isUnknown = events.some(({ sheetId, columns }) => columns !== null && !this.sheetNames.has(sheetId));
    return isUnknown || [...tables.values()].some(({ sheet }) => !names.has(sheet));
  }

  private async mapSheets(context: Excel.RequestContext): Promise<void> {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    await context.sync();
    this.sheetNames = new Map(worksheets.items.map(({ id, name }) => [id, name]));
  }
}

const deletions: ReadonlySet<string> = new Set(['RowDeleted', 'CellDeleted', 'ColumnDeleted']);

const tablesAt = ({ tables }: WritableLayout, sheet: string | undefined, [first, last]: readonly [number, number]) =>
  [...tables.values()]
    .filter((table) => table.sheet === sheet && table.left <= last && table.left + table.captions.length > first)
    .map(({ id }) => id);

const everyColumn: readonly [number, number] = [0, Infinity];

/** 0-based columns of an address such as `B2:C9`, `Sheet1!A1`, `3:3` or several areas. */
function columnsOf(address: string): readonly [number, number] {
  const letters = [...address.replace(/[^,!]*!/g, '').matchAll(/\$?([A-Z]+)\$?\d*/gi)].map(([, text]) =>
    numberOf(text!),
  );
  return letters.length ? [Math.min(...letters), Math.max(...letters)] : everyColumn;
}

const numberOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
