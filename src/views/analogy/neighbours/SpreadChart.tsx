import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { Spread } from '../../../pipeline/words/neighbours/neighbourhood.ts';
import type { Histogram } from '../../../vectors/histogram.ts';

interface SpreadChartProps {
  readonly spread: Spread;
  /** In the same bins. */
  readonly pairs: Histogram;
  /** What the chart says, in a sentence. */
  readonly label: string;
}

const WIDTH = 300;
const HEIGHT = 138;
/** Room for the marks above the bars, and for the axis below. */
const TOP = 34;
const BOTTOM = 18;
/** So far apart at least stand two marks' labels. */
const LABEL = 46;

/** Bars for a word's similarities, a dashed line for random pairs: each as shares of its own total. */
export function SpreadChart({ spread, pairs, label }: SpreadChartProps) {
  const { t } = useTranslation('analogy');
  const { from, width, counts } = spread;
  const bins = counts.length;
  const most = Math.max(...counts.map((n) => n / spread.total), ...pairs.counts.map((n) => n / pairs.total));
  const x = (value: number) => ((value - from) / (bins * width)) * WIDTH;
  const y = (share: number) => HEIGHT - BOTTOM - (share / most) * (HEIGHT - BOTTOM - TOP);
  const edges = counts.map((_, bin) => from + bin * width);
  const line = pairs.counts.map((n, bin) => {
    const level = y(n / pairs.total);
    return `${x(edges[bin])},${level} ${x(edges[bin] + width)},${level}`;
  });
  const nearest = x(spread.nearest);
  const hundredth = spread.hundredth === null ? null : x(spread.hundredth);
  return (
    <svg className="spread-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {edges.map((edge, bin) => {
        const level = y(counts[bin] / spread.total);
        return (
          <rect
            key={edge}
            className="spread-bar"
            x={x(edge)}
            width={WIDTH / bins - 0.5}
            y={level}
            height={HEIGHT - BOTTOM - level}
          />
        );
      })}
      <polyline className="spread-pairs" points={line.join(' ')} />
      <line className="spread-axis" x1={0} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      {ticksOf(from, from + bins * width).map((value) => (
        <g key={value}>
          <line
            className="spread-axis"
            x1={x(value)}
            x2={x(value)}
            y1={HEIGHT - BOTTOM}
            y2={HEIGHT - BOTTOM + 3}
          />
          <text className="spread-tick" x={inside(x(value), 10)} y={HEIGHT - 4}>
            {value === 0 ? '0' : twoDecimals(value)}
          </text>
        </g>
      ))}
      {hundredth !== null && (
        <Mark
          at={hundredth}
          height={nearest - hundredth < LABEL ? 22 : 10}
          text={t('neighbours.spread.hundredth')}
        />
      )}
      <Mark at={nearest} height={10} text={t('neighbours.spread.first')} />
    </svg>
  );
}

function Mark({ at, height, text }: { readonly at: number; readonly height: number; readonly text: string }) {
  return (
    <g className="spread-mark">
      <line x1={at} x2={at} y1={height + 3} y2={HEIGHT - BOTTOM} />
      <text x={inside(at, 22)} y={height}>
        {text}
      </text>
    </g>
  );
}

/** A label's middle, kept so far from the edges. */
function inside(at: number, room: number): number {
  return Math.max(room, Math.min(WIDTH - room, at));
}

/** Steps of .1, .2 or .5, so that there are at most six. */
function ticksOf(low: number, high: number): number[] {
  const step = [0.1, 0.2, 0.5].find((size) => (high - low) / size <= 5.5) ?? 0.5;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9; i++) ticks.push(i * step);
  return ticks;
}
