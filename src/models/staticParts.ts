import { Fault } from '../contract/fault.ts';
import { hasHan, loadSegmenter, type Segmenter, wordsOnly } from '../text/segment.ts';
import { loadSimplifier } from '../text/simplify.ts';
import type { StaticCard } from './modelCard.ts';
import { StaticModel } from './staticModel.ts';
import { decodeVectors } from './staticVectors.ts';
import { Vocabulary } from './vocabulary.ts';
import { WordOrigins } from './wordOrigins.ts';

interface Extras {
  readonly cached: boolean;
  /** Fetches the card's `origins` file; null where it lists none. */
  readonly origins: (() => Promise<Uint8Array<ArrayBuffer>>) | null;
}

/**
 * A static model from its files: `vectors.bin`, and `vocabulary.txt` with one word a line in the order of the rows.
 * What Chinese text needs (jieba, OpenCC) is loaded with the first text that needs it;
 * all else is cut by Intl.Segmenter. Throws Fault `asset-corrupt`.
 */
export function makeStaticModel(
  card: StaticCard,
  vectors: Uint8Array<ArrayBuffer>,
  vocabulary: Uint8Array<ArrayBuffer>,
  { cached, origins }: Extras,
): StaticModel {
  const words = new TextDecoder().decode(vocabulary).trimEnd().split('\n');
  if (words.length !== card.vectors.rows) {
    throw new Fault('asset-corrupt', {
      file: card.files.vocabulary.path,
      expected: card.vectors.rows,
      got: words.length,
    });
  }
  const segmenters = new Map<string, Promise<Segmenter>>();
  const segmenterFor = (text: string): Promise<Segmenter> => {
    const language = hasHan(text) && card.languages.includes('zh') ? 'zh' : 'en';
    const known = segmenters.get(language);
    if (known) return known;
    const loading = loadSegmenter(language);
    segmenters.set(language, loading);
    loading.catch(() => segmenters.delete(language));
    return loading;
  };
  return new StaticModel(card, {
    data: decodeVectors(vectors, card),
    vocabulary: new Vocabulary(words),
    segment: async (text) => wordsOnly((await segmenterFor(text))(text)),
    simplify: async (text) => (hasHan(text) ? (await loadSimplifier()).text(text) : text),
    cached,
    origins: async () =>
      origins ? WordOrigins.unpack(await origins(), card.files.origins?.path ?? '') : null,
  });
}
