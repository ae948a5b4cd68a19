import { FormulaSyntaxError } from '../calc/language/tokens';
import { parseFormula } from '../calc/language/parse';
import { HostError, requireArgument } from '../errors';
import { type Area, areaBetween, intersect } from '../store/address';
import { rewriteFormula } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';

function assertSyntax(formula: string): void {
  try {
    parseFormula(formula.slice(1));
  } catch (error) {
    if (error instanceof FormulaSyntaxError) throw new HostError('InvalidArgument', error.message);
    throw error;
  }
}

/** The table whose rows `[@x]` means: the one around the cell, or one that takes the cell in when it is written. */
function homeTable(workbook: Workbook, sheet: Sheet, row: number, column: number): Table | undefined {
  const reach = ({ area }: Table): Area => ({ ...area, rows: area.rows + 1, columns: area.columns + 1 });
  const cell = areaBetween(row, column, row, column);
  const tables = workbook.tablesOn(sheet);
  return (
    tables.find((table) => intersect(table.area, cell)) ??
    tables.find((table) => belowOrBeside(reach(table), table, row, column))
  );
}

/** Rows written in one go under a table are further away than the first of them. */
function belowOrBeside(reach: Area, { area }: Table, row: number, column: number): boolean {
  const below = row >= area.row + area.rows && column >= area.column && column < area.column + area.columns;
  return below || intersect(reach, areaBetween(row, column, row, column)) !== null;
}

/** The captions a structured reference names; escapes undone, `#Headers` and its like left out. */
function captionsIn(body: string): string[] {
  const inner = body.slice(1, -1).replace(/^@/, '');
  const parts =
    inner.startsWith('[') || inner.includes(',[')
      ? [...inner.matchAll(/\[((?:'.|[^\]'])*)\]/g)].map((m) => m[1] ?? '')
      : [inner];
  return parts
    .filter((part) => part !== '' && !/^#(all|data|headers|totals|this row)$/i.test(part))
    .map((part) => part.replace(/'(.)/g, '$1').replace(/^@/, ''));
}

/**
 * Refuses what Excel refuses on entry: a formula that cannot be read, names no sheet, no table or no column there is.
 * Unknown names and functions are accepted; they show `#NAME?`.
 * @throws InvalidArgument
 */
export function assertFormula(workbook: Workbook, sheet: Sheet, row: number, column: number, formula: string): void {
  assertSyntax(formula);
  rewriteFormula(formula, {
    reference: (name, text) => {
      requireArgument(name === undefined || workbook.findSheet(name) !== undefined, `No worksheet ${name ?? ''}.`);
      return text;
    },
    structured: (name, body) => {
      const table = name === '' ? homeTable(workbook, sheet, row, column) : workbook.findTable(name);
      requireArgument(table !== undefined, `No table for ${name}${body}.`);
      for (const caption of captionsIn(body)) requireArgument(table.columnIndex(caption) >= 0, `No column ${caption}.`);
      return name + body;
    },
  });
}
