import type { ModelId } from '../../../contract/deepLink.ts';
import { Fault } from '../../../contract/fault.ts';
import type { Bilingual, Language } from '../../../contract/options.ts';
import { cleanLines } from '../../../text/lines.ts';
import { loadOrders } from '../../../text/loadData.ts';
import type { Note } from '../../activity.ts';
import type { OrderSense } from './permutationsAnswer.ts';

/** Orders of the same words, before any vector. */
export interface GivenSet {
  readonly id: string;
  readonly language: Language;
  readonly note: Bilingual | null;
  readonly orders: readonly { readonly text: string; readonly sense: OrderSense | null }[];
}

/** Of a person's lines so many are kept: their square is read as a table. */
export const MOST_LINES = 24;

const HAN = /\p{Script=Han}/u;

/** The bundled sets in the languages that a model reads. Throws as `loadData`. */
export async function bundledSets(model: ModelId, signal: AbortSignal): Promise<GivenSet[]> {
  const base = new URL('.', document.baseURI).href;
  const files = await Promise.all(
    languagesOf(model).map((language) => loadOrders(`orders-${language}`, base, signal)),
  );
  return files.flatMap(({ language, sets }) =>
    sets.map(({ id, note, orders }) => ({
      id: files.length > 1 ? `${language}-${id}` : id,
      language,
      note,
      // the first is what the others are held against
      orders: orders.map(({ text, sense }, index) => ({ text, sense: index === 0 ? null : sense })),
    })),
  );
}

/**
 * A person's lines as one set, of which the first decides.
 * @throws Fault `no-texts` where no line has text
 */
export function ownSet(sentences: string): { readonly set: GivenSet; readonly notes: Note[] } {
  const { texts, cut } = cleanLines(sentences);
  if (texts.length === 0) throw new Fault('no-texts');
  const kept = texts.slice(0, MOST_LINES);
  const dropped = texts.length - kept.length + cut.linesDropped;
  const notes: Note[] = [];
  if (dropped > 0) notes.push({ kind: 'lines-dropped', details: { count: dropped, kept: kept.length } });
  if (cut.linesCut > 0) notes.push({ kind: 'lines-cut', details: { count: cut.linesCut } });
  const language = HAN.test(kept[0]) ? 'zh' : 'en';
  const orders = kept.map((text) => ({ text, sense: null }));
  return { set: { id: 'own', language, note: null, orders }, notes };
}

function languagesOf(model: ModelId): readonly Language[] {
  if (model === 'multilingual-e5-small') return ['zh', 'en'];
  return model === 'bge-small-zh-v1.5' ? ['zh'] : ['en'];
}
