import type { WorkbookState } from '../template/bindings';
import type { CodecContext } from '../template/codec';

/** A bound table as it stands on its sheet. */
export interface LiveTable {
  /** Template id. */
  readonly id: string;
  /** Excel's own id of the table: survives a rename. */
  readonly key: string;
  readonly name: string;
  readonly sheet: string;
  /** 0-based sheet row of the first record, sheet column of the first table column. */
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  /** By position, as the header row has them. */
  readonly captions: readonly string[];
  /** Template column id by position; `null` = a column of the manager's own. */
  readonly columnIds: readonly (string | null)[];
  /** Template ids of the columns that the manager kept before: their look is left alone. */
  readonly adopted: ReadonlySet<string>;
  /**
   * Formula of the calculated column by position, to be written into new rows as it is; `null` = values. Excel itself
   * continues a formula with relative cell references, which stands here as `''`.
   */
  readonly formulas: readonly (string | null)[];
}

/** What one look at the workbook found: enough to read and write its tables. */
export interface Layout {
  readonly state: WorkbookState;
  readonly date1904: boolean;
  /** By template id. */
  readonly tables: ReadonlyMap<string, LiveTable>;
}

/** A layout with what the codecs need. */
export interface WritableLayout extends Layout {
  readonly codecs: CodecContext;
}

/** The table with this id; `undefined` when the workbook has none. */
export const positionOf = (table: LiveTable, column: string): number => table.columnIds.indexOf(column);

/** Runs of neighbouring positions that fulfil a condition: fewer, larger ranges. */
export function runsOf(length: number, isIn: (position: number) => boolean): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (let position = 0; position < length; position += 1) {
    if (!isIn(position)) continue;
    const last = runs.at(-1);
    if (last && last.from + last.count === position) last.count += 1;
    else runs.push({ from: position, count: 1 });
  }
  return runs;
}
