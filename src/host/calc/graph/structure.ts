import { parseStored } from '../language/parse';
import type { Node, StructuredReference, TablePart } from '../language/tree';
import type { CalcStructure, CalcTable } from '../types';
import { Matrix } from '../values/matrix';
import { type Area, Reference } from '../values/reference';
import { errors, type ErrorValue } from '../values/scalar';

type DefinedName = CalcStructure['names'][number];

/** Looks up sheets, tables and names without regard to case, and finds what changed against an earlier structure. */
export class Structure {
  private readonly sheets: Map<string, string>;
  private readonly tables: Map<string, CalcTable>;
  private readonly names: Map<string, DefinedName>;
  private readonly fingerprints: Map<string, string>;

  constructor(readonly source: CalcStructure) {
    this.sheets = new Map(source.sheets.map((sheet) => [fold(sheet.name), sheet.id]));
    this.tables = new Map(source.tables.map((table) => [fold(table.name), table]));
    this.names = new Map(source.names.map((name) => [nameId(name.name, name.sheet), name]));
    this.fingerprints = fingerprints(source);
  }

  get date1904(): boolean {
    return this.source.date1904;
  }

  sheetId(name: string): string | undefined {
    return this.sheets.get(fold(name));
  }

  /** The table of that name, or the one around a cell. */
  table(name: string): CalcTable | undefined {
    return this.tables.get(fold(name));
  }

  tableAround(sheet: string, row: number, column: number): CalcTable | undefined {
    return this.source.tables.find((table) => table.sheet === sheet && surrounds(table, row, column));
  }

  /** Whether an array may not lie there: in a table, or over merged cells. */
  refusesArray(sheet: string, { top, left, bottom, right }: Area): boolean {
    if (this.tableAround(sheet, top, left)) return true;
    return (this.source.merges ?? []).some(
      (merge) =>
        merge.sheet === sheet &&
        merge.top <= bottom &&
        merge.bottom >= top &&
        merge.left <= right &&
        merge.right >= left,
    );
  }

  /** A name's expression: the sheet's own name before the workbook's. An unreadable formula is `#NAME?`. */
  name(name: string, sheet: string): Node | undefined {
    const found = this.names.get(nameId(name, sheet)) ?? this.names.get(nameId(name));
    return found && parseStored(found.formula);
  }

  /** Dependency keys whose meaning differs between the two structures. */
  changedKeys(next: Structure): string[] {
    const keys = new Set([...this.fingerprints.keys(), ...next.fingerprints.keys()]);
    const changed = [...keys].filter((key) => this.fingerprints.get(key) !== next.fingerprints.get(key));
    return [...new Set([...changed, ...this.shrunk(next)])];
  }

  /** Rows may have left their table, which {@link keyOf.rowsOf} does not tell. */
  private shrunk(next: Structure): string[] {
    const shorter = this.source.tables.filter(({ name, bottom }) => (next.table(name)?.bottom ?? bottom) < bottom);
    return shorter.map(({ sheet }) => keyOf.rowsOf(sheet));
  }
}

/** Dependency keys, see Dependents. */
export const keyOf = {
  sheet: (name: string) => `sheet:${fold(name)}`,
  table: (name: string) => `table:${fold(name)}`,
  tablesOf: (sheet: string) => `tables:${sheet}`,
  /** The same without how far down they go: all that `[@x]` asks, which must not run again whenever its table grows. */
  rowsOf: (sheet: string) => `rows:${sheet}`,
  /** Where arrays may not lie. */
  arraysOf: (sheet: string) => `arrays:${sheet}`,
  name: (name: string) => `name:${fold(name)}`,
  function: (name: string) => `function:${name}`,
  clock: 'clock',
  dateSystem: 'dateSystem',
};

/** Whether a structured reference means cells of a row that is in the table. */
export function isOwnRow(table: CalcTable, { parts }: StructuredReference, row: number): boolean {
  const { top, bottom } = bodyOf(table);
  return parts.includes('thisRow') && row >= top && row <= bottom;
}

/** The cells that a structured reference means in a table; `row` is the formula's row for `[#This Row]`. */
export function locate(table: CalcTable, reference: StructuredReference, row: number): Reference | Matrix | ErrorValue {
  const columns = columnSpan(table, reference);
  if (!columns) return errors.ref;
  const rows = rowSpan(table, reference.parts, row);
  if ('error' in rows) return rows;
  const width = columns.right - columns.left + 1;
  // A table without data rows still shows one blank row, which is no cell of the sheet below it.
  if (rows.bottom < rows.top) return new Matrix(1, width, new Array<null>(width).fill(null));
  return new Reference(table.sheet, rows.top, table.left + columns.left, rows.bottom, table.left + columns.right);
}

function columnSpan(
  table: CalcTable,
  { first, last }: StructuredReference,
): { left: number; right: number } | undefined {
  if (first === undefined) return { left: 0, right: table.columns.length - 1 };
  const from = columnOf(table, first);
  const to = last === undefined ? from : columnOf(table, last);
  return from < 0 || to < 0 ? undefined : { left: Math.min(from, to), right: Math.max(from, to) };
}

function columnOf(table: CalcTable, caption: string): number {
  const wanted = fold(caption);
  return table.columns.findIndex((column) => fold(column) === wanted);
}

interface RowSpan {
  top: number;
  bottom: number;
}

function rowSpan(table: CalcTable, parts: readonly TablePart[], row: number): RowSpan | ErrorValue {
  const body = bodyOf(table);
  if (parts.includes('thisRow')) {
    return row >= body.top && row <= body.bottom ? { top: row, bottom: row } : errors.value;
  }
  const spans = (parts.length ? parts : ['data' as const]).map((part) => PART_ROWS[part](table, body));
  if (spans.some((span) => span === undefined)) return errors.ref;
  const found = spans as RowSpan[];
  return { top: Math.min(...found.map((span) => span.top)), bottom: Math.max(...found.map((span) => span.bottom)) };
}

const PART_ROWS: Readonly<Record<TablePart, (table: CalcTable, body: RowSpan) => RowSpan | undefined>> = {
  all: ({ top, bottom }) => ({ top, bottom }),
  data: (_, body) => body,
  thisRow: (_, body) => body,
  headers: ({ top, headerRow }) => (headerRow ? { top, bottom: top } : undefined),
  totals: ({ bottom, totalsRow }) => (totalsRow ? { top: bottom, bottom } : undefined),
};

function bodyOf(table: CalcTable): RowSpan {
  return { top: table.top + (table.headerRow ? 1 : 0), bottom: table.bottom - (table.totalsRow ? 1 : 0) };
}

function surrounds(table: CalcTable, row: number, column: number): boolean {
  return row >= table.top && row <= table.bottom && column >= table.left && column <= table.right;
}

function fingerprints(source: CalcStructure): Map<string, string> {
  const found = new Map<string, string>([[keyOf.dateSystem, String(source.date1904)]]);
  const append = (key: string, part: unknown) => found.set(key, (found.get(key) ?? '') + JSON.stringify(part));
  for (const sheet of source.sheets) append(keyOf.sheet(sheet.name), sheet.id);
  for (const table of source.tables) append(keyOf.table(table.name), table);
  for (const table of source.tables) append(keyOf.tablesOf(table.sheet), table);
  for (const table of source.tables) append(keyOf.rowsOf(table.sheet), { ...table, bottom: 0 });
  for (const merge of source.merges ?? []) append(keyOf.arraysOf(merge.sheet), merge);
  for (const table of source.tables) append(keyOf.arraysOf(table.sheet), table);
  for (const name of source.names) append(keyOf.name(name.name), name);
  return found;
}

function nameId(name: string, sheet = ''): string {
  return `${sheet}\u0000${fold(name)}`;
}

function fold(name: string): string {
  return name.toLowerCase();
}
