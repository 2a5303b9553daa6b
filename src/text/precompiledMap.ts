import { intlSegments } from './intlSegments.ts';

/** What a stretch of a text becomes: `text` in place of [start, end) (UTF-16 units). */
export interface Replaced {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters that never join with a neighbour into one grapheme, so that no segmenter is needed for them. */
const SINGLE =
  /^[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u3000-\u3029\u3040-\u3098\u309b-\u9fff\uff00-\uff9d]*$/;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * SentencePiece's precompiled character map (for XLM-R: NFKC with white space made equal and control characters
 * left out), a double-array trie over UTF-8 with the new texts behind it. Follows spm_precompiled 0.1.4 and
 * `Precompiled` of tokenizers 0.22.1, oddities included: a grapheme of fewer than 6 bytes is replaced as a whole by
 * what its shortest known beginning becomes.
 */
export class PrecompiledMap {
  readonly #units: Uint32Array;
  readonly #texts: Uint8Array;
  readonly #known = new Map<string, string | null>();

  /** `base64` is `precompiled_charsmap`. Throws a RangeError when it is cut short. */
  constructor(base64: string) {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
    const size = bytes.length < 4 ? 0 : new DataView(bytes.buffer).getUint32(0, true);
    if (size === 0 || size % 4 !== 0 || size + 4 > bytes.length) {
      throw new RangeError('precompiled_charsmap is cut short');
    }
    this.#units = new Uint32Array(bytes.slice(4, 4 + size).buffer);
    this.#texts = bytes.subarray(4 + size);
  }

  /** `text.slice(from, to)` in its normal form, in order, one code point of the original at a time or a few. */
  *replaced(text: string, from: number, to: number): Generator<Replaced> {
    const part = text.slice(from, to);
    if (SINGLE.test(part)) {
      for (let at = from; at < to; at++) yield this.#one(text[at], at);
      return;
    }
    for (const { segment, index } of intlSegments(graphemes, part)) {
      yield* this.#grapheme(segment, from + index);
    }
  }

  *#grapheme(segment: string, start: number): Generator<Replaced> {
    if (segment.length > 1 && segment.length < 6 && encoder.encode(segment).length < 6) {
      const normal = this.#lookUp(segment);
      if (normal !== null) {
        yield* aligned(segment, normal, start);
        return;
      }
    }
    let at = start;
    for (const char of segment) {
      const { text } = this.#one(char, at);
      yield { text, start: at, end: at + char.length };
      at += char.length;
    }
  }

  #one(char: string, start: number): Replaced {
    return { text: this.#lookUp(char) ?? char, start, end: start + char.length };
  }

  #lookUp(part: string): string | null {
    const known = this.#known.get(part);
    if (known !== undefined) return known;
    const made = this.#find(encoder.encode(part));
    // A text has few different characters; the bound keeps one that has all of Unicode from staying in memory.
    if (this.#known.size >= 20_000) this.#known.clear();
    this.#known.set(part, made);
    return made;
  }

  #find(bytes: Uint8Array): string | null {
    const units = this.#units;
    let position = offset(units[0]);
    for (const byte of bytes) {
      if (byte === 0) return null;
      position ^= byte;
      const unit = units[position];
      // The label, with the top bit, which only leaves have.
      if (unit === undefined || (unit & 0x800000ff) !== byte) return null;
      position ^= offset(unit);
      if (((unit >>> 8) & 1) === 1) {
        const start = units[position] & 0x7fffffff;
        let end = start;
        while (end < this.#texts.length && this.#texts[end] !== 0) end++;
        return decoder.decode(this.#texts.subarray(start, end));
      }
    }
    return null;
  }
}

function offset(unit: number): number {
  return (unit >>> 10) << ((unit & 0x200) >>> 6);
}

/**
 * As tokenizers aligns a replacement: new code point i stands where the old i stood, those beyond the old ones
 * where the last old one stood.
 */
function* aligned(old: string, normal: string, start: number): Generator<Replaced> {
  const olds = Array.from(old);
  let at = start;
  for (const [index, text] of Array.from(normal).entries()) {
    if (index > 0 && index < olds.length) at += olds[index - 1].length;
    yield { text, start: at, end: at + olds[Math.min(index, olds.length - 1)].length };
  }
}
