/** Round steps of an axis from 0 to at least `highest`, about five of them: `[0, 20, 40, 60]`. */
export function axisTicks(highest: number): number[] {
  if (!(highest > 0)) return [0, 1];
  const rough = highest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
const full = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** A figure beside a mark: in full while short, else `1.2M`. */
export const figure = (value: number): string => (Math.abs(value) < 100_000 ? full : compact).format(value);

/** The highest value of all series; negative values are drawn as 0. */
export function highestOf(series: readonly { readonly values: readonly (number | null)[] }[]): number {
  return Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
}
