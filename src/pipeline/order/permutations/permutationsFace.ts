import { Fault } from '../../../contract/fault.ts';
import type { Embedded } from '../../../models/embeddingModel.ts';
import { cosineMatrix } from '../../../vectors/pairCosines.ts';
import { cosineSimilarity } from '../../../vectors/similarity.ts';
import { embeddingNotes } from '../../embeddingNotes.ts';
import { cardOf } from '../../modelSessions.ts';
import type { OrderAsked, OrderFaceResult, OrderWork } from '../orderResult.ts';
import { bagOfWords } from './bagOfWords.ts';
import { farthestPair, largestDifference, placesOnAndOff } from './orderNumbers.ts';
import { bundledSets, ownSet } from './orderSets.ts';
import { ordersFigure } from './ordersFigure.ts';
import { orderVectors } from './orderVectors.ts';
import type { OnAndOff, OrderSetAnswer, PermutationsAnswer } from './permutationsAnswer.ts';
import { type ReadSet, readSets } from './readSets.ts';

/**
 * The pooled vectors of all orders of each set, with position encoding and without: both are the work of the model, once
 * as it is and once with its encoding switched off.
 * @throws Fault `no-texts`, `nothing-embedded`
 */
export async function permutationsFace(
  asked: Extract<OrderAsked, { face: 'order' }>,
  work: OrderWork,
): Promise<OrderFaceResult<PermutationsAnswer>> {
  const { request, signal } = work;
  const { model, device, dims, seed } = request;
  const card = await cardOf(model);
  const own = asked.sentences === null ? null : ownSet(asked.sentences);
  const given = own ? [own.set] : await bundledSets(model, signal);
  // first, since the models that are used last stay loaded
  const bag = await bagOfWords(given, work);
  const layer =
    request.layer === null || (request.layer !== 'table' && request.layer > card.layers)
      ? card.layers
      : request.layer;
  const pooling = request.pooling ?? card.pooling;
  const sets = await readSets(given, work);
  const texts = sets.flatMap(({ orders }) => orders.map(({ text }) => text));
  const both = { model, device, layer, pooling };
  const total = 2 * texts.length;
  const told = (before: number) => (done: number) =>
    work.onActivity({ kind: 'embedding', done: before + done, total });
  const off = await orderVectors(texts, { ...both, form: 'unplaced' }, work, told(0));
  const on = await orderVectors(texts, { ...both, form: 'plain' }, work, told(texts.length));
  if (on.missing.length === texts.length) throw new Fault('nothing-embedded', { model });

  const answered = answerSets(sets, on, off, dims);
  const shown = asked.position === 'on' ? on : off;
  const places = placesOnAndOff(on.data, off.data, on.dim, dims);
  const figure = await ordersFigure(
    answered,
    { vectors: shown.data.slice(), coordinates: places[asked.position], dims, seed },
    signal,
  );
  const items = texts.map((text, index) => ({ id: String(index), text, group: '' }));
  const notes = embeddingNotes(items, { ...on, pooling, layer }, request.layer);
  return {
    card,
    report: shown.report,
    figure,
    notes: [...(own?.notes ?? []), ...notes],
    answer: {
      face: 'order',
      position: asked.position,
      own: own !== null,
      layer,
      pooling,
      causal: card.abilities.includes('next-token'),
      sets: answered,
      ...overAll(answered),
      unrelated: unrelatedCosine(answered, on),
      bag,
    },
  };
}

function answerSets(sets: readonly ReadSet[], on: Embedded, off: Embedded, dims: 2 | 3): OrderSetAnswer[] {
  const { dim } = on;
  const cut = new Set(on.truncated);
  let from = 0;
  return sets.map(({ id, language, note, lines }) => {
    const n = lines.length;
    const part = ({ data }: Embedded) => data.slice(from * dim, (from + n) * dim);
    const [placed, unplaced] = [part(on), part(off)];
    // of a text that was cut other tokens may have been left out than of the first
    const orders = lines.map((line, index) =>
      cut.has(from + index) || cut.has(from) ? { ...line, sameTokens: index === 0 } : line,
    );
    from += n;
    const rows = orders.flatMap((line, row) => (line.sameTokens ? [row] : []));
    const both = <T>(of: (data: Float32Array<ArrayBuffer>) => T): OnAndOff<T> => ({
      on: of(placed),
      off: of(unplaced),
    });
    const places = placesOnAndOff(placed, unplaced, dim, dims);
    const similarity = both((data) => Array.from(cosineMatrix(data, dim)));
    return {
      id,
      language,
      note,
      orders,
      similarity,
      coordinates: { on: Array.from(places.on), off: Array.from(places.off) },
      difference: both((data) => largestDifference(data, dim, rows)),
      farthest: {
        on: farthestPair(similarity.on, n, rows),
        off: farthestPair(similarity.off, n, rows),
      },
    };
  });
}

/** What two sentences of other words have: the measure of what “near” means for a model. */
function unrelatedCosine(sets: readonly OrderSetAnswer[], { data, dim }: Embedded): number | null {
  let from = 0;
  const firsts = sets.map(({ language, orders }) => {
    const vector = data.subarray(from * dim, (from + 1) * dim);
    from += orders.length;
    return { language, vector };
  });
  const cosines = firsts.flatMap((a, index) =>
    firsts
      .slice(0, index)
      .filter(({ language }) => language === a.language)
      .map(({ vector }) => cosineSimilarity(a.vector, vector)),
  );
  return cosines.length > 0 ? cosines.reduce((sum, value) => sum + value, 0) / cosines.length : null;
}

type Overall = Pick<PermutationsAnswer, 'difference' | 'leastCosine' | 'otherTokens' | 'confused'>;

function overAll(sets: readonly OrderSetAnswer[]): Overall {
  const extreme = (
    of: (set: OrderSetAnswer) => number | null | undefined,
    best: (...values: number[]) => number,
  ) => {
    const values = sets.flatMap((set) => of(set) ?? []);
    return values.length > 0 ? best(...values) : null;
  };
  const confused = sets.flatMap(({ id, orders, similarity }) =>
    orders.flatMap(({ sense, sameTokens }, order) =>
      sense === 'other' && sameTokens ? [{ set: id, order, cosine: similarity.on[order] }] : [],
    ),
  );
  return {
    difference: {
      on: extreme(({ difference }) => difference.on, Math.max),
      off: extreme(({ difference }) => difference.off, Math.max),
    },
    leastCosine: {
      on: extreme(({ farthest }) => farthest.on?.cosine, Math.min),
      off: extreme(({ farthest }) => farthest.off?.cosine, Math.min),
    },
    otherTokens: sets.reduce((sum, { orders }) => sum + orders.filter((line) => !line.sameTokens).length, 0),
    confused: confused.sort((a, b) => b.cosine - a.cosine),
  };
}
