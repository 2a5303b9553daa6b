/** umap-learn's SMOOTH_K_TOLERANCE, its 64 halvings and its MIN_K_DIST_SCALE. */
const TOLERANCE = 1e-5;
const HALVINGS = 64;
const LEAST_SCALE = 1e-3;

/**
 * The scale at which a point's memberships add up to log2(neighbours + 1): umap-learn 0.5's smooth_knn_dist. `distances` of the
 * neighbours without the point itself; `nearest` is taken off them first.
 */
export function membershipScale(distances: Float32Array, nearest: number): number {
  const nNeighbors = distances.length + 1;
  const target = Math.log(nNeighbors) / Math.log(2);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let scale = 1;
  for (let i = 0; i < HALVINGS; i++) {
    let sum = 0;
    for (let t = 0; t < distances.length; t++) {
      const beyond = distances[t] - nearest;
      sum += beyond > 0 ? Math.exp(-(beyond / scale)) : 1;
    }
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) high = scale;
    else low = scale;
    scale = high === Number.POSITIVE_INFINITY ? scale * 2 : (low + high) / 2;
  }
  let mean = 0;
  for (const distance of distances) mean += distance;
  // where all neighbours lie on the point, umap-learn takes another mean here; the strengths are 1 either way
  return Math.max(scale, (LEAST_SCALE * mean) / nNeighbors);
}

/** Membership strength, 0 … 1, of a neighbour at `distance`: umap-learn 0.5's compute_membership_strengths. */
export function membership(distance: number, nearest: number, scale: number): number {
  const beyond = distance - nearest;
  return beyond > 0 ? Math.exp(-(beyond / scale)) : 1;
}
