import { dot } from './similarity.ts';

/** How steady products are along the diagonals of a square, where the distance is the same. */
export interface DiagonalSpread {
  /** The largest difference between two products of one diagonal. */
  readonly spread: number;
  /** The same as a share of the largest magnitude of all products; 0 where all are 0. */
  readonly relative: number;
  /** The mean of each diagonal, for m − n from −(places − 1) to places − 1. */
  readonly means: readonly number[];
}

/** Queries and keys of one layer before their rotation, as heads × tokens × size and keyHeads × tokens × size. */
export interface HeadVectors {
  readonly heads: number;
  readonly keyHeads: number;
  readonly size: number;
  readonly queries: Float32Array;
  readonly keys: Float32Array;
}

/**
 * A vector turned as a rotary encoding turns it at a position (Su et al. 2021), with half-split pairs as Llama has them:
 * numbers i and i + size / 2 by the angle position × base^(−2i / size). Cosine and sine are rounded to float32, as a
 * model's file holds them; so is the result.
 */
export function rotaryTurned(
  vector: Float32Array,
  position: number,
  base: number,
): Float32Array<ArrayBuffer> {
  const half = vector.length / 2;
  const turned = new Float32Array(vector.length);
  for (let i = 0; i < half; i++) {
    const angle = position * base ** ((-2 * i) / vector.length);
    const cos = Math.fround(Math.cos(angle));
    const sin = Math.fround(Math.sin(angle));
    turned[i] = vector[i] * cos - vector[i + half] * sin;
    turned[i + half] = vector[i + half] * cos + vector[i] * sin;
  }
  return turned;
}

/**
 * What the query of one token and the key of another give at all pairs of places: entry m × places + n is the product of
 * the query turned for place m and the key turned for place n, over √size.
 */
export function rotaryProducts(
  query: Float32Array,
  key: Float32Array,
  places: number,
  base: number,
): Float32Array<ArrayBuffer> {
  const at = (vector: Float32Array) =>
    Array.from({ length: places }, (_, position) => rotaryTurned(vector, position, base));
  const [queries, keys] = [at(query), at(key)];
  const scale = Math.sqrt(query.length);
  const products = new Float32Array(places * places);
  for (let m = 0; m < places; m++) {
    for (let n = 0; n < places; n++) products[m * places + n] = dot(queries[m], keys[n]) / scale;
  }
  return products;
}

/** How far the entries of a square (places × places) stray along its diagonals. */
export function diagonalSpread(products: Float32Array, places: number): DiagonalSpread {
  const means: number[] = [];
  let spread = 0;
  let largest = 0;
  for (let distance = 1 - places; distance < places; distance++) {
    let [sum, count, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let n = Math.max(0, -distance); n < places && n + distance < places; n++) {
      const value = products[(n + distance) * places + n];
      sum += value;
      count++;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    means.push(sum / count);
    spread = Math.max(spread, most - least);
    largest = Math.max(largest, Math.abs(least), Math.abs(most));
  }
  return { spread, relative: largest > 0 ? spread / largest : 0, means };
}

/**
 * The attention that queries and keys give at the tokens' own places 0, 1, …: products of the turned vectors over
 * √size, what comes later left out, and the softmax of each row. heads × tokens × tokens; head h reads the keys of head
 * ⌊h × keyHeads / heads⌋.
 */
export function rotaryAttention(given: HeadVectors, base: number): Float32Array<ArrayBuffer> {
  const { heads, keyHeads, size, queries, keys } = given;
  const tokens = queries.length / heads / size;
  const turned = (data: Float32Array, row: number) =>
    rotaryTurned(data.subarray(row * size, (row + 1) * size), row % tokens, base);
  const shares = new Float32Array(heads * tokens * tokens);
  for (let head = 0; head < heads; head++) {
    const keyHead = Math.floor((head * keyHeads) / heads);
    const theirs = Array.from({ length: tokens }, (_, token) => turned(keys, keyHead * tokens + token));
    for (let m = 0; m < tokens; m++) {
      const query = turned(queries, head * tokens + m);
      const scores = theirs.slice(0, m + 1).map((key) => dot(query, key) / Math.sqrt(size));
      const highest = Math.max(...scores);
      const weights = scores.map((score) => Math.exp(score - highest));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      weights.forEach((weight, n) => {
        shares[(head * tokens + m) * tokens + n] = weight / total;
      });
    }
  }
  return shares;
}
