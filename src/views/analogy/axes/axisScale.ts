import type { AxesAnswer } from '../../../pipeline/words/axes/askAxes.ts';

/** From where to where the rows of a chart go, the same for all charts of one axis. */
export interface AxisScale {
  readonly low: number;
  readonly high: number;
  /** Where 95 of 100 random words stand: the mean, two deviations either way. */
  readonly chance: readonly [number, number];
}

/** The scale of one of the answer's axes. */
export function scaleOf({ placed, axes }: AxesAnswer, axis: number): AxisScale {
  const places = placed.map((word) => word.places[axis]);
  const { low, high } = axes[axis].reference;
  const chance = [low, high] as const;
  return {
    low: Math.min(...places, chance[0]),
    high: Math.max(...places, chance[1]),
    chance,
  };
}

/** A place as a share of the chart's width, in percent. */
export function percentAt({ low, high }: AxisScale, place: number): number {
  return high > low ? (100 * (Math.min(high, Math.max(low, place)) - low)) / (high - low) : 50;
}

/** A number with its sign, so that the side can be read without the picture. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
