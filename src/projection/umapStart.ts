import { seededRandom } from '../vectors/random.ts';

/** Largest coordinate of the start and the noise on it: umap-learn's noisy_scale_coords. */
const EXTENT = 10;
const NOISE = 1e-4;

/**
 * Where UMAP starts: the n × `dims` coordinates of `start` scaled evenly to 10 and parted by a little noise, `width`
 * numbers a point, the rest zeros. Where all of `start` is zero there is no map to start from: at random in ±10.
 */
export function umapStart(
  start: Float32Array,
  dims: number,
  width: number,
  seed: number,
): Float32Array<ArrayBuffer> {
  const random = seededRandom(seed);
  let extent = 0;
  for (const value of start) extent = Math.max(extent, Math.abs(value));
  const points = new Float32Array((start.length / dims) * width);
  for (let at = 0; at < start.length; at++) {
    const noise = random() * 2 - 1;
    const to = Math.floor(at / dims) * width + (at % dims);
    points[to] = extent === 0 ? noise * EXTENT : (start[at] / extent) * EXTENT + noise * NOISE;
  }
  return points;
}
