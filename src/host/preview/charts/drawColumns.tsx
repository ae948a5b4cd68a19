import type { PlotProps } from './plots';
import { axisTicks, figure, highestOf } from './scale';

const LEFT = 44;
const BOTTOM = 24;

/** Upright bars in groups, with a value axis. */
export function drawColumns({ data, width, height }: PlotProps) {
  const ticks = axisTicks(highestOf(data.series));
  const top = ticks.at(-1) ?? 1;
  const plot = { width: width - LEFT - 8, height: height - BOTTOM - 14 };
  const y = (value: number) => 14 + plot.height * (1 - Math.max(0, value) / top);
  const group = plot.width / Math.max(1, data.categories.length);
  const bar = Math.min(64, (group * 0.64) / Math.max(1, data.series.length));
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={LEFT + plot.width} y1={y(tick)} y2={y(tick)} className="chart-line" />
          <text x={LEFT - 6} y={y(tick)} className="chart-axis" textAnchor="end">
            {figure(tick)}
          </text>
        </g>
      ))}
      {data.categories.map((category, index) => {
        const center = LEFT + group * (index + 0.5);
        return (
          <g key={index}>
            {data.series.map(({ values, color }, place) => {
              const value = values[index] ?? 0;
              const x = center + (place - data.series.length / 2) * bar;
              return (
                <g key={place}>
                  <rect x={x} y={y(value)} width={bar * 0.94} height={y(0) - y(value)} rx={2} fill={color} />
                  <text x={x + bar * 0.47} y={y(value) - 8} className="chart-figure" textAnchor="middle">
                    {figure(value)}
                  </text>
                </g>
              );
            })}
            <text x={center} y={height - 10} className="chart-label" textAnchor="middle">
              {category}
            </text>
          </g>
        );
      })}
    </>
  );
}
