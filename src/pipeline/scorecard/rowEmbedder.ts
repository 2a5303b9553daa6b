import type { EmbeddingModel, TextRole } from '../../models/embeddingModel.ts';
import type { EmbeddedChunk } from './growingVectors.ts';
import type { RowKind } from './scoreRow.ts';
import type { ScoreSets } from './scoreSets.ts';
import { TokenTable } from './tokenTable.ts';

/** The lists of texts that are embedded; every row's vectors of a list are made once. */
export type SetName = 'words' | 'sentences' | 'occurrences' | 'questions' | 'passages';

/** How a row makes vectors of a part (`from` … `to` − 1) of a list of texts. */
export interface RowEmbedder {
  /** What has to be known first, and is no part of the time that a text takes. */
  prepare(set: SetName, from: number, to: number, signal: AbortSignal): Promise<void>;
  embed(set: SetName, from: number, to: number, signal: AbortSignal): Promise<EmbeddedChunk>;
}

const nothing = async () => {};

/** The embedder of a model's output, or of its table. */
export function rowEmbedder(
  kind: Extract<RowKind, 'static' | 'contextual' | 'table'>,
  model: EmbeddingModel,
  sets: ScoreSets,
): RowEmbedder {
  if (kind === 'static') return staticEmbedder(model, sets);
  return kind === 'table' ? tableEmbedder(model, sets) : contextualEmbedder(model, sets);
}

/** The mean of the known words of a text; a word alone counts only where the dictionary has it as one entry. */
function staticEmbedder(model: EmbeddingModel, sets: ScoreSets): RowEmbedder {
  return {
    prepare: nothing,
    async embed(set, from, to, signal) {
      if (set === 'occurrences') return model.embedSpans(sets.occurrences.slice(from, to), { signal });
      const texts = sets[set].slice(from, to);
      const embedded = await model.embedTexts(texts, { signal });
      if (set !== 'words') return embedded;
      const tokens = await model.tokenize(texts);
      // a word that is none of the dictionary's would be made up of its parts
      const known = texts.map(({ length }, row) => {
        const [first, ...more] = tokens[row];
        return first !== undefined && more.length === 0 && first.start === 0 && first.end === length;
      });
      return {
        ...embedded,
        missing: Array.from(known.keys()).filter((row) => !known[row]),
        coverage: known.map(Number),
      };
    },
  };
}

/** What a text of a list is to a model that reads a question otherwise than a passage. */
const ROLES: Readonly<Record<Exclude<SetName, 'occurrences'>, TextRole>> = {
  words: 'text',
  sentences: 'text',
  questions: 'query',
  passages: 'passage',
};

/** The last layer with the card's pooling; a word in its sentence is the mean of its tokens there. */
function contextualEmbedder(model: EmbeddingModel, sets: ScoreSets): RowEmbedder {
  const { layers } = model.card;
  return {
    prepare: nothing,
    async embed(set, from, to, signal) {
      if (set !== 'occurrences') {
        const texts = sets[set].slice(from, to);
        return { ...(await model.embedTexts(texts, { role: ROLES[set], signal })), coverage: null };
      }
      const found = await model.embedOccurrences(sets.occurrences.slice(from, to), [layers], { signal });
      if (!found) throw new Error(`${model.card.id} has no occurrences`);
      return { dim: found.dim, data: found.data[0], missing: found.missing, coverage: null };
    },
  };
}

/** A table has no layer that would take note of a prefix, so its questions are asked as they are. */
function tableEmbedder(model: EmbeddingModel, sets: ScoreSets): RowEmbedder {
  const table = new TokenTable(model);
  return {
    prepare(set, from, to, signal) {
      const texts =
        set === 'occurrences'
          ? sets.occurrences.slice(from, to).map(({ sentence }) => sentence)
          : sets[set].slice(from, to);
      return table.learn(texts, signal);
    },
    embed: (set, from, to) =>
      set === 'occurrences'
        ? table.spans(sets.occurrences.slice(from, to))
        : table.texts(sets[set].slice(from, to)),
  };
}
