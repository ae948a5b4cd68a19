import { HostError } from '../errors';
import { type Area, intersect, parseAddress } from '../store/address';
import type { Sheet } from '../store/sheet';
import type { Table } from '../store/table';
import type { Workbook } from '../store/workbook';

export interface Place {
  sheet: Sheet;
  area: Area;
}

const SECTIONS: Record<string, (table: Table) => Area | null> = {
  '#all': (table) => table.area,
  '#data': (table) => table.body,
  '#headers': (table) => table.header,
  '#totals': (table) => table.totals,
};

/** `Orders[Amount]`, `Orders[[#Headers],[Amount]:[Tax]]`, `Orders[#All]`. */
function resolveStructured(workbook: Workbook, text: string): Place | null {
  const [, name = '', body] = /^([\p{L}_\\][\p{L}\p{N}_.]*)(?:\[(.*)\])?$/su.exec(text) ?? [];
  const table = name === '' ? undefined : workbook.findTable(name);
  if (!table || table.name.toLowerCase() !== name.toLowerCase()) return null;
  if (body === undefined || body === '') return { sheet: table.sheet, area: table.body };
  const parts = body.startsWith('[')
    ? [...body.matchAll(/\[((?:'.|[^\]'])*)\]/g)].map((match) => match[1] ?? '')
    : [body];
  return placeOfParts(table, parts);
}

function placeOfParts(table: Table, parts: string[]): Place | null {
  let area: Area | null = table.body;
  let [first, last] = [0, table.columns.length - 1];
  const columns: number[] = [];
  for (const part of parts) {
    const section = SECTIONS[part.toLowerCase()];
    if (section) area = section(table);
    else columns.push(table.columnIndex(part.replace(/'(.)/g, '$1')));
  }
  if (columns.includes(-1) || !area) return null;
  if (columns.length > 0) [first, last] = [Math.min(...columns), Math.max(...columns)];
  const strip = { ...area, column: table.area.column + first, columns: last - first + 1 };
  return { sheet: table.sheet, area: strip };
}

/**
 * The cells a reference names, seen from a sheet: an address, a defined name, a table or part of one.
 * Null when it names no cells.
 */
export function resolveReference(workbook: Workbook, home: Sheet, reference: string, depth = 0): Place | null {
  const text = reference.trim().replace(/^=/, '');
  const address = parseAddress(text);
  if (address) {
    const sheet = address.sheet === undefined ? home : workbook.findSheet(address.sheet);
    return sheet ? { sheet, area: address.area } : null;
  }
  const named = workbook.findName(text.replace(/^.*!/, ''), home);
  if (named && depth < 8) return resolveReference(workbook, named.scope ?? home, named.formula, depth + 1);
  return resolveStructured(workbook, text);
}

/** As {@link resolveReference}. @throws InvalidArgument */
export function requirePlace(workbook: Workbook, home: Sheet, reference: string): Place {
  const place = resolveReference(workbook, home, reference);
  if (!place) throw new HostError('InvalidArgument');
  return place;
}

/** The table that a cell area lies in. */
export function tableAt(workbook: Workbook, sheet: Sheet, area: Area): Table | undefined {
  return workbook.tablesOn(sheet).find((table) => intersect(table.area, area));
}
