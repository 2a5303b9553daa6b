/** A point of a chart and the size of its label, in pixels. */
export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where a label stands: its edge next to the point, and the middle of its line. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Between a point's middle and its label. */
const GAP = 11;
/** Half the width of a point's mark. */
const MARK = 8;
/** Two lines of labels are at least so far apart. */
const LINE = 15;

/**
 * A label beside each point: at its right, at its left where the right edge is too near, and moved up or down
 * where it would lie on one that stands already, or on another point. `width` and `height` are the chart's.
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  width: number,
  height: number,
): readonly LabelPlace[] {
  const taken = points.map(({ x, y }) => ({ left: x - MARK, right: x + MARK, y }));
  const places: LabelPlace[] = new Array(points.length);
  const order = points.map((_, index) => index).sort((a, b) => points[a].y - points[b].y);
  for (const index of order) {
    const point = points[index];
    const anchor = point.x + GAP + point.width > width ? 'end' : 'start';
    const x = anchor === 'start' ? point.x + GAP : point.x - GAP;
    const left = anchor === 'start' ? x : x - point.width;
    const box = { left, right: left + point.width };
    const y = freeLine(box, point.y, taken, height);
    taken.push({ ...box, y });
    places[index] = { x, y, anchor };
  }
  return places;
}

function freeLine(
  { left, right }: { readonly left: number; readonly right: number },
  wanted: number,
  taken: readonly { readonly left: number; readonly right: number; readonly y: number }[],
  height: number,
): number {
  const isFree = (y: number) =>
    taken.every((other) => other.right < left || other.left > right || Math.abs(other.y - y) >= LINE);
  for (let away = 0; away < height; away++) {
    for (const y of [wanted + away, wanted - away]) {
      if (y >= LINE / 2 && y <= height - LINE / 2 && isFree(y)) return y;
    }
  }
  return wanted;
}
