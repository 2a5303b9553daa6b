/** The words of a dictionary in the order of its rows, and how a word finds its row. */
export class Vocabulary {
  readonly words: readonly string[];
  readonly #exact: Map<string, number>;
  /** NFKC and case folded; made when the first word is not found as it stands. */
  #folded: Map<string, number> | null = null;

  constructor(words: readonly string[]) {
    this.words = words;
    this.#exact = new Map();
    // the first of two equal words is the more frequent one
    for (let row = 0; row < words.length; row++)
      if (!this.#exact.has(words[row])) this.#exact.set(words[row], row);
  }

  /** The row of a word: as it stands, else NFKC and case folded; −1 where there is none. */
  find(word: string): number {
    return this.#exact.get(word) ?? this.#findFolded(word.trim()) ?? -1;
  }

  #findFolded(word: string): number | undefined {
    const wanted = fold(word);
    if (wanted === '') return undefined;
    this.#folded ??= foldedRows(this.words);
    return this.#exact.get(wanted) ?? this.#folded.get(wanted);
  }
}

function fold(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

function foldedRows(words: readonly string[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < words.length; row++) {
    const folded = fold(words[row]);
    if (folded !== words[row] && !rows.has(folded)) rows.set(folded, row);
  }
  return rows;
}
