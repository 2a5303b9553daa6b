import { intlSegments } from './intlSegments.ts';

/** A sentence of a text, without the white space round it; `text === whole.slice(start, end)`, UTF-16 units. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// ；and … end a sentence in Chinese but not in Unicode's rules; closing quotes and brackets go with the stop, and
// no sentence ends before a comma or colon (“我……”，他说。).
const CHINESE_STOP =
  /[。！？!?…；]*[…；][。！？!?…；]*[\p{Pe}\p{Pf}"']*\s*(?![\p{Pe}\p{Pf}"'，、：,:。！？!?…；\s])/gu;
const OPENING = /[\p{Ps}\p{Pi}]+$/u;

/**
 * Splits a text at stops and line ends by Unicode's rules (UAX 29, Intl.Segmenter), so closing quotes and brackets
 * stay with their sentence, and abbreviations are told from stops as well as those rules do. Opening ones, which
 * those rules leave with the sentence before (走了。“你好”), go with theirs. For `zh`, ；and … are stops too.
 * Sentences of white space alone are left out.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const end of sentenceEnds(text, language)) {
    const opened = end < text.length ? (OPENING.exec(text.slice(from, end))?.[0].length ?? 0) : 0;
    const to = end - opened;
    addTrimmed(sentences, text, from, to);
    from = to;
  }
  return sentences;
}

function* sentenceEnds(text: string, language: string): Generator<number> {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const isChinese = /^zh\b/i.test(language);
  for (const { segment, index } of intlSegments(segmenter, text)) {
    if (isChinese) {
      for (const stop of segment.matchAll(CHINESE_STOP)) {
        const end = stop.index + stop[0].length;
        if (end < segment.length) yield index + end;
      }
    }
    yield index + segment.length;
  }
}

function addTrimmed(sentences: Sentence[], whole: string, from: number, to: number): void {
  const raw = whole.slice(from, to);
  const text = raw.trim();
  if (text === '') return;
  const start = from + raw.indexOf(text);
  sentences.push({ text, start, end: start + text.length });
}
