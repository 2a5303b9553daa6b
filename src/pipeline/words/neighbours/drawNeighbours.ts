import type { Bilingual, Language } from '../../../contract/options.ts';
import { frameOf } from '../../../vectors/framePlane.ts';
import { meanRow } from '../../../vectors/mean.ts';
import { unitRows } from '../../../vectors/normalise.ts';
import type { FaceWork } from '../faceWork.ts';
import { type Figure, type FigureArrow, type FigurePoint, finishFigure, placeOf } from '../figure.ts';
import type { KnownWord } from '../unknownWords.ts';
import { aroundOf, type NearWord, type Neighbourhood } from './neighbourhood.ts';
import type { GameState } from './playGame.ts';

/** What is drawn. */
interface Around {
  readonly word: KnownWord;
  readonly around: Pick<Neighbourhood, 'candidates' | 'byLanguage'>;
  readonly second: Neighbourhood['second'];
  /** A game that can be played. */
  readonly game: GameState | null;
}

const NAMES = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  looked: { zh: '所看的词', en: 'word looked at' },
  near: { zh: '近邻', en: 'neighbour' },
  second: { zh: '近邻的近邻', en: 'neighbour of a neighbour' },
  path: { zh: '走过的词', en: 'word passed' },
  goal: { zh: '终点', en: 'goal' },
} satisfies Record<string, Bilingual>;
type Part = keyof typeof NAMES;

/** A word, its neighbours and theirs, by their principal directions; of a game the way so far and where it may go on. */
export async function drawNeighbours(
  { word, around, second, game }: Around,
  { request: { dims, seed }, space, signal }: Pick<FaceWork, 'request' | 'space' | 'signal'>,
): Promise<Figure> {
  const mixed = space.languages.length > 1;
  const here = game?.path.at(-1);
  const choosing = game !== null && !game.won && here?.row === word.row;
  const ring: readonly NearWord[] = choosing ? game.offers : aroundOf(around);
  const points: FigurePoint[] = [];
  const rows: number[] = [];
  const places = new Map<number, number>();
  const add = (row: number, text: string, kind: FigurePoint['kind'], part: Part, language?: Language) => {
    if (places.has(row)) return;
    places.set(row, points.length);
    rows.push(row);
    // a word that is coloured by its language is of the kind that takes its group's look
    const plain = mixed && language !== undefined;
    points.push({ id: `${part}/${row}`, text, kind: plain ? 'word' : kind, group: plain ? language : part });
  };
  add(word.row, word.word, 'given', 'looked');
  if (game) add(game.goal.row, game.goal.text, 'target', 'goal');
  for (const { row, text } of game?.path ?? []) add(row, text, 'given', 'path');
  for (const { row, text, language } of ring) add(row, text, 'near', 'near', language);
  const rings = choosing ? [] : second;
  for (const { nearest } of rings) {
    for (const { row, text, language } of nearest) add(row, text, 'word', 'second', language);
  }

  const known = rows.filter((row) => row >= 0);
  const vectors = new Float32Array(points.length * space.dim);
  const found = await space.ask('vectors', { rows: known }, signal);
  let at = 0;
  rows.forEach((row, index) => {
    const vector = row < 0 ? word.vector : found.subarray(at * space.dim, ++at * space.dim);
    vectors.set(vector, index * space.dim);
  });
  const unit = unitRows(vectors, space.dim);
  const { coordinates } = frameOf(unit, space.dim, dims, meanRow(unit, space.dim), []);

  const placed = { coordinates, dims };
  const arrow = (from: number, to: number, kind: FigureArrow['kind']): FigureArrow[] => {
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined) return [];
    return [{ from: placeOf(placed, start), to: placeOf(placed, end), kind }];
  };
  const arrows = [
    ...ring.flatMap(({ row }) => arrow(word.row, row, 'way')),
    ...rings.flatMap(({ of, nearest }) => nearest.flatMap(({ row }) => arrow(of, row, 'way'))),
    ...(game?.path ?? []).flatMap(({ row }, index, path) =>
      index > 0 ? arrow(path[index - 1].row, row, 'offset') : [],
    ),
  ];
  const used = new Set(points.map(({ group }) => group));
  const groups = (Object.keys(NAMES) as Part[])
    .filter((id) => used.has(id))
    .map((id) => ({ id, names: NAMES[id] }));
  return finishFigure(
    { points, vectors, ...placed, arrows, captions: [], groups },
    'principal directions',
    seed,
    signal,
  );
}
