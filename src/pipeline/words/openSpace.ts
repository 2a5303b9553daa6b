import {
  type DataId,
  languageOf,
  languageOfData,
  type ModelId,
  STATIC_IDS,
} from '../../contract/deepLink.ts';
import { Fault, isAbort } from '../../contract/fault.ts';
import type { Device, Language, Layer, Pooling } from '../../contract/options.ts';
import type { EmbeddingModel } from '../../models/embeddingModel.ts';
import type { ModelCard } from '../../models/modelCard.ts';
import { type Client, connect } from '../../workers/rpc.ts';
import { embedItems } from '../embedItems.ts';
import { itemsFor } from '../items.ts';
import { isHeld, modelSession, type WorkHooks } from '../modelSessions.ts';
import type { SpaceMethods } from './spaceMethods.ts';
import type { WordTable } from './wordSpace.ts';

/** Which words answers are looked for among. */
export interface SpaceRequest {
  readonly model: ModelId;
  readonly device: Device;
  readonly layer: Layer | null;
  readonly pooling: Pooling | null;
  /** The words that a contextual model, which has no dictionary, is asked about. */
  readonly data: Extract<DataId, `words-${string}`>;
  /** Whether the words of the other static model, which shares the space, are there too. */
  readonly languages: 'one' | 'both';
}

/** A word with its vector, or what is spelt like it. */
export interface ResolvedWord {
  readonly asked: string;
  /** As the space has it. */
  readonly word: string;
  /** −1: not among the candidates. */
  readonly row: number;
  /** dim numbers as the model gives them; null where the word is unknown. */
  readonly vector: Float32Array<ArrayBuffer> | null;
  readonly spellings: readonly string[];
}

/** The words that answers are looked for among: a worker holds them, the page asks. */
export interface Space {
  readonly model: EmbeddingModel;
  /** A whole dictionary, or the words of `data` as a contextual model sees them alone. */
  readonly kind: 'dictionary' | 'list';
  readonly languages: readonly Language[];
  readonly size: number;
  readonly dim: number;
  readonly layer: Layer | null;
  readonly pooling: Pooling;
  ask<K extends keyof SpaceMethods>(
    method: K,
    params: SpaceMethods[K]['params'],
    signal: AbortSignal,
    onProgress?: (progress: SpaceMethods[K]['progress']) => void,
  ): Promise<SpaceMethods[K]['result']>;
  /** Looks words up; a contextual model reads those that are none of the candidates. */
  resolve(words: readonly string[], signal: AbortSignal): Promise<ResolvedWord[]>;
}

/** The language of a space's own words. */
export function languageOfSpace({ model, data }: Pick<SpaceRequest, 'model' | 'data'>): Language {
  return languageOf(model, languageOfData(data));
}

let client: Client<SpaceMethods> | null = null;
let last: { readonly key: string; readonly space: Space } | null = null;

/** Opens the space that a request asks for; the last one stays open. Throws as `modelSession` and `embedItems`. */
export async function openSpace(request: SpaceRequest, hooks: WorkHooks): Promise<Space> {
  const key = JSON.stringify(request);
  if (last?.key === key && isHeld(last.space.model)) return last.space;
  const parts = await tablesOf(request, hooks);
  hooks.signal.throwIfAborted();
  const { tables, dim, ...rest } = parts;
  const size = tables.reduce((sum, { words }) => sum + words.length, 0);
  last = null;
  await ask(
    'open',
    { tables, dim },
    hooks.signal,
    undefined,
    tables.map(({ data }) => data.buffer),
  );
  const space: Space = {
    ...rest,
    languages: tables.map(({ language }) => language),
    size,
    dim,
    ask,
    resolve: (words, signal) => resolve(space, words, signal),
  };
  last = { key, space };
  return space;
}

/** The words of the space that is open, for completion: [] before there is one. */
export async function completions(beginning: string, k: number, signal: AbortSignal): Promise<string[]> {
  return last ? last.space.ask('complete', { beginning, k }, signal) : [];
}

async function ask<K extends keyof SpaceMethods>(
  method: K,
  params: SpaceMethods[K]['params'],
  signal: AbortSignal,
  onProgress?: (progress: SpaceMethods[K]['progress']) => void,
  transfer?: Transferable[],
): Promise<SpaceMethods[K]['result']> {
  client ??= connect<SpaceMethods>(
    new Worker(new URL('./spaceWorker.ts', import.meta.url), { type: 'module', name: 'words' }),
  );
  const asked = client;
  try {
    return await asked.call(method, params, { signal, onProgress, transfer });
  } catch (error) {
    if (error instanceof Fault && error.code === 'worker-failed' && client === asked) {
      asked.dispose();
      client = null;
      last = null;
    }
    if (isAbort(error) && method === 'open') last = null;
    throw error;
  }
}

type Parts = Pick<Space, 'model' | 'kind' | 'layer' | 'pooling'> & {
  readonly tables: readonly WordTable[];
  readonly dim: number;
};

async function tablesOf(request: SpaceRequest, hooks: WorkHooks): Promise<Parts> {
  const model = await modelSession(request.model, request.device, hooks);
  const language = languageOfSpace(request);
  const dictionary = await model.dictionary();
  if (!dictionary) return listOf(request, hooks);
  const { card } = model;
  const own = { language, ...dictionary };
  const shared = { model, kind: 'dictionary', layer: null, pooling: card.pooling } as const;
  const other = STATIC_IDS.find((id) => id !== request.model);
  if (request.languages === 'one' || !other) return { ...shared, tables: [own], dim: card.dim };
  const second = await modelSession(other, request.device, hooks);
  const theirs = await second.dictionary();
  const dim = sharedDims(card, second.card);
  if (!theirs || dim === null) return { ...shared, tables: [own], dim: card.dim };
  const tables = [
    { language, words: own.words, data: firstDims(own.data, card.dim, dim) },
    {
      language: languageOf(other, language),
      words: theirs.words,
      data: firstDims(theirs.data, second.card.dim, dim),
    },
  ];
  return { ...shared, tables, dim };
}

/** The words of a list as a contextual model sees them alone. */
async function listOf(request: SpaceRequest, hooks: WorkHooks): Promise<Parts> {
  const { items } = await itemsFor(request.data, null);
  const { model, data, dim, layer, pooling } = await embedItems(items, request, hooks);
  const language = request.data === 'words-zh' ? 'zh' : 'en';
  const tables = [{ language, words: items.map(({ text }) => text), data: data.slice() }] as const;
  return { model, kind: 'list', layer, pooling, tables, dim };
}

/** How many first dimensions two dictionaries share; null: none. */
function sharedDims(a: ModelCard, b: ModelCard): number | null {
  const said = (of: ModelCard, with_: ModelCard) =>
    of.kind === 'static' && of.sharedSpace?.model === with_.id ? of.sharedSpace.dims : null;
  return said(a, b) ?? said(b, a);
}

function firstDims(data: Float32Array<ArrayBuffer>, dim: number, dims: number): Float32Array<ArrayBuffer> {
  if (dims === dim) return data;
  const cut = new Float32Array((data.length / dim) * dims);
  for (let row = 0; row * dim < data.length; row++) {
    cut.set(data.subarray(row * dim, row * dim + dims), row * dims);
  }
  return cut;
}

/** What tokenizers write where they know no piece. */
const UNKNOWN: ReadonlySet<string> = new Set(['[UNK]', '<unk>']);

async function resolve(space: Space, words: readonly string[], signal: AbortSignal): Promise<ResolvedWord[]> {
  const found = await space.ask('find', { words }, signal);
  const rows = found.flatMap(({ row }) => (row < 0 ? [] : [row]));
  const known = await space.ask('vectors', { rows }, signal);
  const lacking = words.filter((_, index) => found[index].row < 0);
  const { layer, pooling, dim } = space;
  const read =
    space.kind === 'list' && lacking.length > 0
      ? await space.model.embedTexts(lacking, { signal, layer: layer ?? undefined, pooling })
      : null;
  const unread = new Set(read?.missing);
  // a word that the model has no token for would get the vector of “unknown”
  const tokens = read ? await space.model.tokenize(lacking) : [];
  tokens.forEach((each, index) => {
    if (each.some(({ text }) => UNKNOWN.has(text))) unread.add(index);
  });
  let at = 0;
  let readAt = 0;
  return found.map(({ row, word, spellings }, index) => {
    let vector: Float32Array<ArrayBuffer> | null = null;
    if (row >= 0) vector = known.slice(at * dim, ++at * dim);
    else if (read && !unread.has(readAt++)) vector = read.data.slice((readAt - 1) * dim, readAt * dim);
    return { asked: words[index], word, row, vector, spellings };
  });
}
