import { parseStructured } from '../calc/language/structured';
import type { StructuredReference, TablePart } from '../calc/language/tree';
import { type Area, boundingArea, contains, formatAbsolute, intersect, quoteSheet } from '../store/address';
import { rewriteFormula } from '../store/formula';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';
import { type FormulaPlace, rewriteAllFormulas } from './rewrite';

const GONE = '#REF!';

/** Whether a formula's `[@x]` without a table name means this table. */
function isInside(table: Table, place: FormulaPlace): boolean {
  return place?.sheet === table.sheet && intersect(table.area, { ...place, rows: 1, columns: 1 }) !== null;
}

/** Replaces every structured reference to the table; the change gets the reference and the place of the formula. */
function rewriteReferences(
  workbook: Workbook,
  table: Table,
  change: (reference: StructuredReference, place: FormulaPlace) => string | null,
): void {
  rewriteAllFormulas(workbook, (formula, place) =>
    rewriteFormula(formula, {
      structured: (name, body) => {
        const means = name === '' ? isInside(table, place) : name.toLowerCase() === table.name.toLowerCase();
        return (means ? change(parseStructured(name + body), place) : null) ?? name + body;
      },
    }),
  );
}

/** References to columns that are going away become `#REF!`: a file that names a missing column does not open. */
export function dropColumnReferences(workbook: Workbook, table: Table, captions: readonly string[]): void {
  const gone = new Set(captions.map((caption) => caption.toLowerCase()));
  const isGone = (caption: string | undefined) => caption !== undefined && gone.has(caption.toLowerCase());
  rewriteReferences(workbook, table, ({ first, last }) => (isGone(first) || isGone(last) ? GONE : null));
}

/** `[@x]` in cells that are about to lie outside the table becomes `Deals[@x]`. */
export function qualifyReferences(workbook: Workbook, table: Table, inside: Area): void {
  rewriteAllFormulas(workbook, (formula, place) => {
    if (!isInside(table, place) || (place && contains(inside, place.row, place.column))) return formula;
    return rewriteFormula(formula, { structured: (name, body) => (name || table.name) + body });
  });
}

/** References to a table that is going away with its cells become `#REF!`. */
export function dropTableReferences(workbook: Workbook, table: Table): void {
  rewriteReferences(workbook, table, () => GONE);
}

const PART_AREAS: Record<Exclude<TablePart, 'thisRow'>, (table: Table) => Area | null> = {
  all: (table) => table.area,
  data: (table) => table.body,
  headers: (table) => table.header,
  totals: (table) => table.totals,
};

function rowsOf(table: Table, parts: readonly TablePart[], place: FormulaPlace): Area | null {
  if (parts.includes('thisRow')) return place && { ...table.area, row: place.row, rows: 1 };
  const areas = parts.map((part) => PART_AREAS[part as keyof typeof PART_AREAS](table)).filter((area) => area !== null);
  if (parts.length === 0) return table.body;
  return areas.length === 0 ? null : areas.reduce(boundingArea);
}

/** The cells a structured reference names, seen from a place; null when there are none. */
export function structuredArea(
  table: Table,
  { parts, first, last = first }: StructuredReference,
  place: FormulaPlace,
): Area | null {
  const rows = rowsOf(table, parts, place);
  const from = first === undefined ? 0 : table.columnIndex(first);
  const to = last === undefined ? table.columns.length - 1 : table.columnIndex(last);
  if (!rows || from < 0 || to < 0) return null;
  return { ...rows, column: table.area.column + Math.min(from, to), columns: Math.abs(to - from) + 1 };
}

/** `Sheet1!$B$2:$B$9`; a reference to the own row keeps its row relative, as Excel writes it: `Sheet1!$B2`. */
function addressOf(table: Table, reference: StructuredReference, place: FormulaPlace): string {
  const area = structuredArea(table, reference, place);
  if (!area) return GONE;
  const text = formatAbsolute(area);
  return `${quoteSheet(table.sheet.name)}!${reference.parts.includes('thisRow') ? text.replace(/\$(?=\d)/g, '') : text}`;
}

/** Structured references to a table that becomes a plain range turn into addresses. */
export function looseReferences(workbook: Workbook, table: Table): void {
  rewriteReferences(workbook, table, (reference, place) => addressOf(table, reference, place));
}
