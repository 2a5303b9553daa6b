/**
 * How far neighbours share a label: for each labelled point the share of its nearest `take` neighbours that
 * bear its label, then the mean over these points, 0 … 1. NaN where no point has a label ('' is none) or a neighbour.
 * `indices` is row-major with `k` neighbours a point, nearest first, the point itself excluded.
 */
export function meanLabelAgreement(
  indices: Int32Array,
  k: number,
  labels: readonly string[],
  take = 10,
): number {
  const count = Math.min(k, take);
  let sum = 0;
  let points = 0;
  if (count === 0) return Number.NaN;
  labels.forEach((label, point) => {
    if (label === '') return;
    let same = 0;
    for (let t = 0; t < count; t++) if (labels[indices[point * k + t]] === label) same++;
    sum += same / count;
    points++;
  });
  return sum / points;
}
