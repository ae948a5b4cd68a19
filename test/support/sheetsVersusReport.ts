import type { Report } from '../../src/actions/report';
import type { Value } from '../../src/crm/snapshot';
import { readIso } from '../../src/shared/dates';
import { isComputed, template } from '../../src/template/load';
import type { Language } from '../../src/template/types';
import type { BookCell } from '../../src/xlsx/book';

export interface Difference {
  readonly place: string;
  readonly sheet: unknown;
  readonly report: Value;
}

/** Compares every computed column of recalculated sheets with `crm report --rows`, cell by cell. */
export function differences(
  sheets: ReadonlyMap<string, BookCell['value'][][]>,
  rows: NonNullable<Report['rows']>,
  language: Language,
): { compared: number; differences: Difference[] } {
  let compared = 0;
  const found: Difference[] = [];
  for (const table of template.tables.filter((candidate) => rows[candidate.id])) {
    const name = template.sheets.find((sheet) => sheet.id === table.sheet)!.name[language];
    const [header = [], ...body] = sheets.get(name)!;
    const idAt = header.indexOf(table.columns[0]!.caption[language]);
    for (const column of table.columns.filter(isComputed)) {
      const at = header.indexOf(column.caption[language]);
      for (const cells of body) {
        const record = rows[table.id]![String(cells[idAt])];
        if (!record) continue;
        compared += 1;
        const expected = record[column.id] ?? null;
        if (!same(cells[at] ?? null, expected))
          found.push({ place: `${table.id}.${column.id} ${cells[idAt]}`, sheet: cells[at], report: expected });
      }
    }
  }
  return { compared, differences: found };
}

function same(cell: BookCell['value'] | null, value: Value): boolean {
  if (value === null) return cell === null || cell === '';
  if (typeof value === 'string') return cell === value || (typeof cell === 'number' && near(cell, readIso(value)));
  return typeof value === 'number' ? typeof cell === 'number' && near(cell, value) : cell === value;
}

/** Dates with time are reported to the minute. */
const near = (cell: number, value: number | null) =>
  value !== null && Math.abs(cell - value) <= Math.max(1e-9, Math.abs(value) * 1e-11);
