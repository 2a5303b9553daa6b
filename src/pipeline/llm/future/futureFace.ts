import type { Layer } from '../../../contract/options.ts';
import type { PrefixSet } from '../../../text/prefixes.ts';
import type { Note } from '../../activity.ts';
import type { Figure } from '../../words/figure.ts';
import type { LlmAsked, LlmFaceResult, LlmWork } from '../llmResult.ts';
import { askAgreement } from './askAgreement.ts';
import { bundledBeginnings, listBeginnings, neighboursAsked } from './beginnings.ts';
import type { FutureAnswer, FutureBeginning, FutureLabel, ModelAgreement } from './futureAnswer.ts';
import { futureMap } from './futureMap.ts';
import { layerRows } from './layerRows.ts';
import { type Prediction, readPredictions } from './readPredictions.ts';
import { readSentences } from './readSentences.ts';

/** Of shuffles and bootstrap: the numbers do not depend on the map's seed. */
const SEED = 42;

/** Agreements that were counted, by models and devices: those of the bundled beginnings never change. */
const counted = new Map<string, ModelAgreement>();

/**
 * Many beginnings as the language model's last token and as a sentence model see them: two maps, and how far the
 * nearest neighbours in the full space share what was said and what comes next, by layer.
 * @throws the Faults of the data and of the models, or an AbortError
 */
export async function futureFace(
  { sentences, model2 }: Extract<LlmAsked, { face: 'future' }>,
  work: LlmWork,
): Promise<LlmFaceResult<FutureAnswer>> {
  const { request, signal } = work;
  const { model, device } = request;
  const set = await bundledBeginnings();
  signal.throwIfAborted();
  const { beginnings, notes } = listBeginnings(set, sentences);
  const texts = beginnings.map(({ text }) => text);
  const read = await readSentences(texts, { model: model2, device }, work);
  const said = await readPredictions(texts, { model, device }, work);

  const bundled = set.prefixes.length;
  const labels = labelsOf(set, said.rows);
  const ask = { labels, k: neighboursAsked(set), work };
  const states = said.rows.map((row) => row.states);
  const lens = lensShares(set, said.rows);
  const sentence = await agreementOf(`${model2} ${device}`, read.rows.slice(0, bundled), read.card, ask);
  const language = await agreementOf(`${model} ${device}`, states.slice(0, bundled), said.card, ask, lens);

  const layer = layerShown(request.layer, said.card.layers);
  const vectors = layerRows(states, said.card.dim, layer);
  const own = JSON.stringify(texts.slice(bundled));
  const map = await futureMap(`${model} ${device} ${layer} ${own}`, vectors, said.card.dim, work);
  const last = layerRows(read.rows, read.card.dim, read.card.layers);
  const other = await futureMap(`${model2} ${device} ${own}`, last, read.card.dim, work);

  const figure: Figure = {
    points: beginnings.map(({ id, text, says }) => ({ id, text, kind: 'word', group: says })),
    vectors,
    coordinates: map.coordinates,
    dims: request.dims,
    arrows: [],
    captions: [],
    groups: set.says,
    projection: map.projection,
    quality: map.quality,
  };
  const answered = beginnings.map((beginning, row): FutureBeginning => {
    return { ...beginning, top: said.rows[row].top };
  });
  return {
    card: said.card,
    report: said.report,
    figure,
    notes: [...notes, ...readingNotes(said.rows, said.card.maxTokens, request.layer, layer)],
    answer: {
      face: 'future',
      beginnings: answered,
      bundled,
      says: set.says,
      next: set.next,
      layer,
      k: ask.k,
      seed: SEED,
      guessed: lens.at(-1)?.hits ?? 0,
      language,
      sentence,
      nearest: map.nearest,
      other: { ...other, model: model2, layer: read.card.layers, device: read.report.device },
    },
  };
}

function layerShown(asked: Layer | null, last: number): number {
  if (asked === 'table') return 0;
  return Math.min(asked ?? last, last);
}

type Labels = Readonly<Record<FutureLabel, readonly string[]>>;

function labelsOf({ prefixes }: PrefixSet, rows: readonly Prediction[]): Labels {
  return {
    says: prefixes.map(({ says }) => says),
    next: prefixes.map(({ next }) => next),
    predicted: prefixes.map((_, row) => rows[row].top[0].text),
  };
}

/** At each layer, how many of the bundled beginnings the lens gives the written word for. */
function lensShares({ prefixes, next }: PrefixSet, rows: readonly Prediction[]) {
  const words = new Map(next.map(({ id, text }) => [id, text]));
  return rows[0].lens.map((_, layer) => {
    const hits = prefixes.filter((prefix, row) => rows[row].lens[layer] === words.get(prefix.next)).length;
    return { hits, share: hits / prefixes.length };
  });
}

async function agreementOf(
  key: string,
  rows: readonly Float32Array<ArrayBuffer>[],
  { id, layers: last, dim }: { readonly id: string; readonly layers: number; readonly dim: number },
  { labels, k, work }: { readonly labels: Labels; readonly k: number; readonly work: LlmWork },
  lens?: readonly { readonly share: number }[],
): Promise<ModelAgreement> {
  // another device may guess another token
  const whole = JSON.stringify([key, labels.predicted]);
  const known = counted.get(whole);
  if (known) return known;
  const layers = Array.from({ length: last + 1 }, (_, layer) => layerRows(rows, dim, layer));
  const found = await askAgreement({ layers, dim, labels, k, seed: SEED }, work.signal, ({ done, total }) =>
    work.onActivity({ kind: 'counting', stage: 'comparison', done, total }),
  );
  const agreement = {
    model: id,
    layers: found.map((labelled, layer) => ({ layer, ...labelled, lens: lens?.[layer].share ?? null })),
  };
  counted.set(whole, agreement);
  return agreement;
}

function readingNotes(
  rows: readonly Prediction[],
  tokens: number,
  asked: Layer | null,
  layer: number,
): Note[] {
  const notes: Note[] = [];
  const count = rows.filter(({ truncated }) => truncated).length;
  if (count > 0) notes.push({ kind: 'truncated', details: { count, tokens } });
  if (typeof asked === 'number' && asked !== layer) {
    notes.push({ kind: 'layer-clipped', details: { asked, layer } });
  }
  return notes;
}
