import { expect, test } from 'vitest';
import { crowding } from './crowding.ts';
import type { Box, LabelCandidate, LayoutArea } from './labelLayout.ts';
import { calmLimit, placeLabels } from './labelLayout.ts';

const area: LayoutArea = {
  left: 0,
  top: 0,
  right: 800,
  bottom: 600,
  spaceX: 10,
  spaceY: 5,
  limit: 1000,
  keepOut: [],
};

function label(id: number, x: number, y: number, more: Partial<LabelCandidate> = {}): LabelCandidate {
  return {
    id,
    x,
    y,
    gap: 8,
    width: 60,
    height: 16,
    score: 1 - id * 1e-4,
    forced: false,
    centred: false,
    ...more,
  };
}

function closerThan(a: Box, b: Box, x: number, y: number): boolean {
  return (
    a.left < b.left + b.width + x &&
    b.left < a.left + a.width + x &&
    a.top < b.top + b.height + y &&
    b.top < a.top + a.height + y
  );
}

// a Weyl sequence: spread over the area, the same every time
const crowd = Array.from({ length: 1500 }, (_, i) =>
  label(i, (i * 0.754877 * 800) % 800, (i * 0.56984 * 600) % 600, { width: 20 + ((i * 37) % 90) }),
);

test('no two labels overlap or come closer than the spacing, and all lie inside', () => {
  const placed = placeLabels(crowd, area, new Map());
  expect(placed.length).toBeGreaterThan(80);
  for (const [i, a] of placed.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(0);
    expect(a.left + a.width).toBeLessThanOrEqual(800);
    expect(placed.slice(i + 1).filter((b) => closerThan(a, b, 9.999, 4.999))).toEqual([]);
  }
});

test('forced labels come first whatever their score, and outside the limit', () => {
  const forced = label(9999, 400, 300, { forced: true, score: -5 });
  const placed = placeLabels([...crowd, forced], { ...area, limit: 20 }, new Map());
  expect(placed[0].id).toBe(9999);
  expect(placed).toHaveLength(21);
});

test('a label stays on its side while it can, and goes where it covers least', () => {
  expect(placeLabels([label(0, 400, 300)], area, new Map())[0].side).toBe(0);
  expect(placeLabels([label(0, 400, 300)], area, new Map([[0, 1]]))[0].side).toBe(1);
  const points = Array.from({ length: 40 }, (_, i) => [410 + (i % 20) * 3, 300 + (i < 20 ? 0 : 4)]).flat();
  expect(placeLabels([label(0, 400, 300)], area, new Map(), crowding(points, 800, 600))[0].side).toBe(1);
  expect(placeLabels([label(0, 795, 300)], area, new Map())[0].side).toBe(1);
});

test('boxes to keep out of stay free', () => {
  const ring = { left: 405, top: 290, width: 24, height: 24 };
  const [placed] = placeLabels([label(0, 400, 300)], { ...area, keepOut: [ring] }, new Map());
  expect(closerThan(placed, ring, 0, 0)).toBe(false);
});

test('counting in boxes agrees with counting one by one, to the cell', () => {
  const xy = crowd.flatMap((c) => [c.x, c.y]);
  const count = crowding([...xy, Number.NaN, 5, -3, 5], 800, 600);
  let direct = 0;
  for (let i = 0; i < xy.length; i += 2)
    if (xy[i] >= 80 && xy[i] < 240 && xy[i + 1] >= 160 && xy[i + 1] < 320) direct += 1;
  expect(direct).toBeGreaterThan(50);
  expect(count(80, 160, 239, 319)).toBe(direct);
  expect(count(-500, -500, 5000, 5000)).toBe(1500);
});

test('a phone holds fewer labels than a desk', () => {
  expect(calmLimit(390, 844)).toBeLessThan(calmLimit(1440, 900) / 2);
});

test('a label beside an arrow touches no part of its line, and goes to the other side where the first is taken', () => {
  const slope = Math.SQRT1_2;
  const towards = [
    [-slope, -slope],
    [slope, slope],
  ] as const;
  const beside = label(1, 400, 300, { towards, gap: 5, width: 80 });
  const clear = ({ left, top, width, height }: Box): number => {
    const corners = [0, 1, 2, 3].map((c) => [left + (c & 1) * width - 400, top + (c >> 1) * height - 300]);
    // the line goes from lower left to upper right: distances of the corners from it
    const distances = corners.map(([x, y]) => (x + y) * slope);
    return distances.every((d) => d < 0) || distances.every((d) => d > 0)
      ? Math.min(...distances.map(Math.abs))
      : 0;
  };
  const [first] = placeLabels([beside], area, new Map());
  expect(first.side).toBe(0);
  expect(clear(first)).toBeCloseTo(5, 6);
  const keepOut = [{ left: first.left, top: first.top, width: first.width, height: first.height }];
  const [second] = placeLabels([beside], { ...area, keepOut }, new Map());
  expect(second.side).toBe(1);
  expect(clear(second)).toBeCloseTo(5, 6);
});

test('at the edge of the screen the name of an axis stands beside its line, not on it', () => {
  const towards = [
    [1, 0],
    [0, -1],
    [0, 1],
  ] as const;
  const [placed] = placeLabels([label(1, 790, 300, { towards, gap: 5 })], area, new Map());
  expect(placed.left + placed.width).toBeLessThanOrEqual(800);
  expect(placed.top + placed.height).toBeCloseTo(295, 6);
});

test('a region is named over its middle, else above or below; a name that may cover little stays out of a crowd', () => {
  const over = (id: number, more: Partial<LabelCandidate> = {}): LabelCandidate =>
    label(id, 400, 300, { centred: true, gap: 30, score: 9 - id, ...more });
  expect(placeLabels([over(1), over(2), over(3), over(4)], area, new Map()).map((p) => p.side)).toEqual([
    4, 2, 3,
  ]);
  const points = crowding(Array.from({ length: 12 }, (_, i) => [400 + i, 300]).flat(), 800, 600);
  expect(placeLabels([over(1, { mayCover: 12, gap: 0 })], area, new Map(), points)).toHaveLength(1);
  expect(placeLabels([over(1, { mayCover: 11, gap: 0 })], area, new Map(), points)).toHaveLength(0);
});
