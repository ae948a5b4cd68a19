/** Prints measurements as a plain table; numbers right-aligned. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const text = (value: string | number) =>
    typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 2 }) : value;
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => text(row[column] ?? '').length)));
  const line = (cells: readonly string[]) => cells.map((cell, index) => cell.padStart(widths[index]!)).join('  ');
  console.log(`\n${title}`);
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((column) => text(row[column] ?? ''))));
}

/** Wall-clock milliseconds of `work`. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
