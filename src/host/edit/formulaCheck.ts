import { FormulaSyntaxError } from '../calc/language/tokens';
import { parseFormula } from '../calc/language/parse';
import { HostError, requireArgument } from '../errors';
import { type Area, areaBetween, intersect } from '../store/address';
import { rewriteFormula, withSheet } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';

/** Characters of a formula, and of a text in it (rule `formula-limits`). */
const MAX_FORMULA = 8_192;
const MAX_QUOTED = 255;

/** A text of a formula, or the quoted name of a sheet, which has no group. */
const QUOTED = /"((?:[^"]|"")*)"|'(?:[^']|'')*'/g;

function assertSize(formula: string): void {
  requireArgument(formula.length <= MAX_FORMULA, 'A formula has at most 8,192 characters.');
  for (const [, text = ''] of formula.matchAll(QUOTED))
    requireArgument(text.length <= MAX_QUOTED, 'A text in a formula has at most 255 characters.');
}

/** @throws InvalidArgument for a formula that cannot be read or is too long */
export function assertSyntax(formula: string): void {
  assertSize(formula);
  try {
    parseFormula(formula.slice(1));
  } catch (error) {
    if (error instanceof FormulaSyntaxError) throw new HostError('InvalidArgument', error.message);
    throw error;
  }
}

/**
 * Checks a formula of a validation or a conditional format, where Excel takes no structured references (rule
 * `rules-refuse-structured`); other values pass.
 * @throws InvalidArgument
 */
export function assertRuleFormula(formula: unknown): void {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return;
  assertSyntax(formula);
  rewriteFormula(formula, {
    structured: () => {
      throw new HostError('InvalidArgument', 'Structured references are not allowed here.');
    },
  });
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

const NAME_START = /^[\p{L}_\\]/u;

/** Keywords of the language that look like names. */
const CONSTANTS = /^(true|false)$/i;

/**
 * A formula as Excel stores it on entry: functions, references, TRUE and FALSE in capitals, names as they were defined
 * (rule `formula-canonical`).
 * @throws InvalidArgument for a formula that Excel would not take
 */
export function enteredFormula(workbook: Workbook, sheet: Sheet, row: number, column: number, formula: string): string {
  assertFormula(workbook, sheet, row, column, formula);
  return rewriteFormula(formula, {
    reference: (name, text) => withSheet(name && (workbook.findSheet(name)?.name ?? name), text.toUpperCase()),
    structured: (name, body) => (workbook.findTable(name)?.name ?? name) + body,
    word: (word, isCall) => {
      if (isCall || CONSTANTS.test(word)) return word.toUpperCase();
      if (!NAME_START.test(word)) return word;
      return workbook.findName(word, sheet)?.name ?? workbook.findTable(word)?.name ?? word;
    },
  });
}
