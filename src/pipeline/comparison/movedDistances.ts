/**
 * How far each point of `right` lies from the same point of `left`, in units of the left points' mean distance from
 * their middle. Both n × dims, row-major, in one space; zeros where all left points coincide.
 */
export function movedDistances(
  left: Float32Array,
  right: Float32Array,
  dims: number,
): Float64Array<ArrayBuffer> {
  const n = left.length / dims;
  const middle = new Float64Array(dims);
  for (let at = 0; at < left.length; at++) middle[at % dims] += left[at] / n;
  const moved = new Float64Array(n);
  let unit = 0;
  for (let row = 0; row < n; row++) {
    let fromMiddle = 0;
    let apart = 0;
    for (let d = 0; d < dims; d++) {
      fromMiddle += (left[row * dims + d] - middle[d]) ** 2;
      apart += (right[row * dims + d] - left[row * dims + d]) ** 2;
    }
    unit += Math.sqrt(fromMiddle) / n;
    moved[row] = Math.sqrt(apart);
  }
  return moved.map((distance) => (unit > 0 ? distance / unit : 0));
}
