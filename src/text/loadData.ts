import * as v from 'valibot';
import type { DataId } from '../contract/deepLink.ts';
import { Fault } from '../contract/fault.ts';
import {
  type Contexts,
  contextsSchema,
  type EvaluationSet,
  evaluationSchema,
  relationsSchema,
  type WordList,
  wordListSchema,
} from './corpus.ts';
import { type ContextItemOptions, contextItems, type GroupedItems, wordItems } from './dataItems.ts';
import { type OrderSets, type OrdersId, ordersSchema } from './orders.ts';
import { type PrefixesId, type PrefixSet, prefixesSchema } from './prefixes.ts';
import type { RelationSet, RelationsId } from './relations.ts';
import { type SentenceSet, type SentencesId, sentenceItems, sentencesSchema } from './sentenceSets.ts';

/** The bundled data that are word lists, and those that are words in sentences. */
export type WordListId = Extract<DataId, `words-${string}`>;
export type ContextsId = Extract<DataId, `contexts-${string}`>;

/** Bundled data, ready to be shown. */
export interface LoadedData extends GroupedItems {
  readonly id: DataId;
}

export interface LoadDataOptions extends ContextItemOptions {
  readonly signal?: AbortSignal;
}

/**
 * The bundled data `id` as items, from `<base>data/<id>.json`; `base` is the page's folder with its slash.
 * Throws Fault `asset-unreachable`, `asset-refused` or `data-invalid`, or an AbortError.
 */
export async function loadData(id: DataId, base: string, options: LoadDataOptions = {}): Promise<LoadedData> {
  const { signal } = options;
  if (isContexts(id)) return { id, ...contextItems(await loadContexts(id, base, signal), options) };
  if (isSentences(id)) return { id, ...sentenceItems(await loadSentences(id, base, signal)) };
  return { id, ...wordItems(await loadWordList(id, base, signal)) };
}

/** A bundled word list as it was written. Throws as `loadData`. */
export async function loadWordList(id: WordListId, base: string, signal?: AbortSignal): Promise<WordList> {
  return fetchJson(id, base, wordListSchema, signal);
}

/** Bundled polysemous words with their senses and sentences, and control words. Throws as `loadData`. */
export async function loadContexts(id: ContextsId, base: string, signal?: AbortSignal): Promise<Contexts> {
  return fetchJson(id, base, contextsSchema, signal);
}

/** Bundled groups of sentences that say the same, with their near misses. Throws as `loadData`. */
export async function loadSentences(
  id: SentencesId,
  base: string,
  signal?: AbortSignal,
): Promise<SentenceSet> {
  return fetchJson(id, base, sentencesSchema, signal);
}

/** Bundled unfinished sentences, labelled by topic and by next word. Throws as `loadData`. */
export async function loadPrefixes(id: PrefixesId, base: string, signal?: AbortSignal): Promise<PrefixSet> {
  return fetchJson(id, base, prefixesSchema, signal);
}

/** Bundled sets of sentences that differ only in the order of their words. Throws as `loadData`. */
export async function loadOrders(id: OrdersId, base: string, signal?: AbortSignal): Promise<OrderSets> {
  return fetchJson(id, base, ordersSchema, signal);
}

/** The bundled relations of a language, each with its pairs of words. Throws as `loadData`. */
export async function loadRelations(
  id: RelationsId,
  base: string,
  signal?: AbortSignal,
): Promise<RelationSet> {
  return fetchJson(id, base, relationsSchema, signal);
}

/** The bundled sets of evaluation data, one a language. */
export type EvaluationId = 'evaluation-zh' | 'evaluation-en';

/** The graded pairs and the questions of a language, on which models are measured. Throws as `loadData`. */
export async function loadEvaluation(
  id: EvaluationId,
  base: string,
  signal?: AbortSignal,
): Promise<EvaluationSet> {
  return fetchJson(id, base, evaluationSchema, signal);
}

function isContexts(id: DataId): id is ContextsId {
  return id.startsWith('contexts-');
}

function isSentences(id: DataId): id is SentencesId {
  return id.startsWith('sentences-');
}

async function fetchJson<T extends { id: string }>(
  id: DataId | RelationsId | EvaluationId | PrefixesId | OrdersId,
  base: string,
  schema: v.GenericSchema<unknown, T>,
  signal?: AbortSignal,
): Promise<T> {
  const file = `${id}.json`;
  let text: string;
  try {
    const response = await fetch(`${base}data/${file}`, { signal });
    if (!response.ok) throw new Fault('asset-refused', { file, status: response.status });
    text = await response.text();
  } catch (cause) {
    if (cause instanceof Fault || signal?.aborted) throw cause;
    throw new Fault('asset-unreachable', { file }, { cause });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Fault('data-invalid', { file, message: 'not JSON' }, { cause });
  }
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) throw new Fault('data-invalid', { file, message: v.summarize(parsed.issues) });
  if (parsed.output.id !== id) throw new Fault('data-invalid', { file, message: parsed.output.id });
  return parsed.output;
}
