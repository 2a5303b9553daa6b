import { expect, test } from 'vitest';
import { fullestBin, histogramPath } from './histogramPath.ts';

test('a histogram is drawn as steps from the floor', () => {
  expect(histogramPath([0.5, 0.25], 0.5, 10, 8)).toBe('M0 8L0.0 0.0H5.0L5.0 4.0H10.0V8Z');
});

test('the fullest bin is told by its middle', () => {
  expect(fullestBin([0, 0.2, 0.7, 0.1])).toBeCloseTo(0.25, 12);
});
