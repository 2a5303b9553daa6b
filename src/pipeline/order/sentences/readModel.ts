import type { ModelId } from '../../../contract/deepLink.ts';
import type { Layer } from '../../../contract/options.ts';
import { type ParaphraseStatistics, paraphraseStatistics } from '../../../evaluation/paraphraseScores.ts';
import type { Embedded } from '../../../models/embeddingModel.ts';
import type { Note } from '../../activity.ts';
import { LEAST_TO_CENTRE } from '../../buildMap.ts';
import { measure } from '../../lab/labMeasures.ts';
import { cardOf } from '../../modelSessions.ts';
import type { OrderWork } from '../orderResult.ts';
import { orderVectors } from '../permutations/orderVectors.ts';
import type { GivenSentences } from './givenSentences.ts';
import { modelNumbers } from './modelNumbers.ts';
import type { ModelNumbers, ModelSentences, RawAndCentred } from './sentencesAnswer.ts';

/** What one model has made of the sentences. */
export interface ReadModel {
  readonly said: ModelSentences;
  readonly embedded: Embedded;
  readonly statistics: RawAndCentred<ParaphraseStatistics | null>;
  readonly notes: readonly Note[];
}

/** Embeds all sentences with a model, and measures them: by the cosine as it is, and with the mean subtracted. */
export async function readModel(model: ModelId, given: GivenSentences, work: OrderWork): Promise<ReadModel> {
  const { request, signal } = work;
  const card = await cardOf(model);
  const contextual = card.kind === 'contextual';
  const layer: Layer =
    request.layer === null || (request.layer !== 'table' && request.layer > card.layers)
      ? card.layers
      : request.layer;
  const pooling = contextual ? (request.pooling ?? card.pooling) : card.pooling;
  const texts = given.lines.map(({ text }) => text);
  const asked = { model, device: request.device, form: 'plain', layer, pooling } as const;
  const embedded = await orderVectors(texts, asked, work);
  const missing = new Set(embedded.missing);
  const known = given.lines.length - missing.size;
  const raw = await measured(given, embedded.data, embedded.dim, missing, signal);
  const centred =
    known < LEAST_TO_CENTRE
      ? null
      : await measured(given, centredRows(embedded, missing), embedded.dim, missing, signal);
  return {
    said: {
      model,
      device: embedded.report.device,
      layer: contextual ? layer : null,
      pooling: contextual ? pooling : null,
      dim: embedded.dim,
      missing: embedded.missing,
      numbers: { none: raw.numbers, shown: centred?.numbers ?? null },
    },
    embedded,
    statistics: { none: raw.statistics, shown: centred?.statistics ?? null },
    notes: notesOf(given, embedded, { model, tokens: card.maxTokens }),
  };
}

interface Measured {
  readonly numbers: ModelNumbers;
  readonly statistics: ParaphraseStatistics | null;
}

async function measured(
  given: GivenSentences,
  data: Float32Array<ArrayBuffer>,
  dim: number,
  missing: ReadonlySet<number>,
  signal: AbortSignal,
): Promise<Measured> {
  const similarity = await measure('similarity', { data: data.slice(), dim }, signal);
  const statistics =
    given.measured.length === 0
      ? null
      : paraphraseStatistics(
          similarity,
          given.lines.map((line, row) => (missing.has(row) ? null : line)),
          given.measured,
        );
  return { numbers: modelNumbers(given, similarity, missing, statistics), statistics };
}

/** The vectors with the mean of those that there are subtracted; the others stay zero. */
function centredRows({ data, dim }: Embedded, missing: ReadonlySet<number>): Float32Array<ArrayBuffer> {
  const n = data.length / dim;
  const mean = new Float64Array(dim);
  for (let row = 0; row < n; row++) {
    if (!missing.has(row)) for (let d = 0; d < dim; d++) mean[d] += data[row * dim + d] / (n - missing.size);
  }
  const centred = new Float32Array(data.length);
  for (let row = 0; row < n; row++) {
    if (missing.has(row)) continue;
    for (let d = 0; d < dim; d++) centred[row * dim + d] = data[row * dim + d] - mean[d];
  }
  return centred;
}

function notesOf(
  { lines, own }: GivenSentences,
  { missing, truncated }: Embedded,
  { model, tokens }: { readonly model: ModelId; readonly tokens: number },
): Note[] {
  const notes: Note[] = [];
  // of the ready sentences the panel tells how many a model lacks
  if (own && missing.length > 0) {
    const words = missing.slice(0, 3).map((row) => lines[row].text.slice(0, 20));
    notes.push({
      kind: 'missing-words',
      details: { count: missing.length, words: words.join(' · '), model },
    });
  }
  if (truncated.length > 0) notes.push({ kind: 'truncated', details: { count: truncated.length, tokens } });
  return notes;
}
