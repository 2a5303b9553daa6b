import { shortestHops } from '../../../vectors/shortestHops.ts';
import { dot } from '../../../vectors/similarity.ts';
import { rowOf } from '../../../vectors/vectorSet.ts';
import type { WordSpace } from '../wordSpace.ts';
import { type GraphWords, graphWords, nearestNodes, OFFERED, withWords } from './graphWords.ts';
import { type NearWord, nearWord } from './neighbourhood.ts';
import { knownGraph } from './wordGraph.ts';

/** A game so far: rows of the space. */
export interface GameQuestion {
  /** The first word, and those gone to. */
  readonly path: readonly number[];
  readonly goal: number;
}

/** A word that can be gone to; `score` is its similarity with the word stood on. */
export interface Offer extends NearWord {
  /** Similarity with the goal. */
  readonly toGoal: number;
}

export interface GameState {
  /** The way so far as far as each hop goes to a word that was offered, and not beyond the goal; `score` is the similarity with the goal. */
  readonly path: readonly NearWord[];
  readonly goal: NearWord;
  readonly won: boolean;
  /** Where the last word of the path leads, nearest first; [] once the goal is reached. */
  readonly offers: readonly Offer[];
  /** Words that the game is played among, beside its two ends. */
  readonly words: number;
  /** A way of the fewest hops, both ends among its words, or that there is none; null as long as the words have not been compared. */
  readonly fewest: { readonly hops: number | null; readonly way: readonly NearWord[] } | null;
}

/** Plays the neighbour game: each hop goes to one of the 12 nearest of the most frequent words. */
export function playGame(space: WordSpace, { path, goal }: GameQuestion): GameState {
  const words = withWords(space, graphWords(space), [path[0], goal]);
  const nodes = new Map(words.rows.map((row, node) => [row, node]));
  const nodeOf = (row: number) => nodes.get(row) ?? -1;
  const offered = (row: number) =>
    nearestNodes(words, space.dim, nodeOf(row)).map((node) => words.rows[node]);
  const similarity = (one: number, other: number) => dot(space.vector(one), space.vector(other));
  const toGoal = (row: number) => nearWord(space, row, similarity(row, goal));

  const way = [path[0]];
  let offers = way[0] === goal ? [] : offered(way[0]);
  for (const next of path.slice(1)) {
    if (!offers.includes(next)) break;
    way.push(next);
    offers = next === goal ? [] : offered(next);
  }
  const here = way[way.length - 1];
  return {
    path: way.map(toGoal),
    goal: nearWord(space, goal, 1),
    won: here === goal,
    offers: offers.map((row) => ({
      ...nearWord(space, row, similarity(row, here)),
      toGoal: similarity(row, goal),
    })),
    words: graphWords(space).rows.length,
    fewest: fewest(space, words, nodeOf(path[0]), nodeOf(goal), toGoal),
  };
}

function fewest(
  space: WordSpace,
  words: GraphWords,
  from: number,
  to: number,
  nearWordOf: (row: number) => NearWord,
): GameState['fewest'] {
  const links = linksAmong(space, words);
  if (!links) return null;
  const way = shortestHops(links, OFFERED, from, to);
  return way
    ? { hops: way.length - 1, way: way.map((node) => nearWordOf(words.rows[node])) }
    : { hops: null, way: [] };
}

/** A similarity may differ by rounding from that which the graph was made with. */
const ROUNDING = 1e-6;

/** Where each word leads (nodes × 12, −1 for none): the graph, changed where a word of the game is nearer than what it found. */
export function linksAmong(space: WordSpace, words: GraphWords): Int32Array<ArrayBuffer> | null {
  const graph = knownGraph(space);
  if (!graph) return null;
  const { rows, data } = words;
  const links = new Int32Array(rows.length * OFFERED).fill(-1);
  const compared = graphWords(space).rows.length;
  for (let node = 0; node < compared; node++) {
    links.set(graph.indices.subarray(node * graph.k, (node + 1) * graph.k), node * OFFERED);
  }
  const look = (node: number) => links.set(nearestNodes(words, space.dim, node), node * OFFERED);
  for (let added = compared; added < rows.length; added++) {
    look(added);
    const vector = rowOf(data, space.dim, added);
    for (let node = 0; node < compared; node++) {
      const farthest = graph.distances[(node + 1) * graph.k - 1];
      if (1 - dot(vector, rowOf(data, space.dim, node)) <= farthest + ROUNDING) look(node);
    }
  }
  return links;
}
