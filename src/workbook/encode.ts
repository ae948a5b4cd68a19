import type { NewRecord } from '../crm/changeset';
import type { Value } from '../crm/snapshot';
import { codecOf, numberFormats, type Cell, type CodecContext } from '../template/codec';
import { columnDef, isComputed, keyColumnOf, tableDef } from '../template/load';
import type { ColumnDef } from '../template/types';
import type { LiveTable, WritableLayout } from './layout';

/** Texts that Excel takes as they are: no digits, a letter first: nothing that could be a number, a date, a formula or a logical value. */
const plainWords = /^\p{L}[^\d]*$/u;
const logical = /^(true|false)$/i;

/** Number format of cells that must hold exactly the text that is written (decision 3). */
export const textFormat = '@';

export const isTextColumn = (column: ColumnDef): boolean => numberFormats[column.type] === textFormat;

/**
 * A value as a cell takes it, text kept as text: text columns are formatted `@` before, anywhere else an apostrophe
 * keeps Excel from reading `=1+1`, `-5` or `3/4` as something to compute (formula injection).
 */
export function encodeCell(column: ColumnDef, value: Value, context: CodecContext): Cell {
  const cell = codecOf(column, context).encode(value);
  if (cell === null) return '';
  return typeof cell !== 'string' || isTextColumn(column) || isPlain(cell) ? cell : `'${cell}`;
}

const isPlain = (text: string): boolean => text === '' || (plainWords.test(text) && !logical.test(text));

/** The template's column at every position of a table that people type into; `null` for computed and foreign ones. */
export function inputColumnsOf(table: LiveTable): readonly (ColumnDef | null)[] {
  const def = tableDef(table.id);
  return table.columnIds.map((id) => {
    const column = id === null ? null : columnDef(def, id);
    return column && !isComputed(column) ? column : null;
  });
}

export { keyColumnOf };

/** New records as rows of a table; what stands in computed and foreign columns is left out. */
export function encodeRecords(table: LiveTable, records: readonly NewRecord[], { codecs }: WritableLayout): Cell[][] {
  const columns = inputColumnsOf(table);
  const key = keyColumnOf(table.id).id;
  return records.map(({ id, values }) =>
    columns.map((column) =>
      column ? encodeCell(column, (column.id === key ? (values[key] ?? id) : values[column.id]) ?? null, codecs) : null,
    ),
  );
}
