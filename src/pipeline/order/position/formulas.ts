import {
  alibiSlopes,
  cosineByDistance,
  sinusoidalEncoding,
  t5Bucket,
} from '../../../vectors/positionEncodings.ts';
import type { RelativeAnswer, SinusoidalAnswer } from './positionAnswer.ts';

/** So many places are drawn of every encoding. */
export const PLACES = 64;
/** Numbers of a drawn row: few enough to be told apart on a screen. */
const DIM = 128;
const BASE = 10_000;
/** As many heads as ALiBi's paper gives slopes for, and T5's own largest distance. */
const ALIBI_HEADS = 8;
const T5_FARTHEST = 128;

export function sinusoidalAnswer(): SinusoidalAnswer {
  const table = sinusoidalEncoding(PLACES, DIM, BASE);
  return { rows: PLACES, dim: DIM, base: BASE, table, byDistance: cosineByDistance(table, DIM, PLACES - 1) };
}

export function relativeAnswer(): RelativeAnswer {
  return {
    slopes: alibiSlopes(ALIBI_HEADS),
    buckets: Array.from({ length: T5_FARTHEST + 1 }, (_, distance) => t5Bucket(distance)),
  };
}
