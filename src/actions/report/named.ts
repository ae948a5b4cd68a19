import type { Value } from '../../crm/snapshot';
import type { ViewSource } from '../../template/views/source';

/** What a record is called: its name, else its id. */
export const calledBy = (name: Value | undefined, id: Value | undefined): string => String(name ?? id ?? '');

/** Id and name of the records of a table by row. */
export function named(source: ViewSource, table: string): (row: number) => { id: string | null; name: string } {
  const [ids, names] = [source.column(table, 'id'), source.column(table, 'name')];
  return (row) => ({
    id: (ids[row] ?? null) as string | null,
    name: calledBy(names[row], ids[row]),
  });
}
