import type { Bilingual } from '../../../contract/options.ts';
import type { Relation } from '../../../text/relations.ts';
import { type Parallelism, parallelism } from '../../../vectors/parallelism.ts';
import type { Note } from '../../activity.ts';
import type { FaceWork } from '../faceWork.ts';
import type { Figure } from '../figure.ts';
import { languageOfSpace } from '../openSpace.ts';
import type { Asked } from '../wordsRequest.ts';
import type { FaceResult } from '../wordsResult.ts';
import type { RelationCount, RightAnswers } from './answerRelation.ts';
import { type KnownPairs, knownPairs } from './knownPairs.ts';
import { relationFigure } from './relationFigure.ts';
import { relationSet } from './relationSet.ts';

/** One kind of relation in the table of all of them. */
export interface RelationRow {
  readonly id: string;
  readonly names: Bilingual;
  /** Pairs that the data give. */
  readonly given: number;
  /** null: not measured yet. */
  readonly measured: {
    /** Pairs whose two words the model has. */
    readonly pairs: number;
    /** Those left out, since the model lacks a word. */
    readonly unknown: readonly (readonly [string, string])[];
    readonly questions: number;
    readonly right: RightAnswers;
    /** Mean cosine of distinct arrows, and of shuffled ones: 0 and 0 of fewer than two arrows. */
    readonly parallel: number;
    readonly shuffled: number;
  } | null;
}

/** An arrow of the relation that is shown. */
export interface RelationArrow {
  readonly a: string;
  readonly b: string;
  /** Cosine with the mean of the other arrows. */
  readonly own: number;
  /** `own` is lower than shuffled arrows have on average. */
  readonly odd: boolean;
  /** The share of its length that the picture keeps, 0 … 1. */
  readonly kept: number;
  /** How often b was found, asked from each of the other pairs; null: not asked yet. */
  readonly right: number | null;
  readonly asked: number;
  /** The commonest answer in its place. */
  readonly wrong: { readonly text: string; readonly count: number } | null;
}

/** One relation's arrows, and how well all relations of the language hold in this space. */
export interface RelationsAnswer {
  readonly face: 'relations';
  /** The one that is shown. */
  readonly relation: string;
  readonly about: Bilingual;
  readonly arrows: readonly RelationArrow[];
  readonly unknown: readonly (readonly [string, string])[];
  /** null: fewer than two arrows. */
  readonly parallel: {
    readonly mean: number;
    readonly shuffled: number;
    /** Mean cosine of a shuffled arrow with the mean of the others: below it an arrow is odd. */
    readonly ownShuffled: number;
    /** The mean share of the arrows' length that the picture keeps, 0 … 1. */
    readonly kept: number;
  } | null;
  readonly relations: readonly RelationRow[];
}

interface Arrows extends KnownPairs {
  readonly parallel: Parallelism | null;
}

/** What has been found out about a space, by relation. */
interface Found {
  readonly arrows: Map<string, Arrows>;
  readonly counts: Map<string, RelationCount>;
}
const found = new Map<string, Found>();
/** Spaces whose relations are remembered: two languages, static and contextual, and a few settings of them. */
const REMEMBERED = 8;

/** Draws the arrows of one relation and measures it, then all others; what was measured once is not measured again. */
export async function showRelations(
  asked: Extract<Asked, { face: 'relations' }>,
  work: FaceWork,
): Promise<FaceResult<RelationsAnswer>> {
  const { request, signal, onActivity, onFrame } = work;
  const { relations } = await relationSet(languageOfSpace(request.space));
  const known = foundIn(JSON.stringify(request.space));
  const chosen = relations.find(({ id }) => id === asked.relation) ?? relations[0];
  const notes: Note[] = [];
  if (asked.relation !== null && chosen.id !== asked.relation) {
    notes.push({ kind: 'relation-unknown', details: { relation: asked.relation } });
  }
  const shown = await arrowsOf(chosen, known, work);
  const { figure, kept } = await drawn(shown, work);
  const frame = (): FaceResult<RelationsAnswer> => ({
    answer: {
      face: 'relations',
      relation: chosen.id,
      about: chosen.about,
      arrows: arrowRows(shown, known.counts.get(chosen.id) ?? null, kept),
      unknown: shown.unknown,
      parallel: shown.parallel && {
        mean: shown.parallel.mean,
        shuffled: shown.parallel.shuffled,
        ownShuffled: shown.parallel.ownShuffled,
        kept: kept.reduce((sum, share) => sum + share, 0) / kept.length,
      },
      relations: relations.map((relation) => rowOf(relation, known)),
    },
    figure,
    notes,
  });

  const waiting = [chosen, ...relations.filter((relation) => relation !== chosen)].filter(
    ({ id }) => !known.counts.has(id),
  );
  const total = waiting.reduce((sum, { pairs }) => sum + questionsOf(pairs.length), 0);
  let before = 0;
  for (const relation of waiting) {
    onFrame(frame());
    const report = (done: number) =>
      onActivity({ kind: 'counting', stage: 'relations', done: before + done, total });
    report(0);
    const { pairs } = await arrowsOf(relation, known, work);
    known.counts.set(relation.id, await count(pairs, report, work));
    before += questionsOf(relation.pairs.length);
    signal.throwIfAborted();
  }
  return frame();
}

function questionsOf(pairs: number): number {
  return pairs * (pairs - 1);
}

function foundIn(space: string): Found {
  const known = found.get(space) ?? { arrows: new Map(), counts: new Map() };
  // the one used last stands last, and is forgotten last
  found.delete(space);
  found.set(space, known);
  for (const key of found.keys()) if (found.size > REMEMBERED) found.delete(key);
  return known;
}

async function arrowsOf(relation: Relation, known: Found, { space, signal }: FaceWork): Promise<Arrows> {
  const before = known.arrows.get(relation.id);
  if (before) return before;
  const pairs = await knownPairs(space, relation, signal);
  const { from, to } = pairs;
  const parallel = pairs.pairs.length < 2 ? null : parallelism(from, to, space.dim);
  const arrows = { ...pairs, parallel };
  known.arrows.set(relation.id, arrows);
  return arrows;
}

async function drawn(
  arrows: Arrows,
  { request: { dims, seed }, space, signal }: FaceWork,
): Promise<{ figure: Figure | null; kept: readonly number[] }> {
  const { parallel } = arrows;
  if (!parallel) return { figure: null, kept: arrows.pairs.map(() => 1) };
  const odd = Array.from(parallel.own, (own) => own < parallel.ownShuffled);
  return relationFigure(arrows, odd, { dims, seed, dim: space.dim, signal });
}

async function count(
  pairs: KnownPairs['pairs'],
  onProgress: (done: number) => void,
  { space, signal }: FaceWork,
): Promise<RelationCount> {
  const asked = pairs.map(({ a, b }) => ({ a: ofWord(a), b: ofWord(b) }));
  return space.ask('relation', { pairs: asked }, signal, ({ done }) => onProgress(done));
}

function ofWord({ word, row, vector }: KnownPairs['pairs'][number]['a']) {
  return { text: word, row, vector: row < 0 ? vector : null };
}

function arrowRows(
  { pairs, parallel }: Arrows,
  counts: RelationCount | null,
  kept: readonly number[],
): RelationArrow[] {
  return pairs.map(({ a, b }, row) => {
    const own = parallel?.own[row] ?? 0;
    return {
      a: a.word,
      b: b.word,
      own,
      odd: parallel !== null && own < parallel.ownShuffled,
      kept: kept[row],
      right: counts?.pairs[row].right ?? null,
      asked: pairs.length - 1,
      wrong: counts?.pairs[row].wrong ?? null,
    };
  });
}

function rowOf({ id, names, pairs }: Relation, known: Found): RelationRow {
  const arrows = known.arrows.get(id);
  const counts = known.counts.get(id);
  const measured =
    arrows && counts
      ? {
          pairs: arrows.pairs.length,
          unknown: arrows.unknown,
          questions: counts.questions,
          right: counts.right,
          parallel: arrows.parallel?.mean ?? 0,
          shuffled: arrows.parallel?.shuffled ?? 0,
        }
      : null;
  return { id, names, given: pairs.length, measured };
}
