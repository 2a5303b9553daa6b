import type { Metric } from '../../contract/options.ts';
import { distanceOfCosine, distanceOfSquares } from '../../vectors/distanceTiles.ts';

/**
 * What one operation on a GPU's float32 numbers may change of its result: WGSL asks for correct rounding but leaves the
 * direction open, so a whole unit in the last place, not half.
 */
const ROUNDING = 2 ** -23;
/** Rounding a unit row to float32 moves it by at most 2⁻²⁴ of its length; both ends of a distance move. */
const UNIT_ROWS = 2 ** -23;
/** Numbers below 2⁻¹²⁶ may count as zero: they move a distance by far less than this. */
const FLUSHED = 2 ** -100;
/** The CPU's own distances are sums in double precision. */
const CPU = 1e-12;

/**
 * The least distance, as the CPU would measure it and as float32, of any row that the GPU left out of a list because
 * its squared distance there was `squares` or more. A neighbour nearer than this is certainly right: a sum of `width`
 * squares of differences has no cancellation, so its relative error is at most about `width` roundings (Higham 2002,
 * section 3.1). `scale` as in `NeighbourRows`.
 */
export function leastLeftOut(squares: number, width: number, metric: Metric, scale: number): number {
  const sure = 1 - (width + 4) * ROUNDING;
  const distance = Math.sqrt(Math.max(0, squares * sure));
  if (metric === 'euclidean') {
    const least = Math.max(0, distance - FLUSHED) / scale;
    return Math.fround(distanceOfSquares(least * least * (1 - CPU)));
  }
  const least = Math.max(0, distance - UNIT_ROWS - FLUSHED);
  return Math.fround(Math.max(0, distanceOfCosine(1 - (least * least) / 2) - CPU));
}
