import type { PlotProps } from './plots';
import { figure, highestOf } from './scale';

/** Centred bars, one per category from the top down. */
export function drawFunnel({ data, width, height }: PlotProps) {
  const [series] = data.series;
  if (!series) return null;
  const labels = Math.min(width * 0.38, 170);
  const room = width - labels - 16;
  const step = height / Math.max(1, series.values.length);
  const highest = highestOf(data.series) || 1;
  return (
    <>
      {series.values.map((value, index) => {
        const bar = Math.max(value ? 2 : 0, ((value ?? 0) / highest) * room);
        const middle = step * (index + 0.5);
        const center = labels + 8 + room / 2;
        const inside = bar > 34;
        return (
          <g key={index}>
            <text x={labels} y={middle} className="chart-label" textAnchor="end">
              {data.categories[index] ?? ''}
            </text>
            <rect
              x={center - bar / 2}
              y={middle - step * 0.4}
              width={bar}
              height={step * 0.8}
              rx={2}
              fill={series.color}
            />
            <text
              x={inside ? center : center + bar / 2 + 6}
              y={middle}
              className={inside ? 'chart-figure-inside' : 'chart-figure'}
              textAnchor={inside ? 'middle' : 'start'}
            >
              {value === null ? '' : figure(value)}
            </text>
          </g>
        );
      })}
    </>
  );
}
