import { intlSegments } from './intlSegments.ts';
import { type Cut, type JiebaSource, loadJieba } from './jieba.ts';

/** A stretch of a text: a word, or what stands between words. */
export interface Word {
  readonly text: string;
  /** UTF-16 units in the text, end excluded; `text === whole.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Whether it has a letter or a digit, so that it is neither punctuation nor space nor a symbol. */
  readonly isWord: boolean;
}

/** Cuts a text into stretches that follow each other without a gap. */
export type Segmenter = (text: string) => Word[];

const HAN = /\p{Script=Han}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a text has Chinese characters, so that cutting it well takes the segmenter of `zh`. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/**
 * The segmenter of a language (BCP 47). For `zh`, jieba cuts Chinese, and Intl.Segmenter each stretch of other
 * scripts; words that mix both (T恤) stay whole where jieba's dictionary has them. Every other language is
 * Intl.Segmenter's, which needs nothing loaded. Throws the Faults of `loadJieba`.
 */
export async function loadSegmenter(language: string, source?: JiebaSource): Promise<Segmenter> {
  const intl = new Intl.Segmenter(language, { granularity: 'word' });
  if (!/^zh\b/i.test(language)) return (text) => cutByIntl(intl, text, 0);
  const cut = await loadJieba(source);
  return (text) => cutMixed(cut, intl, text);
}

/** Only the words, without punctuation, spaces and symbols. */
export function wordsOnly(words: readonly Word[]): Word[] {
  return words.filter(({ isWord }) => isWord);
}

function cutMixed(cut: Cut, intl: Intl.Segmenter, text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  let foreign = 0;
  const flush = () => {
    for (const word of cutByIntl(intl, text.slice(foreign, at), foreign)) words.push(word);
  };
  // jieba gives U+FFFD for half a surrogate pair, which is as long, so lengths add up to places in `text`
  for (const piece of cut(text)) {
    const end = at + piece.length;
    if (HAN.test(piece)) {
      flush();
      words.push({ text: text.slice(at, end), start: at, end, isWord: true });
      foreign = end;
    }
    at = end;
  }
  flush();
  return words;
}

function cutByIntl(intl: Intl.Segmenter, text: string, offset: number): Word[] {
  return Array.from(intlSegments(intl, text), ({ segment, index }) => ({
    text: segment,
    start: offset + index,
    end: offset + index + segment.length,
    isWord: LETTER_OR_DIGIT.test(segment),
  }));
}
