import type { StaticId } from '../../contract/deepLink.ts';
import { startProjection } from '../../projection/client.ts';
import { cosineSimilarity } from '../../vectors/similarity.ts';
import { rowOf } from '../../vectors/vectorSet.ts';
import { modelSession, type WorkHooks } from '../modelSessions.ts';
import type { LabRequest } from './labRequest.ts';

/** A point of the static pane: one of the words itself, a neighbour of it, or a word of its sentences. */
export interface StaticPoint {
  readonly text: string;
  readonly kind: 'word' | 'neighbour' | 'context';
  /** Which of the lab's words it stands by; of a context word, −1. */
  readonly word: number;
  /** Cosine similarity with that word; of a context word with the nearest of them. */
  readonly score: number;
}

/** What a dictionary says of the words, whatever the sentence: one entry each, or none. */
export interface StaticEntry {
  readonly model: StaticId;
  readonly dim: number;
  /** Words that the dictionary lacks. */
  readonly unknown: readonly string[];
  /** The words first, at most one point each. */
  readonly points: readonly StaticPoint[];
  /** points × dims. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly dims: 2 | 3;
  /** Of two words that both are there. */
  readonly similarity: number | null;
}

/** Neighbours shown of one word, and of each of two. */
const NEIGHBOURS = [24, 14];
const MOST_CONTEXT_WORDS = 12;

let last: { readonly key: string; readonly entry: StaticEntry } | null = null;

/** As `lookUp`, kept for as long as the same is asked: an edited sentence seldom changes what a dictionary says. */
export async function staticEntry(...asked: Parameters<typeof lookUp>): Promise<StaticEntry> {
  const [words, context, { model2, projection }] = asked;
  const key = JSON.stringify([words, context, model2, projection]);
  if (last?.key === key) return last.entry;
  const entry = await lookUp(...asked);
  last = { key, entry };
  return entry;
}

/** Looks the words up, with their nearest neighbours and some words of their sentences, and lays them out. */
async function lookUp(
  words: readonly string[],
  context: readonly string[],
  { model2, projection }: Pick<LabRequest, 'model2' | 'projection'>,
  hooks: WorkHooks,
): Promise<StaticEntry> {
  const model = await modelSession(model2, 'auto', hooks);
  const { dim } = model.card;
  const { signal } = hooks;
  const own = await model.embedTexts(words, { signal });
  // a word that is there only in pieces (its mean) is no entry of the dictionary
  const entries = (await model.tokenize(words)).map((tokens, index) => {
    const [entry] = tokens;
    const whole = tokens.length === 1 && entry.start === 0 && entry.end === words[index].length;
    return whole ? entry.text : null;
  });
  const known = words.flatMap((_, index) => (entries[index] === null ? [] : [index]));
  const vectorOf = (index: number) => rowOf(own.data, dim, index);
  const points: StaticPoint[] = known.map((index) => ({
    text: words[index],
    kind: 'word',
    word: index,
    score: 1,
  }));
  const taken = new Set(known.map((index) => entries[index] ?? words[index]));
  const take = NEIGHBOURS[known.length - 1] ?? 0;
  for (const index of known) {
    const nearest = await model.nearest(vectorOf(index).slice(), take + taken.size);
    let count = 0;
    for (const [rank, text] of (nearest?.words ?? []).entries()) {
      if (count === take || taken.has(text)) continue;
      taken.add(text);
      count += 1;
      points.push({ text, kind: 'neighbour', word: index, score: nearest?.scores[rank] ?? 0 });
    }
  }
  if (known.length > 0) {
    const wanted = [...new Set(context)].filter((word) => !taken.has(word)).slice(0, MOST_CONTEXT_WORDS);
    const embedded = await model.embedTexts(wanted, { signal });
    const lacking = new Set(embedded.missing);
    for (const [row, text] of wanted.entries()) {
      if (lacking.has(row)) continue;
      const vector = rowOf(embedded.data, dim, row);
      const score = Math.max(...known.map((index) => cosineSimilarity(vector, vectorOf(index))));
      points.push({ text, kind: 'context', word: -1, score });
    }
  }
  const [first, second] = known;
  return {
    model: model2,
    dim,
    unknown: words.filter((_, index) => !known.includes(index)),
    points,
    coordinates: await layOut(
      (
        await model.embedTexts(
          points.map(({ text }) => text),
          { signal },
        )
      ).data,
      dim,
      projection,
      signal,
    ),
    dims: projection.dims,
    similarity: second === undefined ? null : cosineSimilarity(vectorOf(first), vectorOf(second)),
  };
}

async function layOut(
  data: Float32Array<ArrayBuffer>,
  dim: number,
  { projector, nEpochs, ...settings }: LabRequest['projection'],
  signal: AbortSignal,
): Promise<Float32Array<ArrayBuffer>> {
  if (data.length === 0) return new Float32Array(0);
  const input = { ...settings, data, dim, method: projector, nEpochs: nEpochs ?? undefined };
  return (await startProjection(input, { signal }).result).coordinates;
}
