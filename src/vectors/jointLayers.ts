import { distinctRows } from './distinctRows.ts';
import { centreRows } from './mean.ts';
import { rowNorms, unitRows } from './normalise.ts';

/** All layers' rows in one space. */
export interface JointLayers {
  /** m × dim, row-major: the distinct rows of all layers. */
  readonly data: Float32Array<ArrayBuffer>;
  readonly dim: number;
  /** For row i of layer l, at `l * n + i`: its row in `data`, or −1 where it stands at its layer's mean. */
  readonly rows: Int32Array<ArrayBuffer>;
}

/** A layer whose rows spread less than this (of unit length) is one point: only rounding tells its rows apart. */
const LEAST_SPREAD = 1e-5;

/**
 * Brings the layers of a model into one space, so that one fit holds them all and a dot can glide from layer to
 * layer: rows of each layer to unit length (cosine geometry), its mean removed, its root mean square length
 * made 1. Without that, drift from layer to layer is all one sees. Equal rows of a layer (a word at the bare
 * look-up, a repeated sentence) count once. `layers` are n × dim each.
 */
export function jointLayers(layers: readonly Float32Array[], dim: number): JointLayers {
  const n = layers.length ? layers[0].length / dim : 0;
  const rows = new Int32Array(layers.length * n).fill(-1);
  const parts: Float32Array[] = [];
  for (const [layer, data] of layers.entries()) {
    const centred = centreRows(unitRows(data, dim), dim);
    const norms = rowNorms(centred, dim);
    const spread = Math.sqrt(norms.reduce((sum, norm) => sum + norm * norm, 0) / Math.max(1, n));
    if (spread < LEAST_SPREAD) continue;
    const { first, of } = distinctRows(data, dim);
    const places = first.map((row) => {
      if (norms[row] < LEAST_SPREAD) return -1;
      parts.push(centred.subarray(row * dim, (row + 1) * dim).map((value) => value / spread));
      return parts.length - 1;
    });
    for (let row = 0; row < n; row++) rows[layer * n + row] = places[of[row]];
  }
  const joint = new Float32Array(parts.length * dim);
  for (const [row, part] of parts.entries()) joint.set(part, row * dim);
  return { data: joint, dim, rows };
}

/**
 * The coordinates of every layer (n × dims each) out of those of the joint rows (m × dims); rows at their layer's
 * mean stand in the middle of all.
 */
export function layerCoordinates(
  joint: Float32Array,
  { rows }: JointLayers,
  layers: number,
  dims: number,
): Float32Array<ArrayBuffer>[] {
  const n = rows.length / Math.max(1, layers);
  const middle = new Float64Array(dims);
  const count = joint.length / dims;
  for (let at = 0; at < joint.length; at++) middle[at % dims] += joint[at] / count;
  return Array.from({ length: layers }, (_, layer) => {
    const coordinates = new Float32Array(n * dims);
    for (let row = 0; row < n; row++) {
      const place = rows[layer * n + row];
      const source = place < 0 ? middle : joint.subarray(place * dims, (place + 1) * dims);
      coordinates.set(source, row * dims);
    }
    return coordinates;
  });
}
