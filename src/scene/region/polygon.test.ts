import { expect, test } from 'vitest';
import { insidePolygon, insideRegion } from './polygon.ts';

// a U: the notch between its arms is outside
const u = [0, 0, 10, 0, 10, 30, 20, 30, 20, 0, 30, 0, 30, 40, 0, 40];

test('even-odd: inside the arms, outside the notch', () => {
  expect(insidePolygon(u, 5, 5)).toBe(true);
  expect(insidePolygon(u, 25, 5)).toBe(true);
  expect(insidePolygon(u, 15, 5)).toBe(false);
  expect(insidePolygon(u, 15, 35)).toBe(true);
  expect(insidePolygon(u, -1, 5)).toBe(false);
  expect(insidePolygon([], 0, 0)).toBe(false);
});

test('a lasso takes eligible points on screen, ascending, and pauses among many', async () => {
  const screen = [25, 5, 15, 5, Number.NaN, Number.NaN, 5, 5, 5, 6];
  let pauses = 0;
  const placeOf = (i: number, out: number[]): boolean => {
    const k = (i % 5) * 2;
    out[0] = screen[k];
    out[1] = screen[k + 1];
    return !Number.isNaN(screen[k]);
  };
  const pause = async (): Promise<void> => {
    pauses += 1;
  };
  expect([...(await insideRegion(u, 5, placeOf, (i) => i !== 4, pause))]).toEqual([0, 3]);
  expect(pauses).toBe(0);
  const many = await insideRegion(u, 300_000, placeOf, (i) => i % 5 !== 4, pause);
  expect(many).toHaveLength(120_000);
  expect([...many.subarray(-2)]).toEqual([299_995, 299_998]);
  expect(pauses).toBe(2);
});
