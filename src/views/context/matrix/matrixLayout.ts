/** Where the rows, and likewise the columns, of a square map lie; all in pixels of its canvas. */
export interface MatrixLayout {
  /** Side of the canvas. */
  readonly size: number;
  /** n first pixels and n ends (one past the last pixel) of the rows, in their order. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Each sense's stretch of rows, its gaps left out. */
  readonly stretches: readonly Stretch[];
}

/** From the first pixel to one past the last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Gaps between senses take up at most this share of the map. */
const MOST_GAPS = 0.1;

/**
 * Lays `counts[s]` rows a sense along `room` pixels, with `gap` pixels between senses (fewer where they would take
 * more than a tenth). Rows end on whole pixels and differ by at most one. Where there are more rows than pixels each
 * gets one, and the map is larger than the room: it is for the browser to shrink. Every count is at least 1.
 */
export function matrixLayout(counts: readonly number[], room: number, gap: number): MatrixLayout {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const gaps = Math.max(0, counts.length - 1);
  const between = gaps === 0 ? 0 : Math.min(gap, Math.max(1, Math.floor((room * MOST_GAPS) / gaps)));
  const size = Math.max(room, n + gaps * between);
  const row = (size - gaps * between) / n;
  const starts = new Int32Array(n);
  const ends = new Int32Array(n);
  const stretches: Stretch[] = [];
  let index = 0;
  counts.forEach((count, sense) => {
    const shift = sense * between;
    const first = index;
    for (let i = 0; i < count; i++, index++) {
      starts[index] = Math.round(index * row) + shift;
      ends[index] = Math.round((index + 1) * row) + shift;
    }
    stretches.push({ start: starts[first], end: ends[index - 1] });
  });
  return { size, starts, ends, stretches };
}

/** The row at a pixel; in a gap the one before it, beyond an end the outermost. The map has at least one row. */
export function rowAt({ starts }: MatrixLayout, pixel: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where each row of the matrix stands in `order`: the inverse permutation. */
export function placesOf(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length);
  order.forEach((row, place) => {
    places[row] = place;
  });
  return places;
}
