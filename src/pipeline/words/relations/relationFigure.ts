import { frameOf, keptShare } from '../../../vectors/framePlane.ts';
import { meanRow } from '../../../vectors/mean.ts';
import { type Figure, finishFigure, placeOf } from '../figure.ts';
import type { KnownPairs } from './knownPairs.ts';

interface Drawing {
  readonly dims: 2 | 3;
  readonly seed: number;
  readonly dim: number;
  readonly signal: AbortSignal;
}

/** What the two ends of an arrow are. */
const GROUPS = [
  { id: 'a', names: { zh: '箭头起点', en: 'Start of an arrow' } },
  { id: 'b', names: { zh: '箭头终点', en: 'End of an arrow' } },
] as const;

/**
 * All arrows of a relation between unit vectors: the mean arrow lies along the first axis, the others are the main
 * directions of what the words have beside it, seen from their mean. With it the share of each arrow's length that
 * the picture keeps, 0 … 1.
 */
export async function relationFigure(
  { pairs, from, to }: KnownPairs,
  odd: readonly boolean[],
  { dims, seed, dim, signal }: Drawing,
): Promise<{ readonly figure: Figure; readonly kept: readonly number[] }> {
  const n = pairs.length;
  const unit = new Float32Array(2 * n * dim);
  unit.set(from);
  unit.set(to, n * dim);
  const steps = to.map((value, at) => value - from[at]);
  const frame = frameOf(unit, dim, dims, meanRow(unit, dim), [meanRow(steps, dim)]);
  const base = { coordinates: frame.coordinates, dims };
  const vectors = new Float32Array(unit.length);
  pairs.forEach(({ a, b }, row) => {
    vectors.set(a.vector, row * dim);
    vectors.set(b.vector, (n + row) * dim);
  });
  const points = GROUPS.flatMap(({ id }) =>
    pairs.map((pair, row) => ({
      id: `${id}/${row}`,
      text: pair[id].word,
      kind: 'word' as const,
      group: id,
    })),
  );
  const arrows = pairs.map((_, row) => ({
    from: placeOf(base, row),
    to: placeOf(base, n + row),
    ...(odd[row] ? { kind: 'odd' as const, label: '≠' } : { kind: 'offset' as const }),
  }));
  const figure = await finishFigure(
    { points, vectors, ...base, arrows, captions: [], groups: GROUPS },
    'mean arrow and principal directions',
    seed,
    signal,
  );
  const kept = pairs.map((_, row) => keptShare(steps.subarray(row * dim, (row + 1) * dim), frame));
  return { figure, kept };
}
