import { Fault } from '../../../contract/fault.ts';
import { analogyTerms, asAnalogy } from '../../../text/arithmetic/analogyTerms.ts';
import { formatArithmetic } from '../../../text/arithmetic/formatArithmetic.ts';
import { parseArithmetic } from '../../../text/arithmetic/parseArithmetic.ts';
import { frameOf, keptShare } from '../../../vectors/framePlane.ts';
import { unitRows } from '../../../vectors/normalise.ts';
import { cosineSimilarity, norm } from '../../../vectors/similarity.ts';
import { rowOf } from '../../../vectors/vectorSet.ts';
import type { Note } from '../../activity.ts';
import type { FaceWork } from '../faceWork.ts';
import { type Figure, type FigureArrow, type FigurePoint, finishFigure, placeOf } from '../figure.ts';
import type { Space } from '../openSpace.ts';
import { type KnownWord, knownWords } from '../unknownWords.ts';
import type { Combination } from '../wordSpace.ts';
import type { Asked } from '../wordsRequest.ts';
import type { FaceResult } from '../wordsResult.ts';

/** A term of the sum as the model has it. */
export interface AskedTerm {
  readonly word: string;
  readonly weight: number;
}

/** What an analogy or a sum of words leads to. */
export interface QuestionAnswer extends Pick<Combination, 'candidates' | 'byProduct' | 'including'> {
  readonly face: 'question';
  readonly terms: readonly AskedTerm[];
  /** a is to b as c is to ?, where the sum is one. */
  readonly analogy: { readonly a: string; readonly b: string; readonly c: string } | null;
  /** The sum in signs: 国王 − 男人 + 女人. */
  readonly formula: string;
  /** Of an analogy: how the offset from c to the best answer compares with that from a to b. */
  readonly offsets: {
    /** Cosine of the two offsets, −1 … 1: 1 is parallel. */
    readonly cosine: number;
    /** Lengths of b − a, and of the answer − c, between unit vectors. */
    readonly lengths: readonly [number, number];
    /** The share of each of these lengths that the picture keeps, 0 … 1. */
    readonly kept: readonly [number, number];
    /** How far the point reached lies from the best answer, both of length 1. */
    readonly miss: number;
  } | null;
}

/** Answers listed, and those of them that are drawn. */
const ANSWERS = 20;
const DRAWN = 12;

/**
 * Answers b − a + c, or any sum of words, and draws it.
 * @throws UnknownWords, Fault `expr-invalid` or `points-nowhere`
 */
export async function askQuestion(
  asked: Extract<Asked, { face: 'question' }>,
  { request: { dims, seed }, space, signal }: FaceWork,
): Promise<FaceResult<QuestionAnswer>> {
  const written = 'expr' in asked ? parsedTerms(asked.expr) : analogyTerms(asked.a, asked.b, asked.c);
  const words = 'expr' in asked ? written.map(({ word }) => word) : [asked.a, asked.b, asked.c];
  const known = await knownWords(space, words, signal);
  const byAsked = new Map(known.map((word) => [word.asked, word]));
  const terms = merged(
    written.flatMap(({ word, weight }) => {
      const found = byAsked.get(word);
      return found ? [{ found, weight }] : [];
    }),
  );
  const combination = await space.ask(
    'combine',
    {
      terms: terms.map(({ found, weight }) => ({
        row: found.row,
        vector: found.row < 0 ? found.vector : null,
        weight,
      })),
      asked: known.map(({ row }) => row),
      k: ANSWERS,
    },
    signal,
  );
  if (norm(combination.vector) < 1e-6) throw new Fault('points-nowhere');
  const spoken = terms.map(({ found, weight }) => ({ word: found.word, weight }));
  const analogy = 'expr' in asked ? asAnalogy(spoken) : analogyOfWords(known);
  const notes: Note[] = [];
  if (analogy && analogy.a === analogy.b) notes.push({ kind: 'same-words', details: { word: analogy.a } });
  else if (analogy && analogy.a === analogy.c) {
    notes.push({ kind: 'same-start', details: { a: analogy.a, b: analogy.b } });
  }
  const formula = 'expr' in asked && !analogy ? asked.expr.trim() : formatArithmetic(spoken);
  const drawn = await draw(terms, analogy, combination, { formula, dims, seed, space, signal });
  return {
    answer: {
      face: 'question',
      terms: spoken,
      analogy,
      formula,
      candidates: combination.candidates,
      byProduct: combination.byProduct,
      including: combination.including,
      offsets: drawn.offsets,
    },
    figure: drawn.figure,
    notes,
  };
}

function parsedTerms(expr: string) {
  const parsed = parseArithmetic(expr);
  if (parsed.ok) return parsed.terms;
  const { code, start, end, text } = parsed.error;
  throw new Fault('expr-invalid', { code, start, end, text: text.slice(0, 40), place: start + 1 });
}

function analogyOfWords([a, b, c]: readonly KnownWord[]) {
  return { a: a.word, b: b.word, c: c.word };
}

interface Summand {
  readonly found: KnownWord;
  readonly weight: number;
}

/** Words that the model takes for one (case, traditional forms) are one term. */
function merged(terms: readonly Summand[]): Summand[] {
  const sums = new Map<string, Summand>();
  for (const { found, weight } of terms) {
    const before = sums.get(found.word);
    sums.set(found.word, { found, weight: (before?.weight ?? 0) + weight });
  }
  return [...sums.values()].filter(({ weight }) => weight !== 0);
}

interface Drawing {
  readonly formula: string;
  readonly dims: 2 | 3;
  readonly seed: number;
  readonly space: Space;
  readonly signal: AbortSignal;
}

/**
 * The words, the point they lead to and what lies round it, all as unit vectors: of an analogy in the plane of the
 * parallelogram, so that a, b, c and the point reached are where they truly are.
 */
async function draw(
  terms: readonly Summand[],
  analogy: QuestionAnswer['analogy'],
  { candidates, vector }: Combination,
  { formula, dims, seed, space, signal }: Drawing,
): Promise<{ figure: Figure; offsets: QuestionAnswer['offsets'] }> {
  const { dim } = space;
  const near = candidates.slice(0, DRAWN);
  const points: FigurePoint[] = [
    ...terms.map(({ found }) => point(`given/${found.word}`, found.word, 'given')),
    ...near.map(({ text, row }, rank) => point(`near/${row}`, text, rank === 0 ? 'answer' : 'near')),
    { ...point('target', formula, 'target'), label: analogy ? '?' : '=' },
  ];
  const vectors = new Float32Array(points.length * dim);
  terms.forEach(({ found }, index) => {
    vectors.set(found.vector, index * dim);
  });
  const nearVectors = await space.ask('vectors', { rows: near.map(({ row }) => row) }, signal);
  vectors.set(nearVectors, terms.length * dim);
  vectors.set(vector, (points.length - 1) * dim);

  const unit = unitRows(vectors, dim);
  // the point reached stands where the sum ends: that closes the parallelogram
  unit.set(vector, (points.length - 1) * dim);
  const rowOfWord = (word: string) => terms.findIndex(({ found }) => found.word === word);
  const [a, b, c] = analogy ? [analogy.a, analogy.b, analogy.c].map(rowOfWord) : [-1, -1, -1];
  const whole = a >= 0 && b >= 0 && c >= 0;
  const at = (index: number) => rowOf(unit, dim, index);
  const target = points.length - 1;
  const answer = terms.length;
  const origin = whole ? at(a) : at(target);
  const spanning = whole
    ? [difference(at(b), at(a)), difference(at(c), at(a))]
    : terms.map((_, index) => difference(at(index), origin));
  const frame = frameOf(unit, dim, dims, origin, whole ? spanning : []);
  const base = { coordinates: frame.coordinates, dims };
  const arrow = (from: number, to: number, kind: FigureArrow['kind'], label?: string): FigureArrow => ({
    from: placeOf(base, from),
    to: placeOf(base, to),
    kind,
    label,
  });
  const arrows = whole
    ? [arrow(a, b, 'offset'), arrow(c, target, 'moved'), arrow(c, answer, 'way')]
    : terms.map((_, index) => arrow(index, target, 'way'));
  const figure = await finishFigure(
    { points, vectors, ...base, arrows, captions: [], groups: [] },
    whole ? 'plane of the parallelogram' : 'principal directions',
    seed,
    signal,
  );
  if (!whole || near.length === 0) return { figure, offsets: null };
  const first = difference(at(b), at(a));
  const second = difference(at(answer), at(c));
  // an arrow of no length points nowhere
  if (norm(first) < 1e-6 || norm(second) < 1e-6) return { figure, offsets: null };
  return {
    figure,
    offsets: {
      cosine: cosineSimilarity(first, second),
      lengths: [norm(first), norm(second)],
      kept: [keptShare(first, frame), keptShare(second, frame)],
      miss: Math.sqrt(Math.max(0, 2 - 2 * near[0].score)),
    },
  };
}

function point(id: string, text: string, kind: FigurePoint['kind']): FigurePoint {
  return { id, text, kind, group: kind };
}

function difference(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: a.length }, (_, d) => a[d] - b[d]);
}
