import { NearestName } from '../crm/nearest';
import { fixedReferences, type FixedReferences } from '../crm/reference';
import type { Problem, Settings, Snapshot, TableRows, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { codecOf, isEmpty, Misfit, type Cell, type CodecContext } from './codec';
import { defaultLabels, labelsFrom } from './labels';
import { anchorOf, isComputed, tableDef, template } from './load';
import type { ColumnDef, Language, TableDef } from './types';

/**
 * The cells of one table as a home found them; columns that the template does not know are left out. A table may come in
 * strips of neighbouring columns, which then have the same `table`, `firstRow` and number of rows.
 */
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
  const byId = new Map<string, RawTable[]>();
  for (const strip of raw) byId.set(strip.table, [...(byId.get(strip.table) ?? []), strip]);
  const settings = decodeSettings(byId.get('settings'));
  const language: Language = settings.language === 'zh-CN' ? 'zh-CN' : 'en';
  const lists = byId.get('lists');
  const labels = labelsFrom(rawColumn(lists, 'key'), rawColumn(lists, 'label'), defaultLabels(template, language));
  const context: CodecContext = { labels, date1904 };
  const found = new Map<string, Problem[]>();
  const tables: Record<string, TableRows> = {};
  for (const [id, strips] of byId) {
    const problems: Problem[] = [];
    found.set(id, problems);
    tables[id] = decodeTable(tableDef(id), strips, context, problems);
  }
  let problems: readonly Problem[] | undefined;
  return {
    tables,
    settings: withDates(settings, date1904),
    // Ids and references are checked when somebody reads the problems: opening Today does not wait for it.
    get problems() {
      return (problems ??= problemsOf(tables, found));
    },
  };
}

function problemsOf(
  tables: Readonly<Record<string, TableRows>>,
  found: ReadonlyMap<string, readonly Problem[]>,
): readonly Problem[] {
  return [
    ...[...found].flatMap(([id, problems]) => [...problems, ...idProblems(tableDef(id), tables[id]!)]),
    ...template.tables.flatMap((table) => (tables[table.id] ? referenceProblems(table, tables) : [])),
    ...supervisorProblems(tables.team),
  ];
}

/** Where the cells of a column are. */
interface RawColumn {
  readonly rows: readonly (readonly Cell[])[];
  readonly at: number;
}

function find(strips: readonly RawTable[], id: string): RawColumn | null {
  for (const { columnIds, rows } of strips) {
    const at = columnIds.indexOf(id);
    if (at >= 0) return { rows, at };
  }
  return null;
}

function rawColumn(strips: readonly RawTable[] | undefined, id: string): Cell[] {
  const column = find(strips ?? [], id);
  return column ? column.rows.map((row) => row[column.at] ?? null) : [];
}

function decodeSettings(table: readonly RawTable[] | undefined): Settings {
  const keys = rawColumn(table, 'key');
  const values = rawColumn(table, 'value');
  return Object.fromEntries(keys.map((key, row) => [String(key), isEmpty(values[row]) ? null : (values[row] ?? null)]));
}

const withDates = (settings: Settings, date1904: boolean): Settings =>
  date1904 && typeof settings.asOf === 'number' ? { ...settings, asOf: settings.asOf + 1462 } : settings;

type Report = (row: number, column: string, code: Problem['code'], value: Cell) => void;

function decodeTable(
  def: TableDef,
  strips: readonly RawTable[],
  context: CodecContext,
  problems: Problem[],
): TableRows {
  const inputs = def.columns.filter((column) => !isComputed(column));
  const { firstRow } = strips[0]!;
  const present = presentRows(def, strips, inputs, problems);
  const ids = find(strips, 'id');
  const idOf = (row: number): string | null => {
    const cell = ids && ids.rows[row]![ids.at];
    return isEmpty(cell) ? null : String(cell);
  };
  const report: Report = (row, column, code, value) =>
    problems.push({ table: def.id, row: firstRow + row, id: idOf(row), column, code, value: String(value ?? '') });
  const columns = inputs.map((column): [string, readonly Value[]] => {
    const raw = find(strips, column.id);
    return [column.id, raw ? decodeColumn(column, raw, present, context, report) : present.map(() => null)];
  });
  return {
    count: present.length,
    sheetRows: present.map((row) => firstRow + row),
    columns: Object.fromEntries(columns),
  };
}

/** Every cell of a big workbook comes through here: a plain loop, and nothing is made but the value. */
function decodeColumn(
  column: ColumnDef,
  { rows, at }: RawColumn,
  present: readonly number[],
  context: CodecContext,
  report: Report,
): readonly Value[] {
  const { plain, read } = codecOf(column, context);
  const values = new Array<Value>(present.length);
  for (let index = 0; index < present.length; index += 1) {
    const cell = rows[present[index]!]![at] ?? null;
    if (cell === null || cell === '') {
      values[index] = null;
      if (column.required) report(present[index]!, column.id, 'missingRequired', '');
      continue;
    }
    const value = typeof cell === plain ? cell : read(cell);
    const fits = !(value instanceof Misfit);
    values[index] = fits ? value : null;
    if (!fits) report(present[index]!, column.id, value.code, cell);
  }
  return values;
}

/**
 * Rows that are records: those with an id or with the column that names them, as the native formulas see it too. A row
 * that only has other cells is listed, since nobody can tell what it is about.
 */
function presentRows(
  def: TableDef,
  strips: readonly RawTable[],
  inputs: readonly ColumnDef[],
  problems: Problem[],
): number[] {
  const anchor = anchorOf(def);
  const columnsOf = (ids: readonly string[]) => ids.flatMap((id) => find(strips, id) ?? []);
  const every = columnsOf(inputs.map(({ id }) => id));
  const anchors = def.group === 'data' ? columnsOf(['id', anchor]) : every;
  const { rows, firstRow } = strips[0]!;
  const present: number[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    if (isFilled(anchors, row)) present.push(row);
    else if (isFilled(every, row)) {
      const place = { table: def.id, row: firstRow + row, id: null, column: anchor };
      problems.push({ ...place, code: 'missingRequired', value: '' });
    }
  }
  return present;
}

function isFilled(columns: readonly RawColumn[], row: number): boolean {
  for (const { rows, at } of columns) if (!isEmpty(rows[row]![at])) return true;
  return false;
}

/** Ids without case, as Excel matches them: the second and later rows are listed, never renumbered (decision 2). */
function idProblems(def: TableDef, { columns, sheetRows }: TableRows): Problem[] {
  if (def.group !== 'data' || !columns.id) return [];
  const seen = new Set<string>();
  return columns.id.flatMap((id, index): Problem[] => {
    const place = { table: def.id, row: sheetRows[index]!, column: 'id' };
    if (id === null) return [{ ...place, id: null, code: 'missingId', value: '' }];
    const key = fold(String(id));
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ ...place, id: String(id), code: 'duplicateId', value: String(id) }];
  });
}

function referenceProblems(def: TableDef, tables: Readonly<Record<string, TableRows>>): Problem[] {
  const rows = tables[def.id]!;
  return def.columns
    .filter((column) => column.to && rows.columns[column.id])
    .flatMap((column) => {
      const index = referenceIndex(column, tables);
      const nearest = nearestName(column, tables);
      return rows.columns[column.id]!.flatMap((value, row): Problem[] => {
        const found = value === null ? 0 : index.find(value);
        if (typeof found === 'number') return [];
        const suggestion = found === 'none' ? nearest(String(value)) : null;
        return [
          {
            table: def.id,
            row: rows.sheetRows[row]!,
            id: (rows.columns.id?.[row] as string | null | undefined) ?? null,
            column: column.id,
            code: found === 'none' ? 'unknownReference' : 'ambiguousReference',
            value: String(value),
            ...(suggestion === null ? {} : { suggestion }),
          },
        ];
      });
    });
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

function referenceIndex(column: ColumnDef, tables: Readonly<Record<string, TableRows>>): FixedReferences {
  const parent = tables[column.to!];
  const { nameColumn } = tableDef(column.to!);
  return fixedReferences(parent?.columns.id ?? [], nameColumn ? (parent?.columns[nameColumn] ?? []) : null);
}

/** A person who is their own boss, however many steps away, is listed: notices could not find a supervisor (decision 15). */
function supervisorProblems(team: TableRows | undefined): Problem[] {
  if (!team) return [];
  const index = referenceIndex({ to: 'team' } as ColumnDef, { team });
  const bossOf = team.columns.supervisor!.map((cell) => index.find(cell));
  return bossOf.flatMap((_, start): Problem[] => {
    const seen = new Set<number>();
    let person: number | string = start;
    while (typeof person === 'number' && !seen.has(person)) {
      seen.add(person);
      person = bossOf[person]!;
    }
    if (person !== start) return [];
    return [
      {
        table: 'team',
        row: team.sheetRows[start]!,
        id: (team.columns.id?.[start] as string | null) ?? null,
        column: 'supervisor',
        code: 'supervisorCycle',
        value: String(team.columns.supervisor![start]),
      },
    ];
  });
}
