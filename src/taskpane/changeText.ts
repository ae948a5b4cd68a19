import type { Snapshot, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { toIso, toIsoDateTime, isSerial } from '../shared/dates';
import { readJournalValue } from '../template/journalValue';
import { labelOf } from '../template/labels';
import { tableDef, template } from '../template/load';
import type { ColumnDef, Language } from '../template/types';
import { dash } from './format';

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

export function cellTexts(snapshot: Snapshot, language: Language): CellTexts {
  const show = (column: ColumnDef | undefined, value: Value) =>
    value === null || value === ''
      ? dash
      : shown(column, value, (list, code) => labelOf(template, snapshot, language, list, code));
  return {
    field: (table, field) => columnOf(table, field)?.caption[language] ?? field,
    value: (table, field, value) => show(columnOf(table, field), value),
    logged: (table, field, cell) => {
      const column = columnOf(table, field);
      return show(column, column ? readJournalValue(column, cell) : cell);
    },
    record: (table, id) => nameOf(snapshot, table, id),
  };
}

/** `undefined` for what an older or newer version of the add-in wrote into the log. */
function columnOf(table: string, field: string): ColumnDef | undefined {
  return template.tables.find(({ id }) => id === table)?.columns.find(({ id }) => id === field);
}

function shown(
  column: ColumnDef | undefined,
  value: string | number | boolean,
  label: (list: string, code: string) => string,
): string {
  if (typeof value === 'boolean') return column?.list ? label(column.list, value ? 'yes' : 'no') : String(value);
  if (column?.list) return label(column.list, String(value));
  if (typeof value !== 'number' || !isSerial(value)) return String(value);
  if (column?.type === 'date') return toIso(value);
  return column?.type === 'datetime' ? toIsoDateTime(value) : String(value);
}

function nameOf(snapshot: Snapshot, table: string, id: string): string {
  const columns = snapshot.tables[table]?.columns;
  const { nameColumn } = tableDef(table);
  if (!columns || !nameColumn) return id;
  const row = (columns.id ?? []).findIndex((cell) => fold(String(cell ?? '')) === fold(id));
  return String(columns[nameColumn]?.[row] ?? id);
}
