import { areaBetween, lastColumn, lastRow } from '../store/address';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Anchor, Workbook } from '../store/workbook';

/** Columns of a sheet whose cells move together: those of a table, or a single one. */
export interface Band {
  readonly sheetId: string;
  readonly from: number;
  readonly to: number;
  /** Rows 0 to `rows - 1` are followed. */
  readonly rows: number;
}

/** Rows under the last used one that are followed too, because records are added there. */
const ROWS_BELOW = 200;

/** The bands of a workbook: together they hold every used cell. */
export function bandsOf(workbook: Workbook): Band[] {
  return workbook.sheets.flatMap((sheet) => {
    const used = sheet.grid.bounds(() => true);
    if (!used) return [];
    const tables = workbook.tablesOn(sheet).sort((a, b) => a.area.column - b.area.column);
    const rows = lastRow(used) + 1 + ROWS_BELOW;
    const inTables = tables.reduce(joinTable, []).map(([from, to]) => ({ sheetId: sheet.id, from, to, rows }));
    const single: Band[] = [];
    for (let column = used.column; column <= lastColumn(used); column++) {
      if (inTables.some(({ from, to }) => column >= from && column <= to)) continue;
      single.push({ sheetId: sheet.id, from: column, to: column, rows: lastRow(used) + 1 });
    }
    return [...inTables, ...single];
  });
}

/** Tables that share columns are one band. */
function joinTable(spans: [number, number][], { area }: Table): [number, number][] {
  const last = spans.at(-1);
  if (last && area.column <= last[1]) last[1] = Math.max(last[1], lastColumn(area));
  else spans.push([area.column, lastColumn(area)]);
  return spans;
}

/** Follows the cells that a workbook had at one moment through the insertions and deletions made in it since. */
export class Tracks {
  private readonly rows = new Map<Band, Anchor[]>();
  private readonly columns = new Map<Band, Anchor[]>();

  constructor(
    private readonly workbook: Workbook,
    bands: readonly Band[],
  ) {
    for (const band of bands) {
      const sheet = workbook.findSheet(band.sheetId);
      if (sheet) this.follow(sheet, band);
    }
  }

  private follow(sheet: Sheet, band: Band): void {
    const { from, to, rows } = band;
    const row = (index: number): Anchor => ({ sheet, area: areaBetween(index, from, index, to) });
    // A column is followed over all rows of the band, so that only whole columns move it.
    const column = (index: number): Anchor => ({ sheet, area: areaBetween(0, from + index, rows - 1, from + index) });
    this.rows.set(
      band,
      Array.from({ length: rows }, (_, index) => row(index)),
    );
    this.columns.set(
      band,
      Array.from({ length: to - from + 1 }, (_, index) => column(index)),
    );
    for (const anchor of this.anchorsOf(band)) this.workbook.anchors.add(anchor);
  }

  private anchorsOf(band: Band): Anchor[] {
    return [...(this.rows.get(band) ?? []), ...(this.columns.get(band) ?? [])];
  }

  /** The row where what was in `row` is now; null when it was deleted. */
  rowOf(band: Band, row: number): number | null {
    return this.rows.get(band)?.[row]?.area?.row ?? null;
  }

  columnOf(band: Band, column: number): number | null {
    return this.columns.get(band)?.[column - band.from]?.area?.column ?? null;
  }

  stop(): void {
    for (const band of this.rows.keys())
      for (const anchor of this.anchorsOf(band)) this.workbook.anchors.delete(anchor);
  }
}
