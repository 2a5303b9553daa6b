/** How well the senses stand apart at one layer; null where it cannot be said. */
export interface LayerScore {
  /** Silhouette on cosine distance, −1 … 1, with the senses the person gave. */
  readonly given: number | null;
  /** The same with the senses found by clustering. */
  readonly found: number | null;
  /** Adjusted Rand index between the two, at most 1. */
  readonly ari: number | null;
}

/** The silhouettes at the chart's lower and upper edge. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number;
}

/** The chart never spans less: noise of a few hundredths should look like what it is. */
const LEAST_HIGH = 0.2;

/**
 * The chart's range: tenths around all silhouettes, zero always inside (it divides senses apart from senses mixed
 * up), and at least 0 … 0.2.
 */
export function scoreRange(scores: readonly LayerScore[]): ScoreRange {
  const values = scores.flatMap(({ given, found }) => [given, found]).filter((value) => value !== null);
  // A thousandth of slack, or 0.30000001 would add a tenth.
  const low = Math.min(0, Math.floor(Math.min(0, ...values) * 10 + 0.01) / 10);
  const high = Math.max(LEAST_HIGH, Math.ceil(Math.max(0, ...values) * 10 - 0.01) / 10);
  return { low, high };
}

/** How far below the chart's upper edge a silhouette lies, 0 … 1. */
export function scoreDepth({ low, high }: ScoreRange, value: number): number {
  return (high - value) / (high - low);
}

/** How near two numbers of the axis may come, as a share of its height: on a phone that is a line of small type. */
const NUMBER_ROOM = 0.38;

/** The numbers at the axis: zero always, the ends of the range where they keep away from it. */
export function axisNumbers(range: ScoreRange): number[] {
  const zero = scoreDepth(range, 0);
  return [...(zero >= NUMBER_ROOM ? [range.high] : []), 0, ...(1 - zero >= NUMBER_ROOM ? [range.low] : [])];
}

/** A line's piece between two neighbouring steps. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** The pieces of a line through the steps: none over a step whose value is not known. */
export function segments(values: readonly (number | null)[]): Segment[] {
  return values.flatMap((value, step) =>
    step > 0 && value !== null && values[step - 1] !== null ? [{ from: step - 1, to: step }] : [],
  );
}

/** A value and the step it belongs to. */
export interface KnownPoint {
  readonly step: number;
  readonly value: number;
}

/** The values that are known, each with its step. */
export function knownPoints(values: readonly (number | null)[]): KnownPoint[] {
  return values.flatMap((value, step) => (value === null ? [] : [{ step, value }]));
}
