import { Fault } from '../../../contract/fault.ts';
import type { Bilingual } from '../../../contract/options.ts';
import { sampleRows, seededRandom } from '../../../vectors/random.ts';
import { placesAlong, type Spread, spreadOf } from '../../../vectors/semanticAxis.ts';
import { dot } from '../../../vectors/similarity.ts';
import type { Note } from '../../activity.ts';
import { itemsFor } from '../../items.ts';
import type { FaceWork } from '../faceWork.ts';
import { type FigurePoint, finishFigure } from '../figure.ts';
import { languageOfSpace } from '../openSpace.ts';
import { type KnownWord, knownWords } from '../unknownWords.ts';
import type { Asked } from '../wordsRequest.ts';
import type { FaceResult } from '../wordsResult.ts';
import { layOut } from './axisLayout.ts';
import { type AxisReading, type MadeAxis, readAxis, standardScore } from './axisReading.ts';
import { type Poles, parsePoles, poleName } from './poles.ts';
import { READY_AXES } from './readyAxes.ts';

/** A word along the axes: for each of them its place and how many deviations of random words that is from their mean. */
export interface PlacedWord {
  readonly text: string;
  /** The group that the data give it. */
  readonly group: string;
  readonly places: readonly number[];
  readonly scores: readonly number[];
}

/** The words of a group along the axes. */
export interface PlacedGroup {
  readonly id: string;
  readonly names: Bilingual;
  readonly count: number;
  /** For each axis. */
  readonly spreads: readonly (Spread & {
    readonly score: number;
    /** Words more than two deviations of the random words from their mean. */
    readonly beyond: number;
  })[];
}

/** Words along one axis or two. */
export interface AxesAnswer {
  readonly face: 'axes';
  /** As the link writes them. */
  readonly asked: readonly string[];
  readonly axes: readonly AxisReading[];
  /** Cosine of the two axes: 1 is one direction, 0 a right angle; null of one axis. */
  readonly between: number | null;
  /** The words of the data but for those of the poles, in their order. */
  readonly placed: readonly PlacedWord[];
  /** In the data's order, those without a word left out. */
  readonly groups: readonly PlacedGroup[];
  /** The word looked for; its numbers are null where the model lacks it. */
  readonly looked:
    | (Omit<PlacedWord, 'group' | 'text'> & { readonly word: string })
    | { readonly word: string; readonly spellings: readonly string[] }
    | null;
}

type DrawnPoint = FigurePoint & { readonly vector: Float32Array<ArrayBuffer> };

/** Words drawn at random, to tell what comes about by chance. */
const RANDOM_WORDS = 1000;

/**
 * Puts the words of the data along the axes.
 * @throws UnknownWords, Fault `axis-empty` or `nothing-embedded`
 */
export async function askAxes(
  { axis, axis2, word }: Extract<Asked, { face: 'axes' }>,
  { request, space, signal }: FaceWork,
): Promise<FaceResult<AxesAnswer>> {
  const { seed } = request;
  const { data } = request.space;
  const { dim } = space;
  const asked = [axis ?? READY_AXES[languageOfSpace(request.space)][0], ...(axis2 === null ? [] : [axis2])];
  const poles = asked.map(parsePoles);
  const { made, known } = await makeAxes(poles, { request, space, signal });

  const { items, groups } = await itemsFor(data, null);
  signal.throwIfAborted();
  const ofPoles = new Set(
    made.flatMap(({ poles }) => poles.flatMap((pole) => pole.words.map((w) => w.word))),
  );
  const resolved = await space.resolve(
    items.map(({ text }) => text),
    signal,
  );
  const found = items.flatMap((item, index) => {
    const { vector, word: own } = resolved[index];
    return vector === null || ofPoles.has(own) ? [] : [{ ...item, vector, own }];
  });
  const lacking = items.filter((_, index) => resolved[index].vector === null);
  if (found.length === 0) {
    throw new Fault('nothing-embedded', { model: space.model.card.id, count: items.length });
  }

  const placesOf = (vector: Float32Array) => made.map((one) => placesAlong(vector, dim, one.axis)[0]);
  const scoresOf = (at: readonly number[]) => at.map((place, k) => standardScore(place, made[k].reference));
  const placed = found.map(({ text, group, vector }): PlacedWord => {
    const places = placesOf(vector);
    return { text, group, places, scores: scoresOf(places) };
  });
  const [looked] = word === null ? [] : await space.resolve([word], signal);
  const vectorLooked = looked?.vector ?? null;
  // the far ones first: they have their names where room is short
  const farness = placed.map(({ scores }) => Math.max(...scores.map(Math.abs)));
  const order = found.map((_, index) => index).sort((a, b) => farness[b] - farness[a] || a - b);
  const drawn = order.flatMap((index): DrawnPoint[] => {
    const { id, text, group, vector, own } = found[index];
    // along one axis the word looked for stands on the axis too; between two it would stand on itself
    if (made.length > 1 && own === looked?.word) return [];
    return [{ id, text, group, vector, kind: 'word' }];
  });
  for (const { word: text, vector } of known) {
    const id = `pole/${text}`;
    if (!drawn.some((point) => point.id === id)) drawn.push({ id, text, group: '', vector, kind: 'given' });
  }
  if (looked && vectorLooked && !ofPoles.has(looked.word)) {
    const point = { text: looked.word, group: '', vector: vectorLooked, kind: 'given' } as const;
    drawn.push({ id: `looked/${looked.word}`, ...point });
  }

  const vectors = new Float32Array(drawn.length * dim);
  drawn.forEach(({ vector }, index) => {
    vectors.set(vector, index * dim);
  });
  const places = made.map((one) => placesAlong(vectors, dim, one.axis));
  const rowOfGroup = new Map(groups.map(({ id }, row) => [id, row]));
  const layout = layOut({
    places,
    rows: Int32Array.from(drawn, ({ kind, group }) => (kind === 'word' ? (rowOfGroup.get(group) ?? -1) : -1)),
    groups,
    poles: poles.map(({ a, b }) => [poleName(a), poleName(b)] as const),
  });
  const points = drawn.map(({ vector: _, ...point }): FigurePoint => point);
  const figure = await finishFigure(
    { points, vectors, ...layout, groups },
    made.length > 1 ? 'places along two axes' : 'place along an axis, a row for each group',
    seed,
    signal,
  );
  const atWord = vectorLooked && placesOf(vectorLooked);
  const notes: Note[] = [];
  if (lacking.length > 0) {
    const some = lacking.slice(0, 5).map(({ text }) => text);
    const details = { count: lacking.length, words: some.join(' · '), model: space.model.card.id };
    notes.push({ kind: 'missing-words', details });
  }
  return {
    answer: {
      face: 'axes',
      asked,
      axes: made.map(({ axis: _, ...reading }) => reading),
      between: made.length > 1 ? dot(made[0].axis.direction, made[1].axis.direction) : null,
      placed,
      groups: groupsOf(placed, groups, made),
      looked: !looked
        ? null
        : atWord
          ? { word: looked.word, places: atWord, scores: scoresOf(atWord) }
          : { word: looked.asked, spellings: looked.spellings },
    },
    figure,
    notes,
  };
}

/** Looks the poles up and makes the axes, with the words drawn at random beside them. */
async function makeAxes(
  poles: readonly Poles[],
  { request, space, signal }: Pick<FaceWork, 'request' | 'space' | 'signal'>,
): Promise<{ made: MadeAxis[]; known: KnownWord[] }> {
  const all = [...new Set(poles.flatMap(({ a, b }) => [...a, ...b]))];
  const known = await knownWords(space, all, signal);
  const byAsked = new Map(known.map((found) => [found.asked, found]));
  const count = Math.min(RANDOM_WORDS, space.size);
  const rows = [...sampleRows(space.size, count, seededRandom(request.seed))];
  const random = await space.ask('vectors', { rows }, signal);
  const ofPole = (words: readonly string[]) =>
    // words that the model takes for one (case, traditional forms) count once
    [...new Map(words.flatMap((word) => byAsked.get(word) ?? []).map((one) => [one.word, one])).values()];
  return { made: poles.map(({ a, b }) => readAxis(ofPole(a), ofPole(b), space.dim, random)), known };
}

function groupsOf(
  words: readonly PlacedWord[],
  groups: readonly { readonly id: string; readonly names: Bilingual }[],
  made: readonly MadeAxis[],
): PlacedGroup[] {
  return groups.flatMap(({ id, names }) => {
    const own = words.filter(({ group }) => group === id);
    if (own.length === 0) return [];
    const spreads = made.map(({ reference }, k) => {
      const spread = spreadOf(own.map(({ places }) => places[k]));
      const beyond = own.filter(({ scores }) => Math.abs(scores[k]) > 2).length;
      return { ...spread, score: standardScore(spread.mean, reference), beyond };
    });
    return [{ id, names, count: own.length, spreads }];
  });
}
