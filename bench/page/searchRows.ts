import { decodeHalves } from '../../src/models/half.ts';
import { seededRandom } from '../../src/vectors/random.ts';

/** Rows to search: seeded clouds round seeded middles, or a static model's words, 50 numbers each, again and again with a little noise. */
export type RowsAsked = { readonly count: number; readonly dim: number; readonly seed: number } & (
  | { readonly kind: 'clouds'; readonly clouds: number }
  | { readonly kind: 'words'; readonly address: string }
);

/** Of a cloud beside the spread of the middles: neighbours are then neither obvious nor noise. */
const WIDTH = 0.7;
/** Added to each number of a repeated word, of standard deviation 1 in its dimension: no two rows are the same. */
const NOISE = 0.1;

/** count × dim, every row of length 1. */
export async function makeRows(asked: RowsAsked): Promise<Float32Array<ArrayBuffer>> {
  const rows = asked.kind === 'clouds' ? inClouds(asked) : await words(asked);
  const { dim } = asked;
  for (let from = 0; from < rows.length; from += dim) {
    let squares = 0;
    for (let at = from; at < from + dim; at++) squares += rows[at] * rows[at];
    const length = Math.sqrt(squares);
    for (let at = from; at < from + dim; at++) rows[at] /= length;
  }
  return rows;
}

/** Normal numbers, near enough and fast: a table of 2¹⁶ by Box and Muller, drawn from at random. */
function normals(seed: number): () => number {
  const random = seededRandom(seed);
  const table = Float32Array.from(
    { length: 1 << 16 },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
  return () => table[Math.floor(random() * table.length)];
}

function inClouds({
  count,
  dim,
  seed,
  clouds,
}: Extract<RowsAsked, { kind: 'clouds' }>): Float32Array<ArrayBuffer> {
  const normal = normals(seed);
  // the middle of a single cloud is the origin
  const middles = Float32Array.from({ length: clouds * dim }, () => (clouds > 1 ? normal() : 0));
  const rows = new Float32Array(count * dim);
  for (let row = 0; row < count; row++) {
    const middle = ((row * 7919) % clouds) * dim;
    for (let d = 0; d < dim; d++) rows[row * dim + d] = middles[middle + d] + WIDTH * normal();
  }
  return rows;
}

async function words({
  count,
  seed,
  address,
}: Extract<RowsAsked, { kind: 'words' }>): Promise<Float32Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  const once = decodeHalves(bytes, 0, bytes.byteLength / 2);
  const normal = normals(seed);
  const rows = new Float32Array(count * 50);
  let squares = 0;
  for (const value of once) squares += value * value;
  const noise = NOISE * Math.sqrt(squares / once.length);
  for (let at = 0; at < rows.length; at++) {
    rows[at] = once[at % once.length] + (at < once.length ? 0 : noise * normal());
  }
  return rows;
}
