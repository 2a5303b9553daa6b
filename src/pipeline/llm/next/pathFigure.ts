import { pca } from '../../../projection/pca.ts';
import { unitRows } from '../../../vectors/normalise.ts';
import {
  type Figure,
  type FigureArrow,
  type FigurePoint,
  finishFigure,
  placeOf,
} from '../../words/figure.ts';
import type { NextAnswer, ReadToken } from './nextAnswer.ts';
import type { TextReading } from './textReading.ts';

interface PathQuestion {
  readonly tokens: readonly ReadToken[];
  readonly predicted: NextAnswer['predicted'];
  readonly at: number;
  readonly reading: TextReading;
  readonly dims: 2 | 3;
  readonly seed: number;
  readonly signal: AbortSignal;
}

const GROUPS = [
  { id: 'passed', names: { zh: '之前的 token', en: 'token before' } },
  { id: 'here', names: { zh: '当前的 token', en: 'token asked about' } },
  { id: 'after', names: { zh: '之后的 token', en: 'token after it' } },
] as const;

/**
 * The way of the last layer's state through a text: one point a token, each labelled with what the model expects
 * after it, joined in order, on the principal components of the unit vectors shown.
 */
export async function pathFigure(question: PathQuestion): Promise<Figure> {
  const { tokens, predicted, at, reading, dims, seed, signal } = question;
  const { dim } = reading;
  // of a text that is too long both hold its end, which may begin otherwise: matched from the end
  const count = commonEnd(tokens, reading.ids);
  const from = tokens.length - count;
  const vectors = reading.states.slice((reading.ids.length - count) * dim);
  const { coordinates } = pca(unitRows(vectors, dim), dim, dims);
  const points = tokens.slice(from).map(({ id, text }, row): FigurePoint => {
    const place = from + row;
    const next = predicted[place];
    const here = shownText(text);
    return {
      id: `${place}/${id}`,
      text: here,
      label: next ? `${here} → ${shownText(next.text)}` : here,
      kind: place === at ? 'answer' : 'given',
      group: place === at ? 'here' : place < at ? 'passed' : 'after',
    };
  });
  const placed = { coordinates, dims };
  const arrows = points.slice(1).map(
    (_, row): FigureArrow => ({
      from: placeOf(placed, row),
      to: placeOf(placed, row + 1),
      // the newest step has a head
      kind: from + row + 1 === at ? 'offset' : 'way',
    }),
  );
  const used = new Set(points.map(({ group }) => group));
  const groups = GROUPS.filter(({ id }) => used.has(id));
  const figure = { points, vectors, ...placed, arrows, captions: [], groups };
  return finishFigure(figure, 'principal components of unit vectors', seed, signal);
}

/** How many tokens the two have in common, counted from their ends. */
function commonEnd(tokens: readonly ReadToken[], ids: readonly number[]): number {
  const most = Math.min(tokens.length, ids.length);
  for (let count = 0; count < most; count++) {
    if (tokens[tokens.length - 1 - count].id !== ids[ids.length - 1 - count]) return count;
  }
  return most;
}

/** A token as a label: without the spaces at its ends, marks for what cannot be seen. */
function shownText(text: string): string {
  return text.trim() || text.replaceAll('\n', '⏎').replaceAll('\t', '⇥').replaceAll(' ', '·');
}
