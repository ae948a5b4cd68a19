import type { PlotProps } from './plots';
import { figure, highestOf } from './scale';

/** Lying bars, one per category from the top down; several series share a row. */
export function drawBars({ data, width, height }: PlotProps) {
  const labels = Math.min(width * 0.34, 150);
  const room = width - labels - 60;
  const row = height / Math.max(1, data.categories.length);
  const bar = Math.min(26, (row * 0.7) / Math.max(1, data.series.length));
  const highest = highestOf(data.series) || 1;
  return (
    <>
      {data.categories.map((category, index) => (
        <g key={index}>
          <text x={labels} y={row * (index + 0.5)} className="chart-label" textAnchor="end">
            {category}
          </text>
          {data.series.map(({ values, color }, place) => {
            const value = values[index] ?? 0;
            const y = row * (index + 0.5) + (place - data.series.length / 2) * bar;
            const length = (Math.max(0, value) / highest) * room;
            return (
              <g key={place}>
                <rect x={labels + 8} y={y} width={length} height={bar * 0.92} rx={2} fill={color} />
                <text x={labels + 14 + length} y={y + bar / 2} className="chart-figure">
                  {figure(value)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}
