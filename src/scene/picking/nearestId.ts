/**
 * The id nearest to the middle of a square of id pixels.
 * @param pixels side × side RGBA bytes, an id as little-endian 32 bit, 0 where nothing is
 * @param reach how far from the middle an id may lie, in pixels
 * @returns the id less one (an index), or null
 */
export function nearestId(pixels: Uint8Array, side: number, reach: number): number | null {
  const middle = (side - 1) / 2;
  let found: number | null = null;
  let nearest = reach * reach;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const k = (y * side + x) * 4;
      const id = (pixels[k] | (pixels[k + 1] << 8) | (pixels[k + 2] << 16) | (pixels[k + 3] << 24)) >>> 0;
      if (id === 0) continue;
      const squared = (x - middle) ** 2 + (y - middle) ** 2;
      if (squared <= nearest) {
        nearest = squared;
        found = id - 1;
      }
    }
  }
  return found;
}
