import { type PointerEvent, useMemo } from 'react';
import { twoDecimals } from '../../../language/decimals.ts';
import {
  axisNumbers,
  knownPoints,
  type LayerScore,
  scoreDepth,
  scoreRange,
  segments,
} from './layerScores.ts';
import { BestMark, ScoreMark } from './ScoreMark.tsx';
import { nearestStep, stepPlaces } from './stepPlaces.ts';

interface SeparationChartProps {
  /** One a step. */
  readonly scores: readonly LayerScore[];
  readonly step: number;
  readonly best: number | null;
  /** What the chart says, in a sentence. */
  readonly label: string;
  /** The step under the pointer, null when it leaves. */
  readonly onPoint: (step: number | null) => void;
  readonly onStep: (step: number) => void;
}

/** How well the senses stand apart at each layer, right above the slider's steps; all in shares of its box. */
export function SeparationChart({ scores, step, best, label, onPoint, onStep }: SeparationChartProps) {
  const range = useMemo(() => scoreRange(scores), [scores]);
  const places = stepPlaces(scores.length);
  const x = (at: number) => `${places[at] * 100}%`;
  const y = (value: number) => `${scoreDepth(range, value) * 100}%`;
  const lines = (['found', 'given'] as const).map((kind) => ({
    kind,
    values: scores.map((score) => score[kind]),
  }));
  const top = best === null ? null : (scores[best]?.given ?? scores[best]?.found ?? null);
  const topKind = best !== null && scores[best]?.given != null ? 'given' : 'found';
  const stepUnder = ({ clientX, currentTarget }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    return nearestStep((clientX - box.left) / box.width, scores.length);
  };
  return (
    <div className="layer-chart">
      <div className="layer-axis" aria-hidden="true">
        {axisNumbers(range).map((value) => (
          <span key={value} style={{ insetBlockStart: y(value) }}>
            {value === 0 ? '0' : twoDecimals(value)}
          </span>
        ))}
      </div>
      <svg
        className="layer-lines"
        role="img"
        aria-label={label}
        onPointerMove={(event) => onPoint(stepUnder(event))}
        onPointerLeave={() => onPoint(null)}
        onPointerUp={(event) => onStep(stepUnder(event))}
      >
        {/* A line of no width is hit nowhere: this catches the pointer. */}
        <rect className="layer-ground" width="100%" height="100%" />
        <line className="layer-zero" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        {step < places.length && <line className="layer-now" x1={x(step)} x2={x(step)} y1="0" y2="100%" />}
        {lines.map(({ kind, values }) => (
          <g key={kind} className="layer-line" data-kind={kind}>
            {segments(values).map(({ from, to }) => (
              <line key={to} x1={x(from)} x2={x(to)} y1={y(values[from] ?? 0)} y2={y(values[to] ?? 0)} />
            ))}
            {knownPoints(values).map(({ step: at, value }) => (
              <ScoreMark key={at} kind={kind} x={x(at)} y={y(value)} large={at === step} />
            ))}
          </g>
        ))}
        {best !== null && top !== null && <BestMark x={x(best)} y={y(top)} kind={topKind} />}
      </svg>
    </div>
  );
}
