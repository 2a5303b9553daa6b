import type { Language } from '../../contract/options.ts';
import { Vocabulary } from '../../models/vocabulary.ts';
import { hasHan } from '../../text/segment.ts';
import { bestRows, combined, cosinesWith, directionOf, multiplied } from '../../vectors/combination.ts';
import { rowNorms, unitRows } from '../../vectors/normalise.ts';
import { type Among, dotRows, type SearchedRows } from '../../vectors/search/searchedRows.ts';
import { type SearchIndex, searchIndexSteps, searchTeam } from '../../vectors/search/searchIndex.ts';
import type { Steps } from '../../vectors/steps.ts';
import { rowOf } from '../../vectors/vectorSet.ts';

/** Words of one language with their vectors, most frequent first. */
export interface WordTable {
  readonly language: Language;
  readonly words: readonly string[];
  /** words × dim, row-major. */
  readonly data: Float32Array<ArrayBuffer>;
}

/** A word as a term of a sum: a row of the space, or a vector from elsewhere (a word that is none of the candidates). */
export interface Term {
  /** −1: none. */
  readonly row: number;
  /** `dim` numbers, any length; of a row: null. */
  readonly vector: Float32Array<ArrayBuffer> | null;
  readonly weight: number;
}

export interface Candidate {
  readonly row: number;
  readonly text: string;
  readonly language: Language;
  /** Cosine similarity with the sum of the unit vectors, as gensim's most_similar gives it (3CosAdd). */
  readonly score: number;
  /** 3CosMul. */
  readonly scoreMul: number;
}

/** A row and its cosine similarity with what was asked. */
export type Near = Pick<Candidate, 'row' | 'score'>;

/** Where a sum of words leads. */
export interface Combination {
  /** Σ weight × unit vector: dim numbers, not normalised. */
  readonly vector: Float32Array<ArrayBuffer>;
  /** Best first by `score`, the words of the question left out. */
  readonly candidates: readonly Candidate[];
  /** The like by `scoreMul`. */
  readonly byProduct: readonly Candidate[];
  /** The like by `score`, the words of the question among them. */
  readonly including: readonly Candidate[];
}

/** The words that answers are looked for among, with their unit vectors: a whole dictionary, two in one space, or the words of a list. */
export class WordSpace {
  readonly dim: number;
  readonly words: readonly string[];
  /** words × dim, row-major; every row of length 1 (0 where a word has no direction). */
  readonly unit: Float32Array<ArrayBuffer>;
  readonly #rows: SearchedRows;
  #index: SearchIndex | null = null;
  /** The length that each vector had. */
  readonly #lengths: Float64Array<ArrayBuffer>;
  readonly #tables: readonly {
    readonly language: Language;
    readonly from: number;
    readonly vocabulary: Vocabulary;
  }[];

  constructor(tables: readonly WordTable[], dim: number) {
    this.dim = dim;
    this.words = tables.flatMap(({ words }) => words);
    this.unit = new Float32Array(this.words.length * dim);
    this.#rows = dotRows(this.unit, dim);
    this.#lengths = new Float64Array(this.words.length);
    let from = 0;
    this.#tables = tables.map(({ language, words, data }) => {
      this.unit.set(unitRows(data, dim), from * dim);
      this.#lengths.set(rowNorms(data, dim), from);
      const table = { language, from, vocabulary: new Vocabulary(words) };
      from += words.length;
      return table;
    });
  }

  /** Makes an index of the words: with it `nearest` takes a tenth of the time and gives the same. Nothing where the browser cannot. */
  *indexSteps(): Steps<void> {
    const team = searchTeam();
    if (team) this.#index = yield* searchIndexSteps(team, this.#rows);
  }

  get size(): number {
    return this.words.length;
  }

  languageOf(row: number): Language {
    return (this.#tables.findLast(({ from }) => from <= row) ?? this.#tables[0]).language;
  }

  /** The row of a word, folded where need be; of two languages that of its script first. −1 where there is none. */
  find(word: string): number {
    const own = hasHan(word) ? 'zh' : 'en';
    const ordered = [...this.#tables].sort((a, b) => Number(b.language === own) - Number(a.language === own));
    for (const { vocabulary, from } of ordered) {
      const row = vocabulary.find(word);
      if (row >= 0) return from + row;
    }
    return -1;
  }

  /** The unit vector of a row: a view, not to be written to. */
  vector(row: number): Float32Array<ArrayBuffer> {
    return rowOf(this.unit, this.dim, row);
  }

  /** The vectors of rows as the model gave them: rows × dim. */
  raw(rows: readonly number[]): Float32Array<ArrayBuffer> {
    const { dim, unit } = this;
    const data = new Float32Array(rows.length * dim);
    rows.forEach((row, index) => {
      for (let d = 0; d < dim; d++) data[index * dim + d] = unit[row * dim + d] * this.#lengths[row];
    });
    return data;
  }

  /** Cosine similarity of any vector (dim numbers) with every word. */
  cosines(query: ArrayLike<number>): Float32Array<ArrayBuffer> {
    return cosinesWith(this.unit, this.dim, query);
  }

  /** The `k` words nearest to any vector (dim numbers), best first, equal cosines by row; `cosines` and `bestRows` find the same. */
  nearest(query: ArrayLike<number>, k: number, among: Among = {}): readonly Near[] {
    if (this.#index) {
      const { rows, scores } = this.#index.search(directionOf(query), k, among);
      return Array.from(rows, (row, rank) => ({ row, score: scores[rank] }));
    }
    const cosines = this.cosines(query);
    const { from = 0, to = this.size, without } = among;
    const left = new Set(Array.from(without ?? [], (row) => row - from));
    return bestRows(cosines.subarray(from, to), k, left).map((row) => ({
      row: from + row,
      score: cosines[from + row],
    }));
  }

  /** Adds words up, each as a unit vector times its weight, and looks for the `k` words nearest to the sum; rows of `asked` (the terms’, and those that cancelled out) are no candidates. */
  combine(
    terms: readonly Term[],
    k: number,
    asked: readonly number[] = terms.map(({ row }) => row),
  ): Combination {
    const weighted = terms.map(({ row, vector, weight }) => ({
      vector: row >= 0 ? this.vector(row) : unitRows(vector ?? new Float32Array(this.dim), this.dim),
      weight,
    }));
    const sum = combined(weighted, this.dim);
    const products = multiplied(
      weighted.map(({ vector }) => this.cosines(vector)),
      weighted.map(({ weight }) => weight),
    );
    const without = new Set(asked);
    const cosine = this.#rows.scorer(directionOf(sum));
    const near = (found: readonly Near[]) =>
      found.map(({ row, score }) => this.candidate(row, score, products[row]));
    return {
      vector: Float32Array.from(sum),
      candidates: near(this.nearest(sum, k, { without })),
      byProduct: bestRows(products, k, without).map((row) => this.candidate(row, cosine(row), products[row])),
      including: near(this.nearest(sum, k)),
    };
  }

  candidate(row: number, score: number, scoreMul: number): Candidate {
    return { row, text: this.words[row], language: this.languageOf(row), score, scoreMul };
  }

  /** Words that begin so, most frequent first, at most `k`; case is folded. */
  complete(beginning: string, k: number): string[] {
    const wanted = beginning.normalize('NFKC').trim().toLowerCase();
    const found: string[] = [];
    for (let row = 0; wanted !== '' && row < this.words.length && found.length < k; row++) {
      if (this.words[row].toLowerCase().startsWith(wanted)) found.push(this.words[row]);
    }
    return found;
  }
}
