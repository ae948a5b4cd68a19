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

/** Wall-clock milliseconds of `work`, and those of the processor, which do not depend on what else the machine does. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; cpu: number; result: T }> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpu: (user + system) / 1000, result };
}

/** The middle one; of two the higher. */
export const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
