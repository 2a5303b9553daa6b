/** CSS pixels: finer than a label is high, coarser than a marker. */
const CELL = 8;

/**
 * Counts places in boxes of the screen quickly, by a summed-area table (Crow 1984) of 8-pixel cells.
 * @param xy places as x, y pairs in CSS pixels; those off the screen are left out
 * @returns how many places lie in the cells that a box touches
 */
export function crowding(
  xy: ArrayLike<number>,
  width: number,
  height: number,
): (left: number, top: number, right: number, bottom: number) => number {
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  const sums = new Uint32Array(columns * rows);
  for (let i = 0; i < xy.length; i += 2) {
    if (!(xy[i] >= 0 && xy[i] < width && xy[i + 1] >= 0 && xy[i + 1] < height)) continue;
    sums[(Math.floor(xy[i + 1] / CELL) + 1) * columns + Math.floor(xy[i] / CELL) + 1] += 1;
  }
  for (let y = 1; y < rows; y++)
    for (let x = 1; x < columns; x++)
      sums[y * columns + x] +=
        sums[y * columns + x - 1] + sums[(y - 1) * columns + x] - sums[(y - 1) * columns + x - 1];
  const column = (x: number): number => Math.max(0, Math.min(columns - 1, x));
  const row = (y: number): number => Math.max(0, Math.min(rows - 1, y));
  return (left, top, right, bottom) => {
    const x0 = column(Math.floor(left / CELL));
    const x1 = column(Math.floor(right / CELL) + 1);
    const y0 = row(Math.floor(top / CELL));
    const y1 = row(Math.floor(bottom / CELL) + 1);
    return (
      sums[y1 * columns + x1] - sums[y0 * columns + x1] - sums[y1 * columns + x0] + sums[y0 * columns + x0]
    );
  };
}
