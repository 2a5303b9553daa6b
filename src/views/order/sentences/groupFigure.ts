import type { SentenceRole, SentencesAnswer } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import type { Figure, PointKind } from '../../../pipeline/words/figure.ts';

const KINDS: Readonly<Record<SentenceRole, PointKind>> = {
  same: 'answer',
  near: 'target',
  other: 'near',
  own: 'word',
};
/** The sentences of one group in a picture of their own, numbered as in the matrices; `places` are their places in the group. */
export function groupFigure(
  answer: SentencesAnswer,
  index: number,
  whole: Figure,
): { readonly figure: Figure; readonly places: readonly number[] } | null {
  const { groups, lines, models, focus } = answer;
  const { rows, roles } = groups[index];
  const missing = new Set(models.find(({ model }) => model === focus)?.missing);
  const places = rows.flatMap((row, place) => (missing.has(row) ? [] : [place]));
  if (places.length === 0) return null;
  const dim = whole.vectors.length / whole.points.length;
  const positions = new Map(whole.points.map(({ id }, at) => [id, at]));
  const vectors = new Float32Array(places.length * dim);
  places.forEach((place, at) => {
    const from = (positions.get(lines[rows[place]].id) ?? 0) * dim;
    vectors.set(whole.vectors.subarray(from, from + dim), at * dim);
  });
  return {
    places,
    figure: {
      ...whole,
      points: places.map((place) => {
        const { id, text } = lines[rows[place]];
        return { id, text, label: `${place + 1} ${text}`, kind: KINDS[roles[place]], group: '' };
      }),
      vectors,
      coordinates: Float32Array.from(answer.places[index]),
      groups: [],
    },
  };
}
