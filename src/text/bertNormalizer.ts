/** The options of a tokenizer.json's BertNormalizer. */
export interface BertOptions {
  readonly cleanText: boolean;
  readonly handleChineseChars: boolean;
  readonly stripAccents: boolean;
  readonly lowercase: boolean;
}

/** A word as BERT's pre-tokenizer cuts it: normalised, with the source of each of its UTF-16 units. */
export interface NormalizedWord {
  readonly text: string;
  /** Unit i of `text` comes from [starts[i], ends[i]) of the original string. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What a code point becomes: nothing, a gap between words, a part of a word, or a word by itself. */
type Kind = 'dropped' | 'space' | 'part' | 'alone';
interface Normalized {
  readonly kind: Kind;
  readonly text: string;
}

// The ranges of `is_chinese_char` in tokenizers (Rust), which leave out 2B820–2B91F and all after Extension E.
const CHINESE = new RegExp(
  '[\\u4E00-\\u9FFF\\u3400-\\u4DBF\\u{20000}-\\u{2A6DF}\\u{2A700}-\\u{2B73F}\\u{2B740}-\\u{2B81F}' +
    '\\u{2B920}-\\u{2CEAF}\\uF900-\\uFAFF\\u{2F800}-\\u{2FA1F}]',
  'u',
);
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const PUNCTUATION = /[\p{P}!-/:-@[-`{-~]/u;
const SPACE = /\p{White_Space}/u;
const NONSPACING = /\p{Mn}/gu;

/**
 * BertNormalizer followed by BertPreTokenizer, one code point at a time, so that every normalised unit
 * knows its source. Follows tokenizers 0.22.1 (Rust): clean, set Chinese apart, NFD, strip Mn, lower-case
 * each code point by itself (a final Σ becomes σ). Unlike @huggingface/tokenizers 0.2, which works on
 * UTF-16 units, it sets Chinese beyond the BMP apart too. Compared over every code point between two letters, it
 * differs only for some 650 rare marks, signs and format characters that Unicode got (or changed) after 8.0, the
 * tables of the Rust crate, while a browser has newer ones.
 */
export class BertNormalizer {
  readonly #options: BertOptions;
  readonly #known = new Map<number, Normalized>();

  constructor(options: BertOptions) {
    this.#options = options;
  }

  /** The words of `text.slice(from, to)`, in order, with places counted from the start of `text`. */
  *words(text: string, from: number, to: number): Generator<NormalizedWord> {
    let word = '';
    let starts: number[] = [];
    let ends: number[] = [];
    for (let at = from; at < to; ) {
      const code = text.codePointAt(at) ?? 0;
      const end = at + (code > 0xffff ? 2 : 1);
      const { kind, text: normal } = this.#normalize(code);
      if ((kind === 'space' || kind === 'alone') && word !== '') {
        yield { text: word, starts, ends };
        word = '';
        starts = [];
        ends = [];
      }
      if (kind === 'alone') {
        yield {
          text: normal,
          starts: new Array<number>(normal.length).fill(at),
          ends: new Array<number>(normal.length).fill(end),
        };
      } else if (kind === 'part') {
        word += normal;
        for (let unit = 0; unit < normal.length; unit++) {
          starts.push(at);
          ends.push(end);
        }
      }
      at = end;
    }
    if (word !== '') yield { text: word, starts, ends };
  }

  #normalize(code: number): Normalized {
    const known = this.#known.get(code);
    if (known) return known;
    const made = normalizeCodePoint(code, this.#options);
    this.#known.set(code, made);
    return made;
  }
}

function normalizeCodePoint(code: number, options: BertOptions): Normalized {
  const char = String.fromCodePoint(code);
  const isGap = code === 9 || code === 10 || code === 13;
  if (options.cleanText) {
    if (code === 0 || code === 0xfffd || (!isGap && CONTROL.test(char))) return { kind: 'dropped', text: '' };
  } else if (CONTROL.test(char) && code >= 0xd800 && code <= 0xdfff) {
    // Half a surrogate pair cannot reach Python; what replaces it there is U+FFFD.
    return { kind: 'part', text: '\ufffd' };
  }
  if (SPACE.test(char)) return { kind: 'space', text: '' };
  const isChinese = options.handleChineseChars && CHINESE.test(char);
  let text = char;
  if (options.stripAccents) text = text.normalize('NFD').replace(NONSPACING, '');
  if (options.lowercase) text = Array.from(text, (part) => part.toLowerCase()).join('');
  if (text === '') return { kind: 'dropped', text };
  // A decomposed character never mixes punctuation with letters, so its first code point speaks for it.
  return { kind: isChinese || PUNCTUATION.test(text) ? 'alone' : 'part', text };
}
