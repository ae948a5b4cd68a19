import type { MetaRow } from '../../template/bindings';

const keyOf = ({ kind, table, column }: MetaRow) => `${kind} ${table} ${column}`;

/**
 * The new rows of the meta table, each where its old one stands, new ones at the end and in places that become free.
 * office.js cuts a write of more than some 300 rows into several: whichever of them fails, every table and column that
 * was known still is.
 */
export function inPlace(rows: readonly MetaRow[], before: readonly MetaRow[]): MetaRow[] {
  const waiting = new Map(rows.map((row) => [keyOf(row), row]));
  const kept = before.map((old) => {
    const row = waiting.get(keyOf(old));
    waiting.delete(keyOf(old));
    return row;
  });
  const others = [...waiting.values()];
  const placed = kept.map((row) => row ?? others.shift());
  return [...filled(placed), ...others];
}

/** Rows without gaps: the last ones move up into places that stay free. */
function filled(placed: readonly (MetaRow | undefined)[]): MetaRow[] {
  const rows = [...placed];
  for (let at = 0; at < rows.length; at += 1) {
    while (rows.length > at && !rows.at(-1)) rows.pop();
    if (at < rows.length) rows[at] ??= rows.pop();
  }
  return rows as MetaRow[];
}
