import { describe, expect, test } from 'vitest';
import { answerAppears } from './answerAppears.ts';

/** Layers whose best tokens have these ids. */
const layersOf = (ids: readonly number[]) =>
  ids.map((id, layer) => ({ layer, top: [{ id, text: '', score: 1, logit: 0 }] }));

describe('where the answer appears', () => {
  test('a token that comes late and stays has one layer', () => {
    expect(answerAppears(layersOf([3, 3, 4, 7, 7]))).toEqual({ first: 3, stays: 3 });
  });

  test('one that is lost in between is told with both', () => {
    expect(answerAppears(layersOf([3, 7, 4, 7, 7]))).toEqual({ first: 1, stays: 3 });
  });

  test('one that is there from the beginning, or only at the end', () => {
    expect(answerAppears(layersOf([7, 7, 7]))).toEqual({ first: 0, stays: 0 });
    expect(answerAppears(layersOf([1, 2, 7]))).toEqual({ first: 2, stays: 2 });
  });

  test('no layers are refused', () => {
    expect(() => answerAppears([])).toThrow(RangeError);
  });
});
