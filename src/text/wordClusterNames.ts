import { hasHan } from './segment.ts';

// Chosen by reading the names of the clusters in both bundled lists, docs/decisions/clusters.md.
/** How much nearness to the nearest other centre counts against nearness to the own. */
const APART = 0.5;
/** Words that share as large a part of their form are one for the reader: 大红 and 朱红, dog and dogs. */
const SAME_FORM = 0.5;
/** A character or ending that so large a part of the cluster has is its mark (红色, 绿色) and tells no twins. */
const COMMON_PART = 0.25;

/**
 * Names each cluster of words by those that set it apart: the nearest to its own centre, less half the cosine to
 * the nearest other centre where that is above 0; of words alike in form only the first. Best first, at most `take`; [] for a cluster without
 * words. `vectors` are rows of length 1, row-major words × dim, best about their mean (directionsFromMean);
 * `labels[i]` is the cluster of word i, 0 … k − 1, any other number for none. The names are words of the data, each
 * once. Throws RangeError where words, labels and rows differ in number.
 */
export function wordClusterNames(
  words: readonly string[],
  vectors: Float32Array,
  dim: number,
  labels: Int32Array,
  k: number,
  take = 3,
): string[][] {
  if (labels.length !== words.length || vectors.length !== words.length * dim) {
    throw new RangeError(`${words.length} words, ${labels.length} labels, ${vectors.length / dim} rows`);
  }
  const members = Array.from({ length: k }, (): number[] => []);
  labels.forEach((label, row) => {
    if (label >= 0 && label < k) members[label].push(row);
  });
  const centres = unitCentres(vectors, dim, members);
  return members.map((rows, cluster) => {
    const scores = new Map(rows.map((row) => [row, standing(vectors, dim, centres, row, cluster)]));
    const best = rows.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
    return unlike(
      best.map((row) => words[row]),
      take,
    );
  });
}

function unitCentres(vectors: Float32Array, dim: number, members: readonly number[][]): Float64Array[] {
  return members.map((rows) => {
    const centre = new Float64Array(dim);
    for (const row of rows) for (let d = 0; d < dim; d++) centre[d] += vectors[row * dim + d];
    const length = Math.sqrt(centre.reduce((sum, value) => sum + value * value, 0));
    return length > 0 ? centre.map((value) => value / length) : centre;
  });
}

function standing(
  vectors: Float32Array,
  dim: number,
  centres: readonly Float64Array[],
  row: number,
  cluster: number,
): number {
  let own = 0;
  let other = 0;
  centres.forEach((centre, at) => {
    let cosine = 0;
    for (let d = 0; d < dim; d++) cosine += vectors[row * dim + d] * centre[d];
    if (at === cluster) own = cosine;
    else other = Math.max(other, cosine);
  });
  return own - APART * other;
}

/** The first words of a ranking, without those alike in form to one before. */
function unlike(ranked: readonly string[], take: number): string[] {
  const parts = ranked.map(partsOf);
  const having = new Map<string, number>();
  for (const own of parts) for (const part of own) having.set(part, (having.get(part) ?? 0) + 1);
  const isTelling = (part: string) => (having.get(part) ?? 0) <= Math.max(2, COMMON_PART * ranked.length);
  const name: number[] = [];
  for (let at = 0; at < ranked.length && name.length < take; at++) {
    const isTwin = name.some((other) => {
      if (ranked[other].toLowerCase() === ranked[at].toLowerCase()) return true;
      if (!hasHan(ranked[at])) return isFormOf(ranked[other], ranked[at]);
      const shared = [...parts[at]].filter((part) => parts[other].has(part) && isTelling(part)).length;
      return shared / Math.min(parts[at].size, parts[other].size) >= SAME_FORM;
    });
    if (!isTwin) name.push(at);
  }
  return name.map((at) => ranked[at]);
}

function partsOf(word: string): Set<string> {
  return new Set(hasHan(word) ? word : []);
}

/** Whether one word is the other with an ending: dog, dogs; arm, armchair. */
function isFormOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 2 && long.toLowerCase().startsWith(short.toLowerCase());
}
