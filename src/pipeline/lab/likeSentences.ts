import { Fault } from '../../contract/fault.ts';
import type { Bilingual, Layer } from '../../contract/options.ts';
import type { EmbeddedOccurrences, EmbeddingModel } from '../../models/embeddingModel.ts';
import { contextItems } from '../../text/dataItems.ts';
import type { Item } from '../../text/item.ts';
import { meanRow } from '../../vectors/mean.ts';
import { cosineSimilarity } from '../../vectors/similarity.ts';
import { rowOf } from '../../vectors/vectorSet.ts';
import type { WorkHooks } from '../modelSessions.ts';
import type { LabFrame } from './labResult.ts';
import { bundledContexts } from './occurrenceList.ts';

/** A bundled sentence, and how like the word in it is to the occurrence that was asked about. */
export interface LikeSentence extends Required<Item> {
  readonly names: Bilingual;
  /** Cosine similarity, of vectors as they are shown. */
  readonly score: number;
}

interface Bundled {
  readonly items: readonly (Required<Item> & { readonly names: Bilingual })[];
  readonly embedded: EmbeddedOccurrences;
}

/** Every bundled sentence at every layer of the models that were asked. */
const known = new WeakMap<EmbeddingModel, Bundled>();

/**
 * All bundled sentences in the model's languages, ranked by how like the word in each is to an occurrence, best
 * first; the sentence itself is left out. Where the lab shows vectors without their mean, the mean of all bundled
 * ones is taken off here.
 */
export async function likeSentences(
  { vectors, centre }: LabFrame,
  index: number,
  layer: number,
  hooks: WorkHooks,
): Promise<LikeSentence[]> {
  const { model, dim, layers } = vectors;
  const { items, embedded } = known.get(model) ?? (await embedBundled(model, layers, hooks));
  known.set(model, { items, embedded });
  hooks.signal.throwIfAborted();
  const data = embedded.data[layer];
  const mean = centre === 'shown' ? meanRow(data, dim) : new Float64Array(dim);
  const shown = (vector: Float32Array) => Float64Array.from(vector, (value, d) => value - mean[d]);
  const wanted = shown(rowOf(vectors.data[layer], dim, index));
  const { sentence, start } = vectors.occurrences[index];
  const missing = new Set(embedded.missing);
  return items
    .flatMap((item, row) => {
      const self = item.sentence === sentence && item.start === start;
      if (missing.has(row) || self) return [];
      return [{ ...item, score: cosineSimilarity(wanted, shown(rowOf(data, dim, row))) }];
    })
    .sort((a, b) => b.score - a.score);
}

async function embedBundled(
  model: EmbeddingModel,
  layers: readonly Layer[],
  { signal, onActivity }: WorkHooks,
): Promise<Bundled> {
  const items: Bundled['items'][number][] = [];
  for (const language of model.card.languages) {
    const given = contextItems(await bundledContexts(`contexts-${language}`), { controls: true });
    const names = new Map(given.groups.map(({ id, names }) => [id, names]));
    for (const { id, text, group, sentence = text, start = 0, end = text.length } of given.items) {
      const name = names.get(group) ?? { zh: group, en: group };
      items.push({ id, text, group, sentence, start, end, names: name });
    }
  }
  const embedded = await model.embedOccurrences(items, layers, {
    signal,
    onProgress: (done, total) => onActivity({ kind: 'embedding', done, total }),
  });
  if (!embedded) throw new Fault('internal', { message: `${model.card.id} has no occurrences` });
  return { items, embedded };
}
