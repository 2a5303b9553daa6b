import { expect, test } from 'vitest';
import {
  axisNumbers,
  knownPoints,
  type LayerScore,
  scoreDepth,
  scoreRange,
  segments,
} from './layerScores.ts';

const score = (given: number | null, found: number | null = null): LayerScore => ({
  given,
  found,
  ari: null,
});

test('the range is in tenths around all silhouettes, with zero inside', () => {
  expect(scoreRange([score(0.14), score(0.25, 0.31)])).toEqual({ low: 0, high: 0.4 });
  expect(scoreRange([score(-0.08), score(0.12, 0.55)])).toEqual({ low: -0.1, high: 0.6 });
  expect(scoreRange([score(-0.3), score(-0.12)])).toEqual({ low: -0.3, high: 0.2 });
});

test('rounding errors add no tenth', () => {
  expect(scoreRange([score(0.1 + 0.2), score(-0.1 - 0.2)])).toEqual({ low: -0.3, high: 0.3 });
});

test('without any silhouette, and with tiny ones, the range is the least one', () => {
  expect(scoreRange([score(null), score(null)])).toEqual({ low: 0, high: 0.2 });
  expect(scoreRange([score(0), score(0.03)])).toEqual({ low: 0, high: 0.2 });
  expect(scoreRange([])).toEqual({ low: 0, high: 0.2 });
});

test('a silhouette hangs below the upper edge', () => {
  expect([0.4, 0, -0.1].map((value) => scoreDepth({ low: -0.1, high: 0.4 }, value))).toEqual([0, 0.8, 1]);
});

test('the axis tells zero, and the ends that do not crowd it', () => {
  expect(axisNumbers({ low: 0, high: 0.4 })).toEqual([0.4, 0]);
  expect(axisNumbers({ low: -0.1, high: 0.4 })).toEqual([0.4, 0]);
  expect(axisNumbers({ low: -0.3, high: 0.4 })).toEqual([0.4, 0, -0.3]);
  expect(axisNumbers({ low: -0.8, high: 0.2 })).toEqual([0, -0.8]);
});

test('a line breaks where a value is not known', () => {
  expect(segments([null, 0.1, 0.2, null, 0.3, 0.4])).toEqual([
    { from: 1, to: 2 },
    { from: 4, to: 5 },
  ]);
  expect(segments([0.5])).toEqual([]);
});

test('known values keep their steps, a zero among them', () => {
  expect(knownPoints([null, 0, null, -0.2])).toEqual([
    { step: 1, value: 0 },
    { step: 3, value: -0.2 },
  ]);
});
