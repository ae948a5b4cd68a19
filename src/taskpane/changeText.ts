import type { Snapshot, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { isSerial } from '../shared/dates';
import { columnOf as cellsOf } from '../template/environment';
import { readJournalValue } from '../template/journalValue';
import { keyColumnOf, template } from '../template/load';
import type { ColumnDef, Language } from '../template/types';
import { dash, type Format } from './format';
import { cellText, columnsOfRows } from './rows';

interface Words {
  readonly language: Language;
  readonly format: Format;
}

/** What people see of values that were or will be in cells. */
export interface CellTexts {
  /** Caption of a column in the pane's language. */
  readonly field: (table: string, field: string) => string;
  readonly value: (table: string, field: string, value: Value) => string;
  /** For what the change log holds: codes and serials as text. */
  readonly logged: (table: string, field: string, cell: string) => string;
  /** What lists call the record of a row: its name, its customer's, the label of its code; `null` where all are blank. */
  readonly name: (table: string, row: number) => string | null;
  /** That name of a record, else its id. */
  readonly record: (table: string, id: string) => string;
}

export function cellTexts(snapshot: Snapshot, words: Words): CellTexts {
  const show = (table: string, field: string, value: Value) => {
    if (value === null || value === '') return dash;
    const column = columnOf(table, field);
    const isDay = column?.type === 'date' || column?.type === 'datetime';
    // The log is a sheet like others: what stands there may be no date at all.
    if (!column || (isDay && !(typeof value === 'number' && isSerial(value)))) return String(value);
    if (column.type === 'datetime') return words.format.moment(value as number);
    return cellText({ snapshot }, words, { table, column: field, value });
  };
  const name = (table: string, row: number) => {
    const column = nameColumnsOf(table).find((one) => (cellsOf(snapshot, table, one)[row] ?? '') !== '');
    return column === undefined ? null : show(table, column, cellsOf(snapshot, table, column)[row]!);
  };
  return {
    field: (table, field) => columnOf(table, field)?.caption[words.language] ?? field,
    value: show,
    logged: (table, field, cell) => {
      const column = columnOf(table, field);
      return show(table, field, column ? readJournalValue(column, cell) : cell);
    },
    name,
    record: (table, id) => {
      const row = cellsOf(snapshot, table, keyColumnOf(table).id).findIndex(isId(id));
      return (row < 0 ? null : name(table, row)) ?? id;
    },
  };
}

/** `undefined` for what an older or newer version of the add-in wrote into the log. */
function columnOf(table: string, field: string): ColumnDef | undefined {
  return template.tables.find(({ id }) => id === table)?.columns.find(({ id }) => id === field);
}

/** Small tables of settings have a code as their key, which says more by its label; an id is no name. */
function nameColumnsOf(table: string): readonly string[] {
  const key = keyColumnOf(table);
  return key.list ? [key.id] : columnsOfRows(table).title.filter((column) => column !== key.id);
}

const isId =
  (id: string) =>
  (cell: Value): boolean =>
    fold(String(cell ?? '')) === fold(id);
