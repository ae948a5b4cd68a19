import { NearestName } from '../crm/nearest';
import { ReferenceIndex } from '../crm/reference';
import type { Problem, Settings, Snapshot, TableRows, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { codecOf, isEmpty, type Cell, type CodecContext } from './codec';
import { defaultLabels, labelsFrom } from './labels';
import { anchorOf, isComputed, tableDef, template } from './load';
import type { ColumnDef, Language, TableDef } from './types';

/** The cells of one table as a home found them; columns that the template does not know are left out. */
export interface RawTable {
  readonly table: string;
  /** 1-based sheet row of the first record. */
  readonly firstRow: number;
  /** Column id by position. */
  readonly columnIds: readonly (string | null)[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Raw cells of all tables -> snapshot with every problem listed. Settings and lists are read first: labels depend on them. */
export function decodeWorkbook(raw: readonly RawTable[], date1904: boolean): Snapshot {
  const byId = new Map(raw.map((table) => [table.table, table]));
  const settings = decodeSettings(byId.get('settings'));
  const language: Language = settings.language === 'zh-CN' ? 'zh-CN' : 'en';
  const lists = byId.get('lists');
  const labels = labelsFrom(rawColumn(lists, 'key'), rawColumn(lists, 'label'), defaultLabels(template, language));
  const context: CodecContext = { labels, date1904 };
  const problems: Problem[] = [];
  const tables: Record<string, TableRows> = {};
  for (const table of raw) tables[table.table] = decodeTable(tableDef(table.table), table, context, problems);
  for (const table of template.tables) if (tables[table.id]) checkReferences(table, tables, problems);
  checkSupervisors(tables.team, problems);
  return { tables, settings: withDates(settings, date1904), problems };
}

function rawColumn(table: RawTable | undefined, id: string): Cell[] {
  const position = table?.columnIds.indexOf(id) ?? -1;
  return position < 0 ? [] : table!.rows.map((row) => row[position] ?? null);
}

function decodeSettings(table: RawTable | undefined): Settings {
  const keys = rawColumn(table, 'key');
  const values = rawColumn(table, 'value');
  return Object.fromEntries(keys.map((key, row) => [String(key), isEmpty(values[row]) ? null : (values[row] ?? null)]));
}

const withDates = (settings: Settings, date1904: boolean): Settings =>
  date1904 && typeof settings.asOf === 'number' ? { ...settings, asOf: settings.asOf + 1462 } : settings;

function decodeTable(def: TableDef, raw: RawTable, context: CodecContext, problems: Problem[]): TableRows {
  const inputs = def.columns.filter((column) => !isComputed(column));
  const positions = inputs.map((column) => raw.columnIds.indexOf(column.id));
  const present = presentRows(def, raw, positions, problems);
  const idAt = raw.columnIds.indexOf('id');
  const idOf = (row: number): string | null => (isEmpty(raw.rows[row]![idAt]) ? null : String(raw.rows[row]![idAt]));
  const report = (row: number, column: string, code: Problem['code'], value: Cell) =>
    problems.push({ table: def.id, row: raw.firstRow + row, id: idOf(row), column, code, value: String(value ?? '') });

  const columns = Object.fromEntries(
    inputs.map((column, position): [string, readonly Value[]] => {
      const at = positions[position]!;
      if (at < 0) return [column.id, Array<Value>(present.length).fill(null)];
      const codec = codecOf(column, context);
      return [
        column.id,
        present.map((row) => {
          const cell = raw.rows[row]![at] ?? null;
          const { value, problem } = codec.decode(cell);
          if (problem) report(row, column.id, problem, cell);
          else if (value === null && column.required) report(row, column.id, 'missingRequired', '');
          return value;
        }),
      ];
    }),
  );
  checkIds(def, columns.id, present, report);
  return { count: present.length, sheetRows: present.map((row) => raw.firstRow + row), columns };
}

/**
 * Rows that are records: those with an id or with the column that names them, as the native formulas see it too. A row
 * that only has other cells is listed, since nobody can tell what it is about.
 */
function presentRows(def: TableDef, raw: RawTable, positions: readonly number[], problems: Problem[]): number[] {
  const anchor = anchorOf(def);
  const anchors = def.group === 'data' ? ['id', anchor].map((id) => raw.columnIds.indexOf(id)) : positions;
  const filled = (row: readonly Cell[], at: readonly number[]) =>
    at.some((position) => position >= 0 && !isEmpty(row[position]));
  return raw.rows.flatMap((row, index) => {
    if (filled(row, anchors)) return [index];
    if (filled(row, positions)) {
      problems.push({
        table: def.id,
        row: raw.firstRow + index,
        id: null,
        column: anchor,
        code: 'missingRequired',
        value: '',
      });
    }
    return [];
  });
}

type Report = (row: number, column: string, code: Problem['code'], value: Cell) => void;

/** Ids without case, as Excel matches them: the second and later rows are listed, never renumbered (decision 2). */
function checkIds(def: TableDef, ids: readonly Value[] | undefined, present: readonly number[], report: Report) {
  if (def.group !== 'data' || !ids) return;
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (id === null) return report(present[index]!, 'id', 'missingId', '');
    const key = fold(String(id));
    if (seen.has(key)) report(present[index]!, 'id', 'duplicateId', id);
    seen.add(key);
  });
}

function checkReferences(def: TableDef, tables: Readonly<Record<string, TableRows>>, problems: Problem[]) {
  for (const column of def.columns.filter((candidate) => candidate.to)) {
    const index = referenceIndex(column, tables);
    const nearest = nearestName(column, tables);
    const rows = tables[def.id]!;
    rows.columns[column.id]?.forEach((value, row) => {
      const found = value === null ? 0 : index.find(value);
      if (typeof found === 'number') return;
      const suggestion = found === 'none' ? nearest(String(value)) : null;
      problems.push({
        table: def.id,
        row: rows.sheetRows[row]!,
        id: (rows.columns.id?.[row] as string | null | undefined) ?? null,
        column: column.id,
        code: found === 'none' ? 'unknownReference' : 'ambiguousReference',
        value: String(value),
        ...(suggestion === null ? {} : { suggestion }),
      });
    });
  }
}

/** The name among the records of the referred table that a text comes closest to; read only when something is unknown. */
function nearestName(column: ColumnDef, tables: Readonly<Record<string, TableRows>>): (text: string) => string | null {
  const { nameColumn } = tableDef(column.to!);
  let nearest: NearestName | undefined;
  return (text) => {
    const names = nameColumn ? (tables[column.to!]?.columns[nameColumn] ?? []) : [];
    nearest ??= new NearestName(names.filter((name) => typeof name === 'string'));
    return nearest.find(text);
  };
}

function referenceIndex(column: ColumnDef, tables: Readonly<Record<string, TableRows>>): ReferenceIndex {
  const parent = tables[column.to!];
  const { nameColumn } = tableDef(column.to!);
  return new ReferenceIndex(parent?.columns.id ?? [], nameColumn ? (parent?.columns[nameColumn] ?? []) : null);
}

/** A person who is their own boss, however many steps away, is listed: notices could not find a supervisor (decision 15). */
function checkSupervisors(team: TableRows | undefined, problems: Problem[]) {
  if (!team) return;
  const index = referenceIndex({ to: 'team' } as ColumnDef, { team });
  const bossOf = team.columns.supervisor!.map((cell) => index.find(cell));
  bossOf.forEach((_, start) => {
    const seen = new Set<number>();
    let person: number | string = start;
    while (typeof person === 'number' && !seen.has(person)) {
      seen.add(person);
      person = bossOf[person]!;
    }
    if (person !== start) return;
    problems.push({
      table: 'team',
      row: team.sheetRows[start]!,
      id: (team.columns.id?.[start] as string | null) ?? null,
      column: 'supervisor',
      code: 'supervisorCycle',
      value: String(team.columns.supervisor![start]),
    });
  });
}
