import { extentOf, stacksOf } from '../../../pipeline/order/permutations/orderNumbers.ts';
import type {
  OrderSetAnswer,
  PermutationsAnswer,
} from '../../../pipeline/order/permutations/permutationsAnswer.ts';
import { type Figure, type FigureArrow, placeOf } from '../../../pipeline/words/figure.ts';
import { firstRow, type OrderRole, roleOf } from './shownSet.ts';

/** What a picture says of a dot that stands for several. */
export type StackName = (first: string, count: number) => string;

/** The orders of one set in a picture of their own, as large as they are with position on. */
export function setFigure(
  answer: PermutationsAnswer,
  set: OrderSetAnswer,
  whole: Figure,
  nameOf: StackName,
  roleName: (role: OrderRole) => string,
): Figure {
  const { dims } = whole;
  const dim = whole.vectors.length / whole.points.length;
  const from = firstRow(answer, set);
  const coordinates = Float32Array.from(set.coordinates[answer.position]);
  const extent = Float32Array.from(set.coordinates.on);
  const size = extentOf(extent, dims);
  const base = { coordinates, dims };
  const arrows = set.orders.slice(1).map(
    (_, index): FigureArrow => ({
      from: placeOf(base, 0),
      to: placeOf(base, index + 1),
      kind: 'offset',
    }),
  );
  const points = set.orders.map(({ id, text }, index) => ({
    id,
    text,
    kind: index === 0 ? ('given' as const) : ('word' as const),
    group: roleOf(set.orders[index], index),
  }));
  const groups = (['same', 'other', 'none', 'own', 'words', 'tokens'] as const)
    .filter((role) => points.some(({ group }) => group === role))
    // the names are asked for anew in another language
    .map((id) => ({ id, names: { zh: roleName(id), en: roleName(id) } }));
  return {
    ...whole,
    points: stacked(points, stacksOf(coordinates, dims, size), nameOf),
    vectors: whole.vectors.slice(from * dim, (from + set.orders.length) * dim),
    coordinates,
    arrows: arrows.filter((arrow) => lengthOf(arrow) > size * 1e-3),
    extent: size > 0 ? extent : undefined,
    groups,
  };
}

/** The picture of all sets with one name for what coincides. */
export function wholeFigure(whole: Figure, nameOf: StackName): Figure {
  const size = extentOf(whole.coordinates, whole.dims);
  return {
    ...whole,
    points: stacked(whole.points, stacksOf(whole.coordinates, whole.dims, size), nameOf),
    arrows: whole.arrows.filter((arrow) => lengthOf(arrow) > size * 1e-3),
  };
}

function stacked(points: Figure['points'], stacks: readonly number[], nameOf: StackName): Figure['points'] {
  return points.map((point, index) => {
    const count = stacks.filter((first) => first === index).length;
    if (stacks[index] !== index) return { ...point, label: '' };
    return count > 1 ? { ...point, label: nameOf(point.text, count) } : point;
  });
}

function lengthOf({ from, to }: FigureArrow): number {
  return Math.hypot(...from.map((value, d) => to[d] - value));
}
