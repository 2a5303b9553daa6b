import { twoDecimals } from '../../../language/decimals.ts';

/** A line of a chart. */
export interface Curve {
  readonly name: string;
  /** From left to right. */
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly low?: number;
    readonly high?: number;
  }[];
}

interface CurveChartProps {
  readonly curves: readonly Curve[];
  readonly xName: string;
  readonly yName: string;
  /** What is seen, in a sentence. */
  readonly label: string;
  /** Lines are drawn as steps. */
  readonly steps?: boolean;
}

const WIDTH = 320;
const HEIGHT = 150;
const EDGE = { left: 40, right: 8, top: 16, bottom: 30 };
/** Lines of one chart differ by their dashes, not by colour. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '4 2', '1 2', '12 4', '5 2 1 2'];

/** Lines over a distance, each with a band of its spread where it has one. */
export function CurveChart({ curves, xName, yName, label, steps = false }: CurveChartProps) {
  const all = curves.flatMap(({ points }) => points);
  const xs = all.map(({ x }) => x);
  const ys = all.flatMap(({ y, low = y, high = y }) => [y, low, high]);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const x = (value: number) => EDGE.left + ((value - x0) / (x1 - x0 || 1)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) =>
    HEIGHT - EDGE.bottom - ((value - y0) / (y1 - y0 || 1)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const line = (points: Curve['points']) =>
    points
      .flatMap((point, at) => {
        const here = `${x(point.x)},${y(point.y)}`;
        return steps && at > 0 ? [`${x(point.x)},${y(points[at - 1].y)}`, here] : [here];
      })
      .join(' ');
  const band = (points: Curve['points']) => {
    if (points.every(({ low }) => low === undefined)) return null;
    const upper = points.map((point) => `${x(point.x)},${y(point.high ?? point.y)}`);
    const lower = points.toReversed().map((point) => `${x(point.x)},${y(point.low ?? point.y)}`);
    return [...upper, ...lower].join(' ');
  };
  return (
    <figure className="curve-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {curves.map(({ name, points }) => {
          const spread = band(points);
          return spread && <polygon key={name} className="curve-band" points={spread} />;
        })}
        <line
          className="curve-axis"
          x1={EDGE.left}
          x2={WIDTH - EDGE.right}
          y1={HEIGHT - EDGE.bottom}
          y2={HEIGHT - EDGE.bottom}
        />
        <line className="curve-axis" x1={EDGE.left} x2={EDGE.left} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />
        {y0 < 0 && y1 > 0 && (
          <line className="curve-zero" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(0)} y2={y(0)} />
        )}
        {curves.map(({ name, points }, index) => (
          <polyline
            key={name}
            className="curve-line"
            strokeDasharray={DASHES[index % DASHES.length]}
            points={line(points)}
          />
        ))}
        {[x0, (x0 + x1) / 2, x1].map((value) => (
          <text
            key={value}
            className="curve-tick"
            x={Math.min(x(value), WIDTH - 14)}
            y={HEIGHT - EDGE.bottom + 13}
            textAnchor="middle"
          >
            {String(Math.round(value)).replace('-', '−')}
          </text>
        ))}
        {[y0, y1].map((value, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: both ends may be one number
          <text key={at} className="curve-tick" x={EDGE.left - 4} y={y(value) + 4} textAnchor="end">
            {Math.abs(value) >= 10 ? String(Math.round(value)).replace('-', '−') : twoDecimals(value)}
          </text>
        ))}
        <text
          className="curve-tick"
          x={(EDGE.left + WIDTH - EDGE.right) / 2}
          y={HEIGHT - 4}
          textAnchor="middle"
        >
          {xName}
        </text>
        <text className="curve-tick" x={EDGE.left} y={EDGE.top - 6}>
          {yName}
        </text>
      </svg>
      <p className="hint" aria-hidden>
        {label}
      </p>
    </figure>
  );
}
