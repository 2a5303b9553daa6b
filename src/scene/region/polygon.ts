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

/**
 * Which points lie inside a polygon on the screen, ascending.
 * @param screen n × 3 of x, y, depth in CSS pixels, NaN where behind the camera
 * @param eligible whether a point may be chosen
 */
export function insideRegion(
  polygon: ArrayLike<number>,
  screen: Float32Array,
  eligible: (index: number) => boolean,
): Int32Array {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < polygon.length; i += 2) {
    left = Math.min(left, polygon[i]);
    right = Math.max(right, polygon[i]);
    top = Math.min(top, polygon[i + 1]);
    bottom = Math.max(bottom, polygon[i + 1]);
  }
  const found: number[] = [];
  for (let i = 0; i * 3 < screen.length; i++) {
    const x = screen[i * 3];
    const y = screen[i * 3 + 1];
    if (!(x >= left && x <= right && y >= top && y <= bottom) || !eligible(i)) continue;
    if (insidePolygon(polygon, x, y)) found.push(i);
  }
  return Int32Array.from(found);
}
