import { PieceTrie } from './pieceTrie.ts';

/** SentencePiece's kUnkPenalty. */
const UNKNOWN_PENALTY = 10;

/** One piece of a word: `length` UTF-16 units. */
export interface Piece {
  readonly id: number;
  readonly length: number;
}

/**
 * SentencePiece's Unigram model: cuts a word into the pieces whose log probabilities have the greatest sum. Follows
 * `encode_optimized` of tokenizers 0.22.1: a character that is no piece is unknown at 10 below the least score, of
 * equal sums the first one found stays, and neighbouring unknown characters become one token.
 */
export class Viterbi {
  readonly #trie: PieceTrie;
  readonly #scores: Float64Array;
  readonly #unknown: number;
  readonly #unknownScore: number;
  // Kept between words; for each place in the word: the best sum so far, the last piece's beginning and its id.
  #sums = new Float64Array(0);
  #begins = new Int32Array(0);
  #ids = new Int32Array(0);

  /** Piece i has text `pieces[i]` and log probability `scores[i]`; `unknown` is the id of unknown text. */
  constructor(pieces: readonly string[], scores: Float64Array, unknown: number) {
    this.#trie = new PieceTrie(pieces);
    this.#scores = scores;
    this.#unknown = unknown;
    this.#unknownScore = scores.reduce((least, score) => Math.min(least, score), 0) - UNKNOWN_PENALTY;
  }

  /** The pieces of `word`, in order; their lengths add up to the word's. */
  pieces(word: string): Piece[] {
    this.#walk(word);
    const pieces: Piece[] = [];
    for (let end = word.length; end > 0; ) {
      let begin = this.#begins[end];
      let id = this.#ids[end];
      if (id === this.#unknown) {
        while (begin > 0 && this.#ids[begin] === this.#unknown) begin = this.#begins[begin];
        const whole = this.#trie.idOf(word.slice(begin, end));
        if (whole >= 0) id = whole;
      }
      pieces.push({ id, length: end - begin });
      end = begin;
    }
    return pieces.reverse();
  }

  #walk(word: string): void {
    this.#makeRoom(word.length + 1);
    this.#begins.fill(-1, 0, word.length + 1);
    this.#sums[0] = 0;
    for (let begin = 0; begin < word.length; ) {
      const width = (word.codePointAt(begin) ?? 0) > 0xffff ? 2 : 1;
      const sum = this.#sums[begin];
      let isKnown = false;
      let node = PieceTrie.root;
      for (let end = begin; end < word.length; ) {
        node = this.#trie.next(node, word.charCodeAt(end++));
        if (node < 0) break;
        const id = this.#trie.idAt(node);
        if (id < 0) continue;
        this.#offer(begin, end, id, sum + this.#scores[id]);
        if (end - begin === width) isKnown = true;
      }
      if (!isKnown) this.#offer(begin, begin + width, this.#unknown, sum + this.#unknownScore);
      begin += width;
    }
  }

  #offer(begin: number, end: number, id: number, sum: number): void {
    if (this.#begins[end] >= 0 && sum <= this.#sums[end]) return;
    this.#sums[end] = sum;
    this.#begins[end] = begin;
    this.#ids[end] = id;
  }

  #makeRoom(places: number): void {
    if (places <= this.#sums.length) return;
    this.#sums = new Float64Array(places * 2);
    this.#begins = new Int32Array(places * 2);
    this.#ids = new Int32Array(places * 2);
  }
}
