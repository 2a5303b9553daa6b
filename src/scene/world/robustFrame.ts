/** How raw coordinates are shifted and scaled so that the map fills the unit sphere. */
export interface RobustFrame {
  /** Middle of the 2nd to 98th percentile box, raw units; z is 0 for two dimensions. */
  centre: [number, number, number];
  /** World units per raw unit, the same on every axis, so that distances stay comparable. */
  scale: number;
  /** Half of the 2nd to 98th percentile box, world units (radius 1 holds 95% of the points). */
  half: [number, number, number];
}

/** Above this many points, percentiles come from an even sample: error of a percentile < 0.5 points. */
const SAMPLE = 20_000;

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
  const stride = Math.max(1, Math.ceil(n / SAMPLE));
  const centre: [number, number, number] = [0, 0, 0];
  const half: [number, number, number] = [0, 0, 0];
  for (let axis = 0; axis < dims; axis++) {
    const values: number[] = [];
    for (let i = 0; i < n; i += stride) {
      const value = positions[i * dims + axis];
      if (Number.isFinite(value)) values.push(value);
    }
    if (values.length === 0) continue;
    const sorted = Float32Array.from(values).sort();
    const low = percentile(sorted, 0.02);
    const high = percentile(sorted, 0.98);
    centre[axis] = (low + high) / 2;
    half[axis] = (high - low) / 2;
  }
  const distances: number[] = [];
  for (let i = 0; i < n; i += stride) {
    let sum = 0;
    for (let axis = 0; axis < dims; axis++) sum += (positions[i * dims + axis] - centre[axis]) ** 2;
    if (Number.isFinite(sum)) distances.push(Math.sqrt(sum));
  }
  const radius = distances.length > 0 ? percentile(Float32Array.from(distances).sort(), 0.95) : 0;
  const scale = radius > 1e-12 ? 1 / radius : 1;
  return { centre, scale, half: [half[0] * scale, half[1] * scale, half[2] * scale] };
}

/** One raw place in world units; missing or non-finite coordinates fall on the centre. */
export function toWorld(raw: ArrayLike<number>, frame: RobustFrame): [number, number, number] {
  const at = (axis: number): number => {
    const value = (raw[axis] - frame.centre[axis]) * frame.scale;
    return Number.isFinite(value) ? value : 0;
  };
  return [at(0), at(1), at(2)];
}

/** n × dims raw coordinates to a new n × 3 array of world units; non-finite values become 0. */
export function worldPositions(positions: Float32Array, dims: 2 | 3, frame: RobustFrame): Float32Array {
  const n = Math.floor(positions.length / dims);
  const world = new Float32Array(n * 3);
  for (let i = 0; i < n; i++) {
    for (let axis = 0; axis < dims; axis++) {
      const value = (positions[i * dims + axis] - frame.centre[axis]) * frame.scale;
      world[i * 3 + axis] = Number.isFinite(value) ? value : 0;
    }
  }
  return world;
}
