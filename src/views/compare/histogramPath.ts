/**
 * The outline of a histogram as steps, for an SVG path.
 * @param shares one a bin, from left to right
 * @param highest the share that reaches the full height
 */
export function histogramPath(
  shares: readonly number[],
  highest: number,
  width: number,
  height: number,
): string {
  const step = width / shares.length;
  const y = (share: number) => (height - (highest > 0 ? share / highest : 0) * height).toFixed(1);
  const tops = shares.map(
    (share, bin) => `L${(bin * step).toFixed(1)} ${y(share)}H${((bin + 1) * step).toFixed(1)}`,
  );
  return `M0 ${height}${tops.join('')}V${height}Z`;
}

/** The cosine of the middle of the fullest bin, of bins that divide −1 … 1. */
export function fullestBin(shares: readonly number[]): number {
  const width = 2 / shares.length;
  return -1 + (shares.indexOf(Math.max(...shares)) + 0.5) * width;
}
