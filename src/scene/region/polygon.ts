/** Whether x, y lies inside a polygon of x, y pairs (even-odd rule, closed by itself). */
export function insidePolygon(polygon: ArrayLike<number>, x: number, y: number): boolean {
  let inside = false;
  const n = polygon.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const crosses = polygon[i + 1] > y !== polygon[j + 1] > y;
    if (
      crosses &&
      x < ((polygon[j] - polygon[i]) * (y - polygon[i + 1])) / (polygon[j + 1] - polygon[i + 1]) + polygon[i]
    )
      inside = !inside;
  }
  return inside;
}

/** The four corners of a box from one corner to the opposite one, as x, y pairs. */
export function boxPolygon(x0: number, y0: number, x1: number, y1: number): number[] {
  return [x0, y0, x1, y0, x1, y1, x0, y1];
}

/** Points looked at in one task: some 5 ms. */
const SLICE = 131_072;

/**
 * Which of `count` points lie inside a polygon on the screen, ascending. Many are looked at in several tasks.
 * @param placeOf writes x, y of a point in CSS pixels into `out`; false where it is behind the camera
 * @param eligible whether a point may be chosen
 * @param pause lets other tasks run
 */
export async function insideRegion(
  polygon: ArrayLike<number>,
  count: number,
  placeOf: (index: number, out: number[]) => boolean,
  eligible: (index: number) => boolean,
  pause: () => Promise<void>,
): Promise<Int32Array> {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < polygon.length; i += 2) {
    left = Math.min(left, polygon[i]);
    right = Math.max(right, polygon[i]);
    top = Math.min(top, polygon[i + 1]);
    bottom = Math.max(bottom, polygon[i + 1]);
  }
  const found: number[] = [];
  const place = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % SLICE === 0) await pause();
    if (!placeOf(i, place)) continue;
    const [x, y] = place;
    if (!(x >= left && x <= right && y >= top && y <= bottom) || !eligible(i)) continue;
    if (insidePolygon(polygon, x, y)) found.push(i);
  }
  return Int32Array.from(found);
}
