import type { PlotProps } from './plots';
import { axisTicks, figure, highestOf } from './scale';

const LEFT = 44;
const BOTTOM = 24;

/** One line per series over the categories, with a value axis. Gaps are bridged. */
export function drawLines({ data, width, height }: PlotProps) {
  const ticks = axisTicks(highestOf(data.series));
  const top = ticks.at(-1) ?? 1;
  const plot = { width: width - LEFT - 8, height: height - BOTTOM - 8 };
  const x = (index: number) => LEFT + (plot.width * (index + 0.5)) / Math.max(1, data.categories.length);
  const y = (value: number) => 8 + plot.height * (1 - Math.max(0, value) / top);
  const every = Math.ceil((data.categories.length * 46) / plot.width);
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
      {data.categories.map((category, index) =>
        index % every === 0 ? (
          <text key={index} x={x(index)} y={height - 10} className="chart-axis" textAnchor="middle">
            {category}
          </text>
        ) : null,
      )}
      {data.series.map(({ values, color }, place) => (
        <polyline
          key={place}
          points={values.flatMap((value, index) => (value === null ? [] : [`${x(index)},${y(value)}`])).join(' ')}
          fill="none"
          stroke={color}
          strokeWidth={2}
        />
      ))}
    </>
  );
}
