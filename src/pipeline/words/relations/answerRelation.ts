import { cosineRows } from '../../../vectors/cosineRows.ts';
import { unitRows } from '../../../vectors/normalise.ts';
import type { Progress, Steps } from '../../../vectors/steps.ts';
import type { Term, WordSpace } from '../wordSpace.ts';

/** A word of a pair: a row of the space, or a vector from elsewhere. */
export type PairWord = Pick<Term, 'row' | 'vector'> & { readonly text: string };

/** Two words that stand in a relation. */
export interface WordPair {
  readonly a: PairWord;
  readonly b: PairWord;
}

/** How many of a relation's questions were answered rightly, by three ways of looking for the answer. */
export interface RightAnswers {
  /** 3CosAdd, the words of the question left out. */
  readonly add: number;
  /** 3CosMul, the same left out. */
  readonly mul: number;
  /** 3CosAdd, nothing left out. */
  readonly withInputs: number;
}

/** All questions of one relation. */
export interface RelationCount {
  /** Ordered pairs of distinct pairs. */
  readonly questions: number;
  readonly right: RightAnswers;
  /** Of each pair (c, d) as the one asked about, by 3CosAdd. */
  readonly pairs: readonly {
    readonly right: number;
    /** The commonest answer that was not d, and how often it came. */
    readonly wrong: { readonly text: string; readonly count: number } | null;
  }[];
}

/** As in Levy & Goldberg 2014 and gensim. */
const EPSILON = 1e-6;

/**
 * Asks a relation's every question: of all ordered pairs of distinct pairs (a, b), (c, d), which word is nearest to
 * unit b − a + c? Candidates are all words of the space, and those words of the pairs that are none of them.
 * Every word's cosines with all candidates are found once; a question is a sum of three of these rows. Equal scores:
 * the first row. Yields often, with the questions answered so far.
 */
export function* answerRelation(space: WordSpace, pairs: readonly WordPair[]): Steps<RelationCount> {
  const { dim } = space;
  const n = pairs.length;
  const words = pairs.flatMap(({ a, b }) => [a, b]);
  const total = n * (n - 1);
  const { unit, rows, queries } = candidates(space, words);
  const cosines = yield* quietly(cosineRows(queries, unit, dim), total);
  const textOf = new Map(rows.map((row, index) => [row, words[index].text]));

  const right = { add: 0, mul: 0, withInputs: 0 };
  const answered = pairs.map(() => ({ right: 0, wrong: new Map<number, number>() }));
  const moved = new Float64Array(unit.length / dim);
  const shares = new Float64Array(moved.length);
  for (let i = 0; i < n; i++) {
    offsetScores(cosines[2 * i], cosines[2 * i + 1], moved, shares);
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const without = [rows[2 * i], rows[2 * i + 1], rows[2 * j]];
      const best = bestOf(moved, shares, cosines[2 * j], without);
      const wanted = rows[2 * j + 1];
      right.mul += Number(best.mul === wanted);
      right.withInputs += Number(best.withInputs === wanted);
      if (best.add === wanted) {
        right.add += 1;
        answered[j].right += 1;
      } else {
        const { wrong } = answered[j];
        wrong.set(best.add, (wrong.get(best.add) ?? 0) + 1);
      }
    }
    yield { done: (i + 1) * (n - 1), total };
  }
  return {
    questions: total,
    right,
    pairs: answered.map(({ right, wrong }) => ({
      right,
      wrong: commonest(wrong, (row) => space.words[row] ?? textOf.get(row) ?? ''),
    })),
  };
}

/** The space's unit vectors with those of the words that are not in it below them, and where each word stands. */
function candidates({ unit, dim, size }: WordSpace, words: readonly PairWord[]) {
  const extra = words.flatMap(({ row, vector }) => (row < 0 && vector ? [vector] : []));
  let next = size;
  const rows = words.map(({ row }) => (row < 0 ? next++ : row));
  let all = unit;
  if (extra.length > 0) {
    all = new Float32Array(unit.length + extra.length * dim);
    all.set(unit);
    extra.forEach((vector, index) => {
      all.set(unitRows(vector, dim), unit.length + index * dim);
    });
  }
  const queries = new Float32Array(words.length * dim);
  rows.forEach((row, index) => {
    queries.set(all.subarray(row * dim, (row + 1) * dim), index * dim);
  });
  return { unit: all, rows, queries };
}

/** Steps that count as no question answered yet. */
function* quietly<T>(steps: Steps<T>, total: number): Generator<Progress, T, void> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { done: 0, total };
  }
}

/** What does not depend on c: cos b − cos a, and 3CosMul's (1 + cos b) / (1 + cos a), shares halved. */
function offsetScores(a: Float32Array, b: Float32Array, moved: Float64Array, shares: Float64Array): void {
  for (let row = 0; row < moved.length; row++) {
    moved[row] = b[row] - a[row];
    shares[row] = (1 + b[row]) / 2 / ((1 + a[row]) / 2 + EPSILON);
  }
}

/** The best row by each way of looking; −1 where every row is left out. */
function bestOf(moved: Float64Array, shares: Float64Array, c: Float32Array, without: readonly number[]) {
  let add = -1;
  let mul = -1;
  let most = Number.NEGATIVE_INFINITY;
  let mostMul = Number.NEGATIVE_INFINITY;
  // in runs between the rows left out, so that the loop need not ask
  const ends = [...without].sort((one, other) => one - other);
  for (let run = 0, from = 0; run <= ends.length; run++) {
    const end = run < ends.length ? ends[run] : c.length;
    for (let row = from; row < end; row++) {
      const cosine = c[row];
      const score = moved[row] + cosine;
      if (score > most) {
        most = score;
        add = row;
      }
      const product = shares[row] * (1 + cosine);
      if (product > mostMul) {
        mostMul = product;
        mul = row;
      }
    }
    from = end + 1;
  }
  let withInputs = add;
  for (const row of ends) {
    const score = moved[row] + c[row];
    if (score > most || (score === most && row < withInputs)) {
      most = score;
      withInputs = row;
    }
  }
  return { add, mul, withInputs };
}

function commonest(counts: ReadonlyMap<number, number>, textOf: (row: number) => string) {
  let best: { text: string; count: number } | null = null;
  for (const [row, count] of counts) {
    if (row >= 0 && count > (best?.count ?? 0)) best = { text: textOf(row), count };
  }
  return best;
}
