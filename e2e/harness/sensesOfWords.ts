import type { Layer } from '../../src/contract/options.ts';
import { adjustedRandIndex } from '../../src/evaluation/adjustedRandIndex.ts';
import { cosineSilhouette } from '../../src/evaluation/silhouette.ts';
import type { EmbeddingModel } from '../../src/models/embeddingModel.ts';
import { findOccurrences } from '../../src/text/occurrences.ts';
import { centreRows } from '../../src/vectors/mean.ts';
import { findSenses } from '../../src/vectors/senses.ts';

/** A word and the sentences of its senses, as in public/data/contexts-*.json. */
export interface WordSentences {
  readonly word: string;
  /** One list a sense; a control has one. */
  readonly senses: readonly (readonly string[])[];
}

/** What is found at one layer, against the senses that the sentences were written for. */
export interface LayerSenses {
  readonly layer: Layer;
  /** Adjusted Rand index with the number of senses given, and with it found. */
  readonly given: number;
  readonly found: number;
  readonly k: number;
  /** Of the given senses, on cosine, the mean of the word removed; null where there is one. */
  readonly silhouette: number | null;
  /** The greatest difference of any number between two occurrences. */
  readonly spread: number;
  /** Milliseconds that the two took. */
  readonly msGiven: number;
  readonly msFound: number;
}

/** Embeds every occurrence of each word in one run a word and finds its senses at each of `layers`. */
export async function sensesOfWords(
  model: EmbeddingModel,
  words: readonly WordSentences[],
  layers: readonly Layer[],
  seed: number,
): Promise<LayerSenses[][]> {
  const results: LayerSenses[][] = [];
  for (const { word, senses } of words) {
    const labels: number[] = [];
    const spans = senses.flatMap((sentences, sense) =>
      sentences.flatMap((sentence) =>
        findOccurrences(sentence, word).map(({ start, end }) => {
          labels.push(sense);
          return { sentence, start, end };
        }),
      ),
    );
    const embedded = await model.embedOccurrences(spans, layers);
    if (!embedded || embedded.missing.length > 0) throw new Error(`${word} has occurrences without a vector`);
    const { dim, data } = embedded;
    results.push(
      layers.map((layer, at) => {
        const vectors = data[at];
        const began = performance.now();
        const found = findSenses(vectors, dim, { k: null, seed });
        const between = performance.now();
        const given = findSenses(vectors, dim, { k: senses.length, seed });
        const ended = performance.now();
        return {
          layer,
          given: adjustedRandIndex(labels, given.labels),
          found: adjustedRandIndex(labels, found.labels),
          k: found.k,
          silhouette: cosineSilhouette(centreRows(vectors, dim), dim, labels),
          spread: spreadOf(vectors, dim),
          msGiven: ended - between,
          msFound: between - began,
        };
      }),
    );
  }
  return results;
}

function spreadOf(vectors: Float32Array, dim: number): number {
  let most = 0;
  for (let at = dim; at < vectors.length; at++)
    most = Math.max(most, Math.abs(vectors[at] - vectors[at % dim]));
  return most;
}
