import { leaveOneOut } from '../../text/leaveOut.ts';
import { centreRows, meanRow } from '../../vectors/mean.ts';
import { cosineDistance, cosineSimilarity } from '../../vectors/similarity.ts';
import { rowOf } from '../../vectors/vectorSet.ts';
import type { WorkHooks } from '../modelSessions.ts';
import type { LabFrame } from './labResult.ts';

/** What leaving one word out of a sentence does to the occurrence's vector. */
export interface MovedPart {
  readonly word: string;
  /** UTF-16 units in the whole sentence. */
  readonly start: number;
  readonly end: number;
  /** Cosine distance from the vector in the whole sentence. */
  readonly distance: number;
  /** The sense (its number) that it lies nearest to without this word, where that is another; else null. */
  readonly sense: number | null;
}

/** So many words round the occurrence are left out in turn; each is a run of the model. Fewer where one is long. */
const MOST_PARTS = 40;
const MOST_OF_LONG = 16;

/**
 * Leaves out each other word of an occurrence's sentence in turn and measures how far its vector moves at a layer
 * (its place among the layers). `labels` are the senses of all occurrences, −1 for none.
 */
export async function movedBy(
  { list, vectors, centre }: LabFrame,
  index: number,
  layer: number,
  labels: Int32Array,
  { signal, onActivity }: WorkHooks,
): Promise<MovedPart[]> {
  const { sentence, start, end, line } = vectors.occurrences[index];
  const middle = (part: { start: number; end: number }) => Math.abs(part.start + part.end - start - end);
  const parts = leaveOneOut(sentence, { start, end }, list.cuts[line])
    .sort((a, b) => middle(a) - middle(b))
    .slice(0, vectors.readings[index].truncated ? MOST_OF_LONG : MOST_PARTS)
    .sort((a, b) => a.start - b.start);
  const { dim, model } = vectors;
  const embedded = await model.embedSpans(
    parts.map((part) => ({ sentence: part.sentence, ...part.span })),
    {
      layer: vectors.layers[layer],
      signal,
      onProgress: (done, total) => onActivity({ kind: 'embedding', done, total }),
    },
  );
  const data = vectors.data[layer];
  const mean = centre === 'shown' ? meanRow(data, dim) : new Float64Array(dim);
  const shown = (vector: Float32Array) => Float64Array.from(vector, (value, d) => value - mean[d]);
  const middles = sensesMiddles(centre === 'shown' ? centreRows(data, dim) : data, dim, labels);
  const whole = rowOf(data, dim, index);
  const before = nearest(shown(whole), middles);
  const missing = new Set(embedded.missing);
  return parts.flatMap((part, row) => {
    if (missing.has(row)) return [];
    const vector = rowOf(embedded.data, dim, row);
    const sense = nearest(shown(vector), middles);
    return [
      {
        word: part.word,
        start: part.start,
        end: part.end,
        distance: Math.max(0, cosineDistance(whole, vector)),
        sense: sense === before ? null : sense,
      },
    ];
  });
}

/** The mean of each sense's vectors, by its number. */
function sensesMiddles(data: Float32Array, dim: number, labels: Int32Array): Map<number, Float64Array> {
  const middles = new Map<number, Float64Array>();
  for (const label of new Set(labels)) {
    if (label < 0) continue;
    const rows = [...labels.keys()].filter((row) => labels[row] === label);
    const own = new Float32Array(rows.length * dim);
    for (const [at, row] of rows.entries()) own.set(data.subarray(row * dim, (row + 1) * dim), at * dim);
    middles.set(label, meanRow(own, dim));
  }
  return middles;
}

function nearest(vector: Float64Array, middles: ReadonlyMap<number, Float64Array>): number | null {
  let best: number | null = null;
  let score = Number.NEGATIVE_INFINITY;
  for (const [label, middle] of middles) {
    const likeness = cosineSimilarity(vector, middle);
    if (likeness > score) [best, score] = [label, likeness];
  }
  return best;
}
