import { nearestTo } from '../../../vectors/nearestTo.ts';
import { rowOf } from '../../../vectors/vectorSet.ts';
import type { WordSpace } from '../wordSpace.ts';

/** So many words of a dictionary are compared with each other: a few seconds of work, and words that people know. */
const FREQUENT = 10_000;
/** How many of a word's neighbours the game offers. */
export const OFFERED = 12;
/** Letters first: no numbers, no signs, nothing that a link's `,` and `~` would cut. */
const A_WORD = /^\p{L}[\p{L}\p{M}\p{N}'’ .-]*$/u;

/** The words among which hubs are counted and the game is played. */
export interface GraphWords {
  /** Rows of the space: the most frequent words, those of the game that are none of them at the end. */
  readonly rows: readonly number[];
  /** rows × dim, unit vectors. */
  readonly data: Float32Array<ArrayBuffer>;
}

const kept = new WeakMap<WordSpace, GraphWords>();

/** The most frequent words of a space, of two languages half from each; of a list, which is shorter, all. */
export function graphWords(space: WordSpace): GraphWords {
  const known = kept.get(space);
  if (known) return known;
  const most = FREQUENT / (space.languageOf(0) === space.languageOf(space.size - 1) ? 1 : 2);
  const counts = { zh: 0, en: 0 };
  const rows: number[] = [];
  for (let row = 0; row < space.size; row++) {
    const language = space.languageOf(row);
    const word = space.words[row];
    // a word that is found as another row could not be gone to by its name
    if (counts[language] >= most || !A_WORD.test(word) || space.find(word) !== row) continue;
    counts[language] += 1;
    rows.push(row);
  }
  const words = { rows, data: vectorsOf(space, rows) };
  kept.set(space, words);
  return words;
}

/** The same with other words of the space at the end. */
export function withWords(space: WordSpace, words: GraphWords, more: readonly number[]): GraphWords {
  const there = new Set(words.rows);
  const lacking = [...new Set(more)].filter((row) => !there.has(row));
  if (lacking.length === 0) return words;
  const data = new Float32Array(words.data.length + lacking.length * space.dim);
  data.set(words.data);
  data.set(vectorsOf(space, lacking), words.data.length);
  return { rows: [...words.rows, ...lacking], data };
}

/** The `OFFERED` nearest of node `node`, itself left out, nearest first: nodes, as `knn` finds them. */
export function nearestNodes({ data }: GraphWords, dim: number, node: number): number[] {
  const { indices } = nearestTo(rowOf(data, dim, node), data, dim, OFFERED + 1, 'cosine');
  // of many words with the same vector, the word itself may not be among them
  return Array.from(indices)
    .filter((other) => other !== node)
    .slice(0, OFFERED);
}

function vectorsOf(space: WordSpace, rows: readonly number[]): Float32Array<ArrayBuffer> {
  const data = new Float32Array(rows.length * space.dim);
  rows.forEach((row, index) => {
    data.set(space.vector(row), index * space.dim);
  });
  return data;
}
