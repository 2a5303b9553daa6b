import type { LensLayer } from './nextAnswer.ts';

/** Where in a model its answer appears. */
export interface Appearance {
  /** The lowest layer whose best token is the last layer's. */
  readonly first: number;
  /** The lowest layer from which on it is the best in every layer. */
  readonly stays: number;
}

/**
 * Where the last layer's best token first is the best, and from where on it stays so. Of layers in ascending order,
 * each with at least one token; throws a RangeError where there is none.
 */
export function answerAppears(lens: readonly Pick<LensLayer, 'layer' | 'top'>[]): Appearance {
  const last = lens.at(-1);
  if (!last) throw new RangeError('no layers');
  const answer = last.top[0].id;
  const agrees = lens.map(({ top }) => top[0].id === answer);
  return {
    first: lens[agrees.indexOf(true)].layer,
    stays: lens[agrees.lastIndexOf(false) + 1].layer,
  };
}
