import { SERIES_COLORS } from './data';
import type { PlotProps } from './plots';

/** A point of a circle; `share` 0..1 runs clockwise from the top. */
function pointAt(center: { x: number; y: number }, radius: number, share: number): string {
  const angle = 2 * Math.PI * share - Math.PI / 2;
  return `${center.x + radius * Math.cos(angle)},${center.y + radius * Math.sin(angle)}`;
}

/** Where each value's slice begins and ends, 0..1. A whole circle would be no arc: it stays a hair short. */
function slicesOf(values: readonly number[], total: number): { value: number; from: number; to: number }[] {
  const ends = values.map((_, index) => values.slice(0, index + 1).reduce((sum, value) => sum + value, 0) / total);
  return values.map((value, index) => ({ value, from: ends[index - 1] ?? 0, to: Math.min(0.9999, ends[index]!) }));
}

/** Shares of the first series, with a legend. A doughnut is a pie with a hole. */
export function drawPie({ data, width, height }: PlotProps) {
  const values = (data.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const radius = Math.min(width * 0.3, height / 2 - 8);
  const center = { x: radius + 16, y: height / 2 };
  return (
    <>
      {slicesOf(values, total).map(({ value, from, to }, index) => {
        const color = SERIES_COLORS[index % SERIES_COLORS.length]!;
        const arc = `A${radius},${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${pointAt(center, radius, to)}`;
        return (
          <g key={index}>
            <path
              d={`M${center.x},${center.y} L${pointAt(center, radius, from)} ${arc} Z`}
              fill={color}
              stroke="#fff"
            />
            <rect x={center.x + radius + 20} y={16 + index * 20} width={10} height={10} fill={color} />
            <text x={center.x + radius + 36} y={21 + index * 20} className="chart-label">
              {`${data.categories[index] ?? ''}  ${Math.round((value / total) * 100)}%`}
            </text>
          </g>
        );
      })}
      {data.type === 'Doughnut' && <circle cx={center.x} cy={center.y} r={radius * 0.55} fill="#fff" />}
    </>
  );
}
