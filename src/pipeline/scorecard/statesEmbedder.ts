import type { EmbeddingModel, Span } from '../../models/embeddingModel.ts';
import { normalise } from '../../models/pooling.ts';
import type { MeasuredStates } from './languageModels.ts';
import type { TextVectors } from './measures.ts';
import type { RowEmbedder } from './rowEmbedder.ts';
import type { ScoreSets } from './scoreSets.ts';

/**
 * All measured states of a language model from one run of the texts. A row of its vectors holds one vector of length 1
 * for each layer and pooling, side by side: layers in their order, poolings within a layer in theirs. `mean` is that
 * of the tokens of a text, or of a word in its sentence; `last` is the last of these tokens, which has read all before
 * it. A token that the model puts before every text is in neither: the states of the first token are so large that it
 * alone would decide the mean.
 */
export function statesEmbedder(model: EmbeddingModel, sets: ScoreSets, states: MeasuredStates): RowEmbedder {
  const { layers, poolings } = states;
  return {
    prepare: async () => {},
    async embed(set, from, to, signal) {
      const wholes =
        set === 'occurrences' ? sets.occurrences.slice(from, to) : sets[set].slice(from, to).map(wholeText);
      // spans of one sentence share its run
      const spans = wholes.flatMap((whole) =>
        poolings.map((pooling) => (pooling === 'last' ? lastLetter(whole) : whole)),
      );
      const found = await model.embedOccurrences(spans, layers, { signal });
      if (!found) throw new Error(`${model.card.id} has no occurrences`);
      const { dim, data } = found;
      const width = layers.length * poolings.length * dim;
      const wide = new Float32Array(wholes.length * width);
      for (let row = 0; row < wholes.length; row++) {
        for (const [order, values] of data.entries()) {
          const own = values.subarray(row * poolings.length * dim, (row + 1) * poolings.length * dim);
          const to = row * width + order * poolings.length * dim;
          wide.set(own, to);
          for (let p = 0; p < poolings.length; p++)
            normalise(wide.subarray(to + p * dim, to + (p + 1) * dim));
        }
      }
      const missing = new Set(found.missing.map((index) => Math.floor(index / poolings.length)));
      return { dim: width, data: wide, missing, coverage: null };
    },
  };
}

/** The vectors of one of `parts` that lie side by side in each row: a copy. */
export function partOf(vectors: TextVectors, part: number, parts: number): TextVectors {
  const { dim: width, data } = vectors;
  const dim = width / parts;
  const own = new Float32Array(data.length / parts);
  for (let row = 0; row * width < data.length; row++) {
    const from = row * width + part * dim;
    own.set(data.subarray(from, from + dim), row * dim);
  }
  return { ...vectors, dim, data: own };
}

function wholeText(sentence: string): Span {
  return { sentence, start: 0, end: sentence.length };
}

/** Where the last token of a span stands: its last letter that is no space. */
function lastLetter({ sentence, start, end }: Span): Span {
  const last = start + sentence.slice(start, end).trimEnd().length;
  return { sentence, start: Math.max(start, last - 1), end: Math.max(start, last) };
}
