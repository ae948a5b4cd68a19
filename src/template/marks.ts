import { columnLetter } from './dashboard';
import { keyColumnId } from './keys';
import { anchorOf, isComputed } from './load';
import type { ColumnDef, ColumnType, Mark, TableDef } from './types';

/** A conditional format in sheet-relative A1: structured references are not allowed there (decision 10). */
export interface RenderedMark {
  /** 0-based column on the sheet. */
  readonly column: number;
  /** Without `=`; relative to the first record. */
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
}

type ColumnAt = (id: string) => number;

/**
 * The marks of a table, and for each column people type in one that shows cells which do not fit it: live, so that a
 * corrected cell loses its mark.
 * @param columnAt 0-based sheet column of a template column, or -1; `firstRow` 1-based row of the first record.
 */
export function renderMarks(table: TableDef, columnAt: ColumnAt, firstRow: number): RenderedMark[] {
  return [...declaredMarks(table, columnAt, firstRow), ...misfitMarks(table, columnAt, firstRow)];
}

function declaredMarks(table: TableDef, columnAt: ColumnAt, firstRow: number): RenderedMark[] {
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

const misfitLook = { fill: '#FDE7E9', color: '#A80000' };

function misfitMarks(table: TableDef, columnAt: ColumnAt, firstRow: number): RenderedMark[] {
  if (table.group !== 'data') return [];
  const cell = (id: string) => (columnAt(id) < 0 ? null : `$${columnLetter(columnAt(id))}${firstRow}`);
  return table.columns
    .filter((column) => !isComputed(column) && columnAt(column.id) >= 0)
    .flatMap((column) => {
      const conditions = [missing(table, column, cell), misfits[column.type]?.(cell(column.id)!, column, cell) ?? null];
      const found = conditions.filter((condition) => condition !== null);
      if (!found.length) return [];
      const formula = found.length > 1 ? `OR(${found.join(',')})` : found[0]!;
      return [{ column: columnAt(column.id), formula, ...misfitLook }];
    });
}

type CellOf = (id: string) => string | null;

/** A needed cell is missing only where there is a record: the row has an id or what names the record. */
function missing(table: TableDef, column: ColumnDef, cell: CellOf): string | null {
  if (!column.required || column.type === 'id') return null;
  const others = ['id', anchorOf(table)].filter((id) => id !== column.id).map(cell);
  const filled = others.flatMap((other) => (other ? [`${other}<>""`] : []));
  return filled.length ? `AND(OR(${filled.join(',')}),${cell(column.id)}="")` : null;
}

const isText = (cell: string) => `ISTEXT(${cell})`;
const notListed = (cell: string, { list }: ColumnDef) => `AND(${cell}<>"",ISERROR(MATCH(${cell},crm_list_${list},0)))`;

/** Tells in a formula what the codecs of these types refuse. */
const misfits: Partial<Record<ColumnType, (cell: string, column: ColumnDef, cellOf: CellOf) => string | null>> = {
  integer: isText,
  number: isText,
  money: isText,
  percent: isText,
  date: isText,
  datetime: isText,
  list: notListed,
  boolean: notListed,
  reference: (cell, { id }, cellOf) => {
    const key = cellOf(keyColumnId(id));
    return key && `AND(${cell}<>"",${key}="")`;
  },
};
