import { seededRandom } from '../../vectors/random.ts';

/** How raw coordinates are shifted and scaled so that the map fills the unit sphere. */
export interface RobustFrame {
  /** Middle of the 2nd to 98th percentile box, raw units; z is 0 for two dimensions. */
  centre: [number, number, number];
  /** World units per raw unit, the same on every axis, so that distances stay comparable. */
  scale: number;
  /** Half of the 2nd to 98th percentile box, world units (radius 1 holds 95% of the points). */
  half: [number, number, number];
}

/** Above this many points, percentiles come from a sample: error of a percentile < 0.5 points. */
const SAMPLE = 20_000;
const SEED = 42;

function percentile(sorted: Float32Array, share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

/**
 * The frame of n × dims raw coordinates (row-major), deaf to a few far-away points. Non-finite values are
 * left out; with no points, or all in one place, the scale is 1.
 */
export function robustFrame(positions: Float32Array, dims: 2 | 3): RobustFrame {
  const n = Math.floor(positions.length / dims);
  const rows = sampleOf(n);
  const sample = new Float32Array(rows.length);
  const centre: [number, number, number] = [0, 0, 0];
  const half: [number, number, number] = [0, 0, 0];
  for (let axis = 0; axis < dims; axis++) {
    let found = 0;
    for (const i of rows) {
      const value = positions[i * dims + axis];
      if (Number.isFinite(value)) sample[found++] = value;
    }
    if (found === 0) continue;
    const sorted = sample.subarray(0, found).sort();
    const low = percentile(sorted, 0.02);
    const high = percentile(sorted, 0.98);
    // rounded as the shaders round it
    centre[axis] = Math.fround((low + high) / 2);
    half[axis] = (high - low) / 2;
  }
  let found = 0;
  for (const i of rows) {
    let sum = 0;
    for (let axis = 0; axis < dims; axis++) sum += (positions[i * dims + axis] - centre[axis]) ** 2;
    if (Number.isFinite(sum)) sample[found++] = Math.sqrt(sum);
  }
  const radius = found > 0 ? percentile(sample.subarray(0, found).sort(), 0.95) : 0;
  const scale = radius > 1e-12 ? 1 / radius : 1;
  return { centre, scale, half: [half[0] * scale, half[1] * scale, half[2] * scale] };
}

/** All rows; of many, one out of each of as many equal stretches, at random: an even step could miss whole groups. */
function sampleOf(n: number): Uint32Array {
  const rows = new Uint32Array(Math.min(n, SAMPLE));
  const random = seededRandom(SEED);
  for (let i = 0; i < rows.length; i++)
    rows[i] = n <= SAMPLE ? i : Math.floor(((i + random()) * n) / rows.length);
  return rows;
}

/** One raw place in world units; missing or non-finite coordinates fall on the centre. */
export function toWorld(raw: ArrayLike<number>, frame: RobustFrame): [number, number, number] {
  const at = (axis: number): number => {
    const value = (raw[axis] - frame.centre[axis]) * frame.scale;
    return Number.isFinite(value) ? value : 0;
  };
  return [at(0), at(1), at(2)];
}
