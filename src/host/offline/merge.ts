import { deleteCells, insertCells } from '../edit/shiftCells';
import { addRowsBelow } from '../edit/tableGrowth';
import { HostError } from '../errors';
import { type Area, areaBetween, boundingArea, lastRow } from '../store/address';
import type { Cell } from '../store/cell';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { type Place, sameCell } from './cells';
import { changedRules } from './rules';
import type { Band, Tracks } from './tracks';

/** What became of a client's offline edits. */
export interface MergeReport {
  /** Cells that were taken over. */
  readonly written: number;
  /** Cells among them that somebody else had changed meanwhile. */
  readonly overwritten: number;
  /** What could not be taken over; with it comes "refresh recommended". */
  readonly lost: readonly string[];
}

export interface MergeSides {
  readonly base: Workbook;
  readonly own: Workbook;
  readonly shared: Workbook;
  readonly bands: readonly Band[];
  /** Where the base's cells are in the client's copy and in the shared workbook. */
  readonly here: Tracks;
  readonly there: Tracks;
  /** Tables to which the client added rows with `rows.add`. */
  readonly rowsAdded: ReadonlySet<string>;
}

/**
 * Merges a client's copy into the shared workbook (rules `offline-*`): rows it inserted or deleted first, then its cells,
 * each where the base's cell is now; the merging client is the last writer. Then its tables cover what they gained.
 */
export function mergeOffline(sides: MergeSides): MergeReport {
  const merge = new Merge(sides);
  for (const band of sides.bands) merge.mergeBand(band);
  merge.mergeNames();
  merge.checkTables();
  return merge.report;
}

class Merge {
  readonly report = { written: 0, overwritten: 0, lost: [] as string[] };

  constructor(private readonly sides: MergeSides) {}

  mergeBand(band: Band): void {
    const own = this.sides.own.findSheet(band.sheetId);
    const shared = this.sides.shared.findSheet(band.sheetId);
    const base = this.sides.base.findSheet(band.sheetId);
    if (!base || !own) return;
    const work = new BandMerge(this.sides, band, { base, own, shared }, this.report);
    if (!shared) return work.reportDeletedSheet();
    work.run(shared);
  }

  /** A new or changed name is taken over; who changed one that others changed too comes last and wins. */
  mergeNames(): void {
    const { base, own, shared } = this.sides;
    for (const name of own.names) {
      const before = base.findName(name.name);
      if (name.scope || before?.formula === name.formula) continue;
      const there = shared.findName(name.name);
      if (there) there.formula = name.formula;
      else shared.names.push({ ...name });
      shared.emit({ kind: 'structure' });
    }
  }

  /** Renames and new columns have no place to be merged to. */
  checkTables(): void {
    const { base, own } = this.sides;
    const shape = (table: Table) =>
      JSON.stringify([table.name, table.columns.map(({ name }) => name), table.showTotals]);
    for (const table of own.tables) {
      const before = base.findTable(table.id);
      if (before && shape(before) !== shape(table)) this.report.lost.push(`table ${before.name}`);
    }
  }
}

interface SheetSides {
  readonly base: Sheet;
  readonly own: Sheet;
  readonly shared: Sheet | undefined;
}

/** The cells of one band. */
class BandMerge {
  /** Rows of the client's copy that have no counterpart in the base, and where they went. */
  private readonly inserted = new Map<number, number>();
  private readonly ownTable: Table | undefined;
  private readonly baseTable: Table | undefined;
  private changed: Area | null = null;

  constructor(
    private readonly sides: MergeSides,
    private readonly band: Band,
    private readonly sheets: SheetSides,
    private readonly report: { written: number; overwritten: number; lost: string[] },
  ) {
    const onBand = (table: Table) => table.sheet.id === band.sheetId && table.area.column === band.from;
    this.baseTable = sides.base.tables.find(onBand);
    this.ownTable = this.baseTable && sides.own.tables.find(({ id }) => id === this.baseTable?.id);
  }

  reportDeletedSheet(): void {
    if (this.edits().length > 0) this.report.lost.push(`sheet ${this.sheets.base.name}`);
  }

  run(shared: Sheet): void {
    const edits = this.edits();
    const drops = this.dropsAddedRows();
    const offset = this.offsetBelow(edits);
    this.reportRules();
    this.attempt('deleted rows', () => this.deleteRows(shared));
    this.attempt('inserted rows', () => this.insertRows(shared));
    for (const edit of edits) {
      const isNew = this.isNewRow(edit.row);
      if (isNew && drops) continue;
      this.write(shared, edit, isNew ? offset : 0);
    }
    if (drops) this.report.lost.push(`rows added to ${this.baseTable?.name}`);
    else this.attempt('table growth', () => this.growTable(offset));
    if (this.changed)
      this.sides.shared.emit({ kind: 'cells', sheet: shared, area: this.changed, changeType: 'RangeEdited' });
  }

  /** Choices and conditional formats that the client set itself; those of new rows come with the growth of the table. */
  private reportRules(): void {
    const { band, sheets, sides } = this;
    const area = areaBetween(0, band.from, band.rows - 1, band.to);
    const placeOf = (row: number, column: number) => {
      const [there, across] = [sides.here.rowOf(band, row), sides.here.columnOf(band, column)];
      return there === null || across === null || this.isNewRow(row) ? null : ([there, across] as const);
    };
    for (const kind of changedRules({ base: sheets.base, own: sheets.own, area, placeOf })) {
      const what = `${kind} on ${sheets.base.name}`;
      if (!this.report.lost.includes(what)) this.report.lost.push(what);
    }
  }

  private attempt(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.report.lost.push(`${what} on ${this.sheets.base.name}: ${error.code}`);
    }
  }

  /** Cells of the base whose content or format the client changed. */
  private edits(): { row: number; column: number; cell: Cell | undefined }[] {
    const { band, sheets } = this;
    const { here } = this.sides;
    const edits: { row: number; column: number; cell: Cell | undefined }[] = [];
    const [baseBottom, ownBottom] = [sheets.base, sheets.own].map(bottomOf) as [number, number];
    for (let row = 0; row < band.rows; row++) {
      const ownRow = here.rowOf(band, row);
      if (ownRow === null || (row > baseBottom && ownRow > ownBottom)) continue;
      for (let column = band.from; column <= band.to; column++) {
        const ownColumn = here.columnOf(band, column);
        if (ownColumn === null) continue;
        const cell = sheets.own.cell(ownRow, ownColumn);
        const before = sheets.base.cell(row, column);
        const isSame = sameCell(before, [row, column], cell, [ownRow, ownColumn]);
        if (!isSame || (this.isNewRow(row) && this.isRowInOwnTable(ownRow))) edits.push({ row, column, cell });
      }
    }
    return edits;
  }

  /** Whether a row of the base lay under the table. */
  private isNewRow(row: number): boolean {
    return this.baseTable !== undefined && row > this.baseTable.bodyBottom;
  }

  private isRowInOwnTable(ownRow: number): boolean {
    return this.ownTable !== undefined && ownRow <= this.ownTable.bodyBottom && ownRow >= this.ownTable.bodyTop;
  }

  private get sharedTable(): Table | undefined {
    return this.sides.shared.tables.find(({ id }) => id === this.baseTable?.id);
  }

  /** Rows by which others made the table longer. */
  private get grownThere(): number {
    const firstBelow = this.baseTable && this.sides.there.rowOf(this.band, this.baseTable.bodyBottom + 1);
    if (!this.sharedTable || firstBelow === null || firstBelow === undefined) return 0;
    return Math.max(0, this.sharedTable.bodyBottom - firstBelow + 1);
  }

  /** Rule `same-cell-last-writer`: the usual reading moves rows apart that were added on both sides. */
  private offsetBelow(edits: readonly { row: number }[]): number {
    if (this.sides.shared.variant === 'pessimistic' || !edits.some(({ row }) => this.isNewRow(row))) return 0;
    return this.grownThere;
  }

  /** Rule `rows-add-conflicts`: rows added with `rows.add` are lost when others added some too. */
  private dropsAddedRows(): boolean {
    const { shared, rowsAdded } = this.sides;
    const isAdded = this.baseTable !== undefined && rowsAdded.has(this.baseTable.id);
    return isAdded && shared.variant === 'pessimistic' && this.grownThere > 0;
  }

  private sharedRow(row: number): number | null {
    return this.sides.there.rowOf(this.band, row);
  }

  private bandArea(row: number, rows: number): Area | null {
    const [from, to] = [this.band.from, this.band.to].map((column) => this.sides.there.columnOf(this.band, column));
    return from === null || to === null || from === undefined || to === undefined
      ? null
      : areaBetween(row, from, row + rows - 1, to);
  }

  private deleteRows(shared: Sheet): void {
    for (let row = this.band.rows - 1; row >= 0; row--) {
      if (this.sides.here.rowOf(this.band, row) !== null) continue;
      const at = this.sharedRow(row);
      const area = at === null ? null : this.bandArea(at, 1);
      if (area) deleteCells(this.sides.shared, shared, area, 'Up');
    }
  }

  /** Rows of the client's copy that no row of the base became, in front of the row that follows them. */
  private insertRows(shared: Sheet): void {
    let expected = 0;
    for (let row = 0; row < this.band.rows; row++) {
      const ownRow = this.sides.here.rowOf(this.band, row);
      if (ownRow === null) continue;
      const at = this.sharedRow(row);
      if (ownRow > expected && at !== null) this.insertRun(shared, expected, ownRow - expected, at);
      expected = ownRow + 1;
    }
  }

  private insertRun(shared: Sheet, ownRow: number, count: number, at: number): void {
    const area = this.bandArea(at, count);
    if (!area) return;
    insertCells(this.sides.shared, shared, area, 'Down');
    for (let row = 0; row < count; row++) {
      this.inserted.set(ownRow + row, at + row);
      for (let column = 0; column < area.columns; column++)
        this.put(shared, at + row, area.column + column, this.sheets.own.cell(ownRow + row, this.band.from + column));
    }
  }

  private write(shared: Sheet, edit: { row: number; column: number; cell: Cell | undefined }, offset: number): void {
    const row = this.sharedRow(edit.row);
    const column = this.sides.there.columnOf(this.band, edit.column);
    if (row === null || column === null) {
      const what = `cell in a row deleted on ${this.sheets.base.name}`;
      if (!this.report.lost.includes(what)) this.report.lost.push(what);
      return;
    }
    const [there, before] = [shared.cell(row + offset, column), this.sheets.base.cell(edit.row, edit.column)];
    const [at, origin]: [Place, Place] = [
      [row + offset, column],
      [edit.row, edit.column],
    ];
    const isContested = !sameCell(before, origin, there, at) && !sameCell(edit.cell, origin, there, at);
    if (isContested && offset === 0) this.report.overwritten++;
    this.put(shared, row + offset, column, edit.cell);
  }

  private put(shared: Sheet, row: number, column: number, cell: Cell | undefined): void {
    shared.grid.put(row, column, cell && { ...cell });
    this.report.written++;
    const area = areaBetween(row, column, row, column);
    this.changed = this.changed ? boundingArea(this.changed, area) : area;
  }

  /** The table takes in what the client's copy of it holds. */
  private growTable(offset: number): void {
    const { ownTable, sharedTable, baseTable } = this;
    if (!ownTable || !sharedTable || !baseTable) return;
    const last = this.placeOf(ownTable.bodyBottom, offset);
    if (last !== null && last > sharedTable.bodyBottom)
      addRowsBelow(this.sides.shared, sharedTable, last - sharedTable.bodyBottom);
  }

  private placeOf(ownRow: number, offset: number): number | null {
    const inserted = this.inserted.get(ownRow);
    if (inserted !== undefined) return inserted;
    for (let row = 0; row < this.band.rows; row++) {
      if (this.sides.here.rowOf(this.band, row) !== ownRow) continue;
      const at = this.sharedRow(row);
      return at === null ? null : at + (this.isNewRow(row) ? offset : 0);
    }
    return null;
  }
}

/** The last row in which there is a cell; -1: none. */
function bottomOf(sheet: Sheet): number {
  const used = sheet.grid.bounds(() => true);
  return used ? lastRow(used) : -1;
}
