import { textAt } from '../../edit/read';
import { contains, lastRow } from '../../store/address';
import type { Table, TableColumn } from '../../store/table';
import type { Workbook } from '../../store/workbook';

/** The column of a table in which the selection begins. */
export interface FilterTarget {
  readonly table: Table;
  readonly column: TableColumn;
  readonly index: number;
}

export function filterTarget({ selection: { sheet, areas }, tables }: Workbook): FilterTarget | undefined {
  const [first] = areas;
  const table = first && tables.find(({ sheet: on, area }) => on === sheet && contains(area, first.row, first.column));
  if (!table?.showHeaders) return undefined;
  const index = first!.column - table.area.column;
  return { table, index, column: table.columns[index]! };
}

/** The texts that the column shows, hidden rows included: each once, in order; blank cells last. */
export function choicesOf(workbook: Workbook, { table, index }: FilterTarget): readonly string[] {
  const found = new Set<string>();
  for (let row = table.body.row; row <= lastRow(table.body); row++)
    found.add(textAt(workbook, table.sheet, row, table.area.column + index));
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return [...found].sort((a, b) => Number(a === '') - Number(b === '') || compare(a, b));
}

/** Those of the choices whose rows the column's present filter shows; all where it has none, or one of another kind. */
export function chosenOf({ column: { filter } }: FilterTarget, choices: readonly string[]): ReadonlySet<string> {
  if (filter?.filterOn !== 'Values') return new Set(choices);
  const wanted = new Set((filter.values as readonly unknown[]).map((value) => String(value).toLowerCase()));
  return new Set(choices.filter((choice) => wanted.has(choice.toLowerCase())));
}
