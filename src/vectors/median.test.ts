import { expect, test } from 'vitest';
import { median } from './median.ts';

test('the middle one, the mean of the middle two, and none of none; what is given stays as it is', () => {
  const values = [3, -10, 2];
  expect(median(values)).toBe(2);
  expect(values).toEqual([3, -10, 2]);
  expect(median([4, 1, 10, 2])).toBe(3);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});
