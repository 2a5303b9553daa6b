/** Of texts whose layers stand one after another (each layers × dim), the rows of one layer: n × dim. */
export function layerRows(
  texts: readonly Float32Array[],
  dim: number,
  layer: number,
): Float32Array<ArrayBuffer> {
  const rows = new Float32Array(texts.length * dim);
  for (const [index, layers] of texts.entries()) {
    rows.set(layers.subarray(layer * dim, (layer + 1) * dim), index * dim);
  }
  return rows;
}
