import { type AxisScale, percentAt } from './axisScale.ts';

interface AxisTrackProps {
  readonly scale: AxisScale;
  readonly place: number;
  /** One deviation either way. */
  readonly sd?: number;
}

/** A place on a small line: the band of chance, 0, and the word or the group with its spread. The number stands beside it. */
export function AxisTrack({ scale, place, sd }: AxisTrackProps) {
  const [from, to] = scale.chance.map((end) => percentAt(scale, end));
  const span = (low: number, high: number) => ({
    insetInlineStart: `${percentAt(scale, low)}%`,
    inlineSize: `${percentAt(scale, high) - percentAt(scale, low)}%`,
  });
  return (
    <span aria-hidden className="axis-track">
      <span className="axis-chance" style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }} />
      <span className="axis-zero" style={{ insetInlineStart: `${percentAt(scale, 0)}%` }} />
      {sd !== undefined && <span className="axis-spread" style={span(place - sd, place + sd)} />}
      <span className="axis-dot" style={{ insetInlineStart: `${percentAt(scale, place)}%` }} />
    </span>
  );
}
