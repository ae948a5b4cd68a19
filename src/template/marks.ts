import { columnLetter } from './dashboard';
import type { Mark, TableDef } from './types';

/** A conditional format in sheet-relative A1: structured references are not allowed there (decision 10). */
export interface RenderedMark {
  /** 0-based column on the sheet. */
  readonly column: number;
  /** Without `=`; relative to the first record. */
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
}

/** @param columnAt 0-based sheet column of a template column, or -1; `firstRow` 1-based row of the first record. */
export function renderMarks(table: TableDef, columnAt: (id: string) => number, firstRow: number): RenderedMark[] {
  return (table.marks ?? []).flatMap((mark: Mark) => {
    const when = columnAt(mark.when);
    if (when < 0) return [];
    const formula = `$${columnLetter(when)}${firstRow}=${mark.equals}`;
    return mark.columns
      .map((id) => columnAt(id))
      .filter((column) => column >= 0)
      .map((column) => ({ column, formula, fill: mark.fill, color: mark.color }));
  });
}
