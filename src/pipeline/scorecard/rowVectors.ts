import type { EmbeddingModel } from '../../models/embeddingModel.ts';
import { measuredStates } from './languageModels.ts';
import type { TextVectors } from './measures.ts';
import { type RowEmbedder, rowEmbedder } from './rowEmbedder.ts';
import type { RowKind, ScoreRow } from './scoreRow.ts';
import type { ScoreSets } from './scoreSets.ts';
import { partOf, statesEmbedder } from './statesEmbedder.ts';

/** A row that one model makes. */
export type ModelRowKind = Exclude<RowKind, 'two-stage' | 'bm25'>;

interface RowVectors {
  readonly embedder: RowEmbedder;
  /** What of the embedder's vectors is the row's own. */
  own(vectors: TextVectors): TextVectors;
}

/** How a row's texts get vectors. Throws an Error for a row of layers whose model has none that are measured. */
export function rowVectors(
  { id, layer, pooling }: Pick<ScoreRow, 'id' | 'layer' | 'pooling'>,
  kind: ModelRowKind,
  model: EmbeddingModel,
  sets: ScoreSets,
): RowVectors {
  if (kind !== 'layer') return { embedder: rowEmbedder(kind, model, sets), own: (vectors) => vectors };
  const states = measuredStates(model.card.id);
  const order = typeof layer === 'number' ? (states?.layers.indexOf(layer) ?? -1) : -1;
  const within = pooling ? (states?.poolings.indexOf(pooling) ?? -1) : -1;
  if (!states || order < 0 || within < 0) throw new Error(`${id} is no row that can be measured`);
  const { layers, poolings } = states;
  return {
    embedder: statesEmbedder(model, sets, states),
    own: (vectors) => partOf(vectors, order * poolings.length + within, layers.length * poolings.length),
  };
}
