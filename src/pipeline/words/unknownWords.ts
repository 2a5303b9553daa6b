import { CONTEXTUAL_IDS, languageOf, type ModelId, STATIC_IDS } from '../../contract/deepLink.ts';
import { Fault, isAbort } from '../../contract/fault.ts';
import type { Language } from '../../contract/options.ts';
import { fetchAsset } from '../../models/assets.ts';
import { modelFolder } from '../../models/registry.ts';
import { Vocabulary } from '../../models/vocabulary.ts';
import { hasHan } from '../../text/segment.ts';
import { cardOf } from '../modelSessions.ts';
import type { ResolvedWord, Space } from './openSpace.ts';

/** A word that the model lacks: what is spelt like it, which dictionaries have it, which models read its language. */
export interface UnknownWord {
  readonly word: string;
  readonly spellings: readonly string[];
  readonly knownBy: readonly ModelId[];
  readonly readBy: readonly ModelId[];
}

/** The question has words that the model lacks. */
export class UnknownWords extends Fault {
  readonly words: readonly UnknownWord[];

  constructor(words: readonly UnknownWord[], model: string) {
    super('words-unknown', {
      words: words.map(({ word }) => word.slice(0, 40)).join(' · '),
      model,
      count: words.length,
    });
    this.words = words;
  }
}

/** A resolved word that has a vector. */
export type KnownWord = ResolvedWord & { readonly vector: Float32Array<ArrayBuffer> };

/**
 * Looks words up that must all be there.
 * @throws UnknownWords where some are not
 */
export async function knownWords(
  space: Space,
  words: readonly string[],
  signal: AbortSignal,
): Promise<KnownWord[]> {
  if (words.some((word) => word.trim() === '')) throw new Fault('no-word');
  const resolved = await space.resolve(words, signal);
  const lacking = resolved.filter(({ vector }) => vector === null);
  if (lacking.length === 0) return resolved as KnownWord[];
  const seen = new Set<string>();
  const unknown: UnknownWord[] = [];
  for (const { asked, spellings } of lacking) {
    if (seen.has(asked)) continue;
    seen.add(asked);
    unknown.push({
      word: asked,
      spellings,
      knownBy: await knownBy(asked, space.model.card.id, signal),
      readBy: readBy(asked, space.model.card.id),
    });
  }
  throw new UnknownWords(unknown, space.model.card.id);
}

const vocabularies = new Map<string, Promise<Vocabulary>>();

/** The contextual models for a word's language, which read it in pieces; none for what is no word of letters. */
function readBy(word: string, asked: string): ModelId[] {
  if (!/^[\p{L}\p{M}\p{N}' -]+$/u.test(word)) return [];
  const language: Language = hasHan(word) ? 'zh' : 'en';
  return CONTEXTUAL_IDS.filter((id) => id !== asked && languageOf(id, language) === language);
}

/** The other bundled dictionaries that have a word. */
async function knownBy(word: string, asked: string, signal: AbortSignal): Promise<ModelId[]> {
  const known: ModelId[] = [];
  for (const id of STATIC_IDS) {
    if (id === asked) continue;
    try {
      if ((await vocabularyOf(id)).find(word) >= 0) known.push(id);
    } catch (error) {
      // offline: nothing can be said of that model
      if (isAbort(error)) throw error;
    }
    signal.throwIfAborted();
  }
  return known;
}

function vocabularyOf(id: (typeof STATIC_IDS)[number]): Promise<Vocabulary> {
  const fetched = vocabularies.get(id);
  if (fetched) return fetched;
  const loading = (async () => {
    const card = await cardOf(id);
    if (card.kind !== 'static') return new Vocabulary([]);
    const file = card.files.vocabulary;
    const folder = modelFolder(id, new URL('.', document.baseURI).href);
    const { data } = await fetchAsset({ ...file, url: new URL(file.path, folder).href });
    return new Vocabulary(new TextDecoder().decode(data).trimEnd().split('\n'));
  })();
  vocabularies.set(id, loading);
  loading.catch(() => vocabularies.delete(id));
  return loading;
}
