import type { Layer } from '../../../contract/options.ts';

/** Where a layer stands among `table`, 0 … L; the last for null, and for one that the model does not have. */
export function placeOfLayer(layers: readonly Layer[], layer: Layer | null): number {
  const place = layer === null ? -1 : layers.indexOf(layer);
  return place < 0 ? layers.length - 1 : place;
}
