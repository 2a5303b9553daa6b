import type { Theme } from '../../../contract/deepLink.ts';
import { colourRamp, inkOn, RAMP_SIZE } from '../../context/matrix/colourRamp.ts';

/** Which cosines the ends of the colours stand for; what lies above `high` looks like it. */
export interface CosineScale {
  readonly low: number;
  readonly high: number;
}

/** What differs from its row of the table by rounding alone decides nothing. */
const SAME = 0.999;

/** From the lowest to the highest cosine of what has moved at all, to whole tenths. */
export function cosineScale(values: Float32Array): CosineScale {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value >= SAME) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (least > most) return { low: 0, high: 1 };
  const low = Math.floor(least * 10 + 1e-4) / 10;
  return { low, high: Math.max(low + 0.1, Math.ceil(most * 10 - 1e-4) / 10) };
}

/** Ground and ink of a cosine; the ink is read at 4.5:1 or better. */
export function cellColours(
  theme: Theme,
  { low, high }: CosineScale,
  value: number,
): { background: string; color: string } {
  const ramp = colourRamp(theme);
  const place = Math.min(1, Math.max(0, (value - low) / (high - low)));
  const index = Math.round(place * (RAMP_SIZE - 1));
  const [r, g, b] = ramp.subarray(index * 3, index * 3 + 3);
  return { background: `rgb(${r} ${g} ${b})`, color: inkOn(ramp, index) };
}
