import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../contract/options.ts';
import type { Measure, RowKind, ScoreRow } from '../../../pipeline/scorecard/scoreRow.ts';
import { metricNumber } from '../measureText.ts';
import type { QualityMetric } from '../metricFacts.ts';
import { shortName } from '../rowName.ts';
import { logEnds, logShare, logTicks, scoreEnds, scoreTicks } from './chartScales.ts';
import { placeLabels } from './placeLabels.ts';
import { useWidth } from './useWidth.ts';

/** What speed is read off: more texts a second, or fewer milliseconds, lie farther right. */
export type SpeedMetric = 'throughput' | 'latency';

interface SpeedChartProps {
  readonly rows: readonly ScoreRow[];
  readonly quality: QualityMetric;
  readonly speed: SpeedMetric;
  readonly lang: Language;
}

const HEIGHT = 320;
/** From this many points on the chart is taller, so that their names have room. */
const MANY = 9;
const TALL = 440;
/** A name that stands farther from its point than this is joined to it by a line. */
const FAR = 9;
const EDGE = { left: 46, right: 26, top: 14, bottom: 46 };
/** A point's shape tells its kind without its colour: circle, square, triangles up and down, diamond, cross. */
const SHAPES: Readonly<Record<RowKind, string>> = {
  static: 'M-6-6H6V6H-6Z',
  contextual: 'M0-7A7 7 0 1 1 0 7A7 7 0 1 1 0-7Z',
  table: 'M0-7 7 6H-7Z',
  layer: 'M0 7 7-6H-7Z',
  'two-stage': 'M0-8 8 0 0 8-8 0Z',
  bm25: 'M-2-7H2V-2H7V2H2V7H-2V2H-7V-2H-2Z',
};
/** About the width of a letter of the labels, 12.5 px; a Chinese one takes the whole of it. */
const LETTER = 7;
const WIDE = 13;

interface Shown {
  readonly row: ScoreRow;
  readonly x: Measure;
  readonly y: Measure;
  readonly label: string;
}

/** Quality against speed: a point a row, its 95 % interval as a whisker, its name beside it. */
export function SpeedChart({ rows, quality, speed, lang }: SpeedChartProps) {
  const { t } = useTranslation('scorecard');
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const shown = rows.flatMap((row): Shown[] => {
    const [x, y] = [row.metrics[speed], row.metrics[quality]];
    if (!x || !y || x.value <= 0) return [];
    return [{ row, x, y, label: shortName(row, t) }];
  });
  const without = rows.filter((row) => row.metrics[quality] && !shown.some((point) => point.row === row));
  const height = shown.length < MANY ? HEIGHT : TALL;
  const told = (point: Shown) =>
    t('chart.point', {
      name: point.label,
      y: metricNumber(point.y.value, quality, lang),
      x: t(speed === 'latency' ? 'units.milliseconds' : 'units.rate', {
        value: metricNumber(point.x.value, speed, lang),
      }),
    });
  return (
    <div className="speed-chart" ref={box}>
      {shown.length === 0 ? (
        <p className="hint">{t('chart.empty')}</p>
      ) : (
        width > 0 && (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={t('chart.label', {
              quality: t(`metrics.${quality}`),
              speed: t(`chart.${speed}`),
              points: shown.map(told).join('; '),
            })}
          >
            <Drawing {...{ shown, width, height, quality, speed, lang }} />
            <text className="chart-axis" x={width - EDGE.right} y={height - 6} textAnchor="end">
              {t(`chart.${speed}Axis`)}
            </text>
          </svg>
        )
      )}
      {without.length > 0 && shown.length > 0 && (
        <p className="hint">
          {t('chart.without', {
            names: without.map((row) => shortName(row, t)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

interface DrawingProps extends Pick<SpeedChartProps, 'quality' | 'speed' | 'lang'> {
  readonly shown: readonly Shown[];
  readonly width: number;
  readonly height: number;
}

function Drawing({ shown, width, height, quality, speed, lang }: DrawingProps) {
  const bounds = (pick: 'x' | 'y') =>
    shown.flatMap((point) => [point[pick].value, point[pick].low ?? [], point[pick].high ?? []].flat());
  const xEnds = logEnds(bounds('x').filter((value) => value > 0));
  const yEnds = scoreEnds(bounds('y'));
  const inner = { width: width - EDGE.left - EDGE.right, height: height - EDGE.top - EDGE.bottom };
  const x = (value: number) => {
    const share = logShare(Math.max(value, xEnds[0]), ...xEnds);
    return EDGE.left + (speed === 'latency' ? 1 - share : share) * inner.width;
  };
  const y = (value: number) => EDGE.top + (1 - (value - yEnds[0]) / (yEnds[1] - yEnds[0])) * inner.height;
  const at = shown.map((point) => ({
    x: x(point.x.value),
    y: y(point.y.value),
    width: widthOf(point.label),
  }));
  const labels = placeLabels(at, width - EDGE.right, EDGE.top + inner.height);
  return (
    <>
      {scoreTicks(yEnds).map((tick) => (
        <g key={tick} className="chart-tick">
          <line x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} data-zero={tick === 0} />
          <text x={EDGE.left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
            {metricNumber(tick, quality, lang)}
          </text>
        </g>
      ))}
      {logTicks(xEnds).map((tick) => (
        <g key={tick} className="chart-tick">
          <line x1={x(tick)} x2={x(tick)} y1={EDGE.top} y2={EDGE.top + inner.height} />
          <text x={x(tick)} y={EDGE.top + inner.height + 16} textAnchor="middle">
            {metricNumber(tick, speed, lang)}
          </text>
        </g>
      ))}
      {shown.map((point, index) => (
        <g key={point.row.id} className="chart-point" data-kind={point.row.kind} data-row={point.row.id}>
          {point.y.low !== null && point.y.high !== null && (
            <line x1={at[index].x} x2={at[index].x} y1={y(point.y.low)} y2={y(point.y.high)} />
          )}
          {point.x.low !== null && point.x.high !== null && (
            <line x1={x(point.x.low)} x2={x(point.x.high)} y1={at[index].y} y2={at[index].y} />
          )}
          {Math.abs(labels[index].y - at[index].y) > FAR && (
            <line
              className="chart-lead"
              x1={at[index].x}
              y1={at[index].y}
              x2={labels[index].x}
              y2={labels[index].y}
            />
          )}
          <path d={SHAPES[point.row.kind]} transform={`translate(${at[index].x} ${at[index].y})`} />
        </g>
      ))}
      {shown.map(({ row, label }, index) => (
        <text
          key={row.id}
          className="chart-label"
          x={labels[index].x}
          y={labels[index].y}
          dy="0.35em"
          textAnchor={labels[index].anchor}
        >
          {label}
        </text>
      ))}
    </>
  );
}

function widthOf(label: string): number {
  return [...label].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? WIDE : LETTER), 0);
}
