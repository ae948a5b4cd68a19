import type { Snapshot, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { isSerial } from '../shared/dates';
import { readJournalValue } from '../template/journalValue';
import { tableDef, template } from '../template/load';
import type { ColumnDef, Language } from '../template/types';
import { dash, type Format } from './format';
import { cellText } from './rows';

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
  /** Name of a record, else its id. */
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
  return {
    field: (table, field) => columnOf(table, field)?.caption[words.language] ?? field,
    value: show,
    logged: (table, field, cell) => {
      const column = columnOf(table, field);
      return show(table, field, column ? readJournalValue(column, cell) : cell);
    },
    record: (table, id) => nameOf(snapshot, table, id),
  };
}

/** `undefined` for what an older or newer version of the add-in wrote into the log. */
function columnOf(table: string, field: string): ColumnDef | undefined {
  return template.tables.find(({ id }) => id === table)?.columns.find(({ id }) => id === field);
}

function nameOf(snapshot: Snapshot, table: string, id: string): string {
  const columns = snapshot.tables[table]?.columns;
  const { nameColumn } = tableDef(table);
  if (!columns || !nameColumn) return id;
  const row = (columns.id ?? []).findIndex((cell) => fold(String(cell ?? '')) === fold(id));
  return String(columns[nameColumn]?.[row] ?? id);
}
