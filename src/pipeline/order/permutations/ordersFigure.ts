import { type Figure, type FigureArrow, finishFigure, placeOf } from '../../words/figure.ts';
import type { OrderSetAnswer } from './permutationsAnswer.ts';

interface Drawing {
  /** Of all orders of all sets, as the model gave them. */
  readonly vectors: Float32Array<ArrayBuffer>;
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly dims: 2 | 3;
  readonly seed: number;
}

/** All orders of all sets, each set a group, with arrows from its first order to the others. */
export function ordersFigure(
  sets: readonly OrderSetAnswer[],
  { vectors, coordinates, dims, seed }: Drawing,
  signal: AbortSignal,
): Promise<Figure> {
  const arrows: FigureArrow[] = [];
  let from = 0;
  for (const { orders } of sets) {
    const first = placeOf({ coordinates, dims }, from);
    for (let row = from + 1; row < from + orders.length; row++) {
      arrows.push({ from: first, to: placeOf({ coordinates, dims }, row), kind: 'offset' });
    }
    from += orders.length;
  }
  return finishFigure(
    {
      points: sets.flatMap(({ id: group, orders }) =>
        orders.map(({ id, text }) => ({ id, text, kind: 'word' as const, group })),
      ),
      vectors,
      coordinates,
      dims,
      arrows,
      captions: [],
      groups: sets.map(({ id, orders: [{ text }] }) => ({ id, names: { zh: text, en: text } })),
    },
    'principal directions of the vectors with position',
    seed,
    signal,
  );
}
