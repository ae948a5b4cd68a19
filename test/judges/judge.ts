import type { Snapshot, Value } from '../../src/crm/snapshot';
import { kindOf, template } from '../../src/template/load';
import type { ColumnDef, Language, TableDef } from '../../src/template/types';
import type { BookCell } from '../../src/xlsx/book';

/** Cells of each sheet as `[row][column]`. */
export type Sheets = ReadonlyMap<string, readonly (readonly BookCell['value'][])[]>;

export interface Difference {
  readonly place: string;
  readonly judge: unknown;
  readonly rule: Value;
}

/** What a judge says about one column: where it differs from the rules, and whether the data could show anything. */
export interface Verdict {
  readonly place: string;
  readonly compared: number;
  /** Cells that are not blank, and the different values among them. */
  readonly filled: number;
  readonly values: ReadonlySet<Value>;
  readonly differences: readonly Difference[];
}

/** Every column that a native formula fills: row-local ones, look-ups, hidden keys and roll-ups. */
export const formulaColumns: readonly (readonly [TableDef, ColumnDef])[] = template.tables.flatMap((table) =>
  table.columns
    .filter((column) => kindOf(column) === 'formula' || kindOf(column) === 'rollup')
    .map((column) => [table, column] as const),
);

/** Compares columns of recalculated sheets of a new workbook with the rules, cell by cell and row by row. */
export function judgeSheets(
  sheets: Sheets,
  computed: Snapshot,
  language: Language,
  columns = formulaColumns,
): Verdict[] {
  return columns.map(([table, column]) => {
    const cells = cellsOf(sheets, table, column, language);
    return judgeColumn(`${table.id}.${column.id}`, computed, table.id, column.id, cells);
  });
}

/** Compares the cells of one column (by 1-based sheet row) with what the rules say. */
export function judgeColumn(
  place: string,
  computed: Snapshot,
  tableId: string,
  columnId: string,
  cellAt: (sheetRow: number) => unknown,
): Verdict {
  const rows = computed.tables[tableId]!;
  const rules = rows.columns[columnId]!;
  const differences = rows.sheetRows.flatMap((sheetRow, row): Difference[] => {
    const [judge, rule] = [cellAt(sheetRow), rules[row] ?? null];
    return same(judge, rule) ? [] : [{ place: `${place} row ${sheetRow}`, judge, rule }];
  });
  const filled = rules.filter((value) => value !== null);
  return { place, compared: rows.count, filled: filled.length, values: new Set(filled), differences };
}

/** What several workbooks say about the same columns. */
export const together = (verdicts: readonly (readonly Verdict[])[]): Verdict[] =>
  verdicts[0]!.map(({ place }, column) => {
    const each = verdicts.map((workbook) => workbook[column]!);
    return {
      place,
      compared: Math.min(...each.map(({ compared }) => compared)),
      filled: each.reduce((sum, { filled }) => sum + filled, 0),
      values: new Set(each.flatMap(({ values }) => [...values])),
      differences: each.flatMap(({ differences }) => differences),
    };
  });

/**
 * Why the verdicts do not convince: differences, the first of each column; columns without a cell to compare; columns
 * that show one value everywhere, with which any formula would agree.
 */
export const objections = (verdicts: readonly Verdict[]): unknown[] =>
  verdicts.flatMap(({ place, filled, values, differences }): unknown[] => [
    ...differences.slice(0, 3),
    ...(differences.length > 3 ? [`${place}: ${differences.length} cells differ`] : []),
    ...(filled ? [] : [`${place}: no filled cell was compared`]),
    ...(filled && values.size < 2 ? [`${place}: every cell is the same`] : []),
  ]);

export const sheetName = (table: TableDef, language: Language): string =>
  template.sheets.find((sheet) => sheet.id === table.sheet)!.name[language];

function cellsOf(sheets: Sheets, table: TableDef, column: ColumnDef, language: Language) {
  const rows = sheets.get(sheetName(table, language)) ?? [];
  const at = columnAt(table, column);
  return (sheetRow: number) => rows[sheetRow - 1]?.[at];
}

/** Position of a column in a new workbook: tables that share a sheet stand side by side, a free column between them. */
export function columnAt(table: TableDef, column: ColumnDef): number {
  const neighbours = template.tables.filter((candidate) => candidate.sheet === table.sheet);
  const before = neighbours.slice(0, neighbours.indexOf(table));
  return before.reduce((left, { columns }) => left + columns.length + 1, 0) + table.columns.indexOf(column);
}

function same(cell: unknown, value: Value): boolean {
  if (value === null) return cell === null || cell === undefined || cell === '';
  if (typeof value !== 'number') return cell === value;
  return typeof cell === 'number' && Math.abs(cell - value) <= Math.max(1e-9, Math.abs(value) * 1e-11);
}
