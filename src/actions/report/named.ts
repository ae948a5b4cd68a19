import type { ViewSource } from '../../template/views/source';

/** Id and name of the records of a table by row. */
export function named(source: ViewSource, table: string): (row: number) => { id: string | null; name: string } {
  const [ids, names] = [source.column(table, 'id'), source.column(table, 'name')];
  return (row) => ({
    id: (ids[row] ?? null) as string | null,
    name: String(names[row] ?? ids[row] ?? ''),
  });
}
