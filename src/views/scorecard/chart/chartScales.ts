/** Where a value stands between two ends, 0 … 1, on a logarithmic axis; all three are above 0. */
export function logShare(value: number, low: number, high: number): number {
  return high === low ? 0.5 : Math.log(value / low) / Math.log(high / low);
}

/** The powers of ten that hold all values between them, at least one apart; values are above 0. */
export function logEnds(values: readonly number[]): readonly [number, number] {
  const low = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  return high > low ? [low, high] : [low, low * 10];
}

/** The powers of ten from end to end. */
export function logTicks([low, high]: readonly [number, number]): readonly number[] {
  const count = Math.round(Math.log10(high / low)) + 1;
  return Array.from({ length: count }, (_, index) => low * 10 ** index);
}

/** The ends of a quality axis in steps of 0.2: from 0, or below where a value is, up to what holds them all. */
export function scoreEnds(values: readonly number[]): readonly [number, number] {
  const step = 0.2;
  // a hair of tolerance, so that 0.6 needs no step more
  const low = Math.floor(Math.min(0, ...values) / step + 1e-9);
  const high = Math.ceil(Math.max(step, ...values) / step - 1e-9);
  return [(low * 2) / 10, (high * 2) / 10];
}

/** The steps of 0.2 from end to end. */
export function scoreTicks([low, high]: readonly [number, number]): readonly number[] {
  const count = Math.round((high - low) / 0.2) + 1;
  return Array.from({ length: count }, (_, index) => (Math.round(low / 0.2) + index) / 5);
}
