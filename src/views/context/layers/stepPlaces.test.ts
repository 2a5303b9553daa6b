import { expect, test } from 'vitest';
import { isLabelled, nearestStep, stepPlaces, thumbCentre } from './stepPlaces.ts';

test('steps are evenly spaced from end to end; one alone stands at the start, as a range puts it', () => {
  expect(stepPlaces(6)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(stepPlaces(1)).toEqual([0]);
  expect(stepPlaces(0)).toEqual([]);
});

test("a thumb's centre stays half a thumb inside", () => {
  expect(thumbCentre(0.25)).toBe('calc(var(--thumb) / 2 + (100% - var(--thumb)) * 0.25)');
});

test('a place belongs to the nearest step, beyond the ends to the outermost', () => {
  expect([-0.3, 0.09, 0.11, 0.5, 1.4].map((place) => nearestStep(place, 6))).toEqual([0, 0, 1, 3, 5]);
  expect(nearestStep(0.7, 1)).toBe(0);
});

const layersTo = (last: number) => ['table' as const, ...Array.from({ length: last + 1 }, (_, i) => i)];
const labelled = (last: number) => {
  const layers = layersTo(last);
  return layers.filter((_, step) => isLabelled(step, layers));
};

test('all steps of small models are labelled', () => {
  expect(labelled(4)).toEqual(['table', 0, 1, 2, 3, 4]);
  expect(labelled(12)).toHaveLength(14);
});

test('of deep models round layers and both ends are labelled, none crowding an end', () => {
  expect(labelled(24)).toEqual(['table', 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]);
  expect(labelled(30)).toEqual(['table', 5, 10, 15, 20, 25, 30]);
  expect(labelled(31)).toEqual(['table', 5, 10, 15, 20, 25, 31]);
});
