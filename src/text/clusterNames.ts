import { hasHan } from './segment.ts';

/** How alike two words are: a cosine, or null where a word is not known. Symmetric. */
export type WordSimilarity = (a: string, b: string) => number | null;

export interface ClusterNameOptions {
  /** Say, the cosine of a static model's vectors; without it only words alike in form help each other. */
  readonly similarity?: WordSimilarity;
  /** How many words a name has at most; 3. */
  readonly take?: number;
}

// The settings below were chosen by reading the names of the senses of the 40 bundled words, in GloVe's space of
// 50 dimensions and that of glove-zh-cedict; names changed little for LIKE .2 – .5 and UNRELATED .4 – .6.

/** So many sentences' worth of prior: two sentences here and none elsewhere outrank three here and one elsewhere. */
const PRIOR = 4;
/** What a sentence at most counts for a word that it does not have, but one like it. */
const LIKE = 0.35;
/** Cosines up to here tell nothing: common words that have nothing to do with each other reach them. */
const UNRELATED = 0.5;
/** Words alike in form may still differ in meaning (开发, 开出). */
const FORM = 0.5;
/** Words so alike in form are one for the reader: account, accounts. */
const SAME_FORM = 0.6;
/** A name is better of nouns: verbs (English endings) and single characters count for less. */
const LESS_TELLING = 0.8;
/** So many words of a cluster are weighed by likeness: 2 million cosines for 1,000 sentences, not 25. */
const CANDIDATES = 60;

interface Sentences {
  /** Distinct words of all sentences, in the order of first appearance. */
  readonly words: readonly string[];
  /** For each sentence its words, as rows of `words`, and its cluster. */
  readonly rows: readonly (readonly number[])[];
  readonly clusters: readonly number[];
  /** Sentences in each cluster; k of them. */
  readonly sizes: Float64Array;
}

/**
 * Names clusters of sentences by the words that set them apart, best first; [] for a cluster without a word.
 * `sentencesWords` are the content words of each sentence (contextWords), `labels[i]` the cluster of sentence i,
 * 0 … k − 1; sentences with any other label are left out.
 *
 * The score is the log-odds ratio with an informative Dirichlet prior, as a z-score (Monroe, Colaresi & Quinn 2008,
 * "Fightin' Words", eqs. 16, 20 and 22), of a cluster against all others together; it counts the sentences that
 * have the word, not how often they do. In a dozen sentences few words repeat, so a sentence that has only a
 * similar word counts in part: of the words that stand there once, those that stand for others of their cluster and
 * not of the other clusters come first. With one cluster: the words that most of its
 * sentences have, `similarity` then only telling which are words at all. The same
 * input gives the same names. Throws RangeError where labels and sentences differ in number.
 */
export function clusterNames(
  sentencesWords: readonly (readonly string[])[],
  labels: Int32Array,
  k: number,
  { similarity, take = 3 }: ClusterNameOptions = {},
): string[][] {
  const sentences = gather(sentencesWords, labels, k);
  const { words, sizes } = sentences;
  const exact = countExact(sentences);
  // With nothing to be set apart from, the words a little like all others (送到, walked) would come first.
  const isAlone = sizes.some((size) => size === sentences.rows.length);
  const alike = new Map<number, Float64Array>();
  const soft = (row: number) => {
    const counts = alike.get(row) ?? countAlike(sentences, row, isAlone ? undefined : similarity);
    alike.set(row, counts);
    return counts;
  };
  const telling = words.map((word) => tellingness(word, similarity));
  return Array.from(sizes, (_, cluster) => {
    const own = words.flatMap((_, row) => (exact[row][cluster] > 0 ? [row] : []));
    const candidates = ranked(own, (row) => standOut(exact[row], sizes, cluster)).slice(0, CANDIDATES);
    const best = ranked(candidates, (row) => telling[row] * standOut(soft(row), sizes, cluster));
    return withoutTwins(
      best.map((row) => words[row]),
      take,
    );
  });
}

function gather(sentencesWords: readonly (readonly string[])[], labels: Int32Array, k: number): Sentences {
  if (labels.length !== sentencesWords.length) {
    throw new RangeError(`${labels.length} labels for ${sentencesWords.length} sentences`);
  }
  const known = new Map<string, number>();
  const sizes = new Float64Array(k);
  const rows: number[][] = [];
  const clusters: number[] = [];
  sentencesWords.forEach((words, sentence) => {
    const cluster = labels[sentence];
    if (cluster < 0 || cluster >= k) return;
    sizes[cluster]++;
    clusters.push(cluster);
    rows.push(
      [...new Set(words)].map((word) => {
        const row = known.get(word) ?? known.size;
        known.set(word, row);
        return row;
      }),
    );
  });
  return { words: [...known.keys()], rows, clusters, sizes };
}

/** For each word, how many sentences of each cluster have it. */
function countExact({ words, rows, clusters, sizes }: Sentences): Float64Array[] {
  const counts = words.map(() => new Float64Array(sizes.length));
  rows.forEach((sentence, index) => {
    for (const row of sentence) counts[row][clusters[index]]++;
  });
  return counts;
}

/** The same for one word, where a sentence without it counts as much as its word that is most like it. */
function countAlike(
  { words, rows, clusters, sizes }: Sentences,
  row: number,
  similarity?: WordSimilarity,
): Float64Array {
  const likeness = Float64Array.from(words, (other, at) =>
    at === row ? 1 : LIKE * likenessOf(words[row], other, similarity),
  );
  const counts = new Float64Array(sizes.length);
  rows.forEach((sentence, index) => {
    counts[clusters[index]] += sentence.reduce((best, other) => Math.max(best, likeness[other]), 0);
  });
  return counts;
}

function likenessOf(a: string, b: string, similarity?: WordSimilarity): number {
  const cosine = similarity?.(a, b) ?? null;
  if (cosine === null) return FORM * formLikeness(a, b);
  return Math.max(0, (cosine - UNRELATED) / (1 - UNRELATED));
}

/** 0 … 1: the share of two Chinese words' characters that both have, or of two others' that begin both. */
function formLikeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (hasHan(a) && hasHan(b)) {
    const others = new Set(b);
    return [...new Set(a)].filter((char) => others.has(char)).length / longer;
  }
  let same = 0;
  while (same < longer && a[same] === b[same]) same++;
  const isWhole = same === Math.min(a.length, b.length) && same > 2 && /[sy]$/.test(a.length > same ? a : b);
  return same > 3 || isWhole ? same / longer : 0;
}

/** What a segmenter cut wrongly is not in a dictionary, so an unknown word counts for less too. */
function tellingness(word: string, similarity?: WordSimilarity): number {
  const isUnknown = similarity !== undefined && similarity(word, word) === null;
  const isVague = hasHan(word) ? word.length === 1 : /.{3}(?:ed|ing|ly)$/.test(word);
  return (isUnknown ? LESS_TELLING : 1) * (isVague ? LESS_TELLING : 1);
}

function standOut(counts: Float64Array, sizes: Float64Array, cluster: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const own = counts[cluster];
  const size = sizes[cluster];
  if (size === total) return own;
  const rest = all - own;
  // half a sentence more on either side: a word that all sentences have would leave no odds
  const prior = (PRIOR * (all + 0.5)) / (total + 1);
  const odds = Math.log((own + prior) / (size + PRIOR - own - prior));
  const oddsOfRest = Math.log((rest + prior) / (total - size + PRIOR - rest - prior));
  return (odds - oddsOfRest) / Math.sqrt(1 / (own + prior) + 1 / (rest + prior));
}

/** Highest first; equal ones in the order of first appearance. */
function ranked(rows: readonly number[], score: (row: number) => number): number[] {
  return rows
    .map((row) => ({ row, score: score(row) }))
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .map(({ row }) => row);
}

function withoutTwins(words: readonly string[], take: number): string[] {
  const name: string[] = [];
  for (const word of words) {
    if (name.length >= take) break;
    if (!name.some((other) => formLikeness(word, other) >= SAME_FORM)) name.push(word);
  }
  return name;
}
