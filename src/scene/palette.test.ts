import { expect, test } from 'vitest';
import { bytesFromHex, contrastRatio, linearFromBytes, oklabFromLinear } from './colourSpace.ts';
import { groupColourHex, groupColours, groupShapes, PALETTE_SIZE } from './palette.ts';
import { asSeen, searchPalette } from './paletteSearch.ts';
import type { Theme } from './sceneColours.ts';
import { SCENE_COLOURS } from './sceneColours.ts';

const themes: Theme[] = ['dark', 'light'];

function rows(colours: Uint8Array): [number, number, number][] {
  return Array.from({ length: colours.length / 3 }, (_, i) => [
    colours[i * 3],
    colours[i * 3 + 1],
    colours[i * 3 + 2],
  ]);
}

test('OKLab of sRGB red is the published value', () => {
  // bottosson.github.io/posts/oklab, and CSS Color 4: oklab(0.62796 0.22486 0.12585)
  const [l, a, b] = oklabFromLinear([1, 0, 0]);
  expect(l).toBeCloseTo(0.62796, 4);
  expect(a).toBeCloseTo(0.22486, 4);
  expect(b).toBeCloseTo(0.12585, 4);
});

test('contrast of black on white is 21, of #767676 on white 4.54', () => {
  expect(contrastRatio([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
  expect(contrastRatio([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
});

test.each(themes)(
  'every colour of %s is visible on its background, at the centre and at the edge',
  (theme) => {
    for (const colour of rows(groupColours(PALETTE_SIZE, theme))) {
      for (const ground of [SCENE_COLOURS[theme].background, SCENE_COLOURS[theme].backgroundEdge]) {
        expect(contrastRatio(colour, bytesFromHex(ground))).toBeGreaterThanOrEqual(3);
      }
    }
  },
);

test.each(themes)('colours of %s are apart, also for colour-blind eyes', (theme) => {
  const least = (count: number): number[] => {
    const seen = rows(groupColours(count, theme)).map((c) => asSeen(linearFromBytes(c)));
    return [0, 1, 2, 3].map((eye) => {
      let nearest = Number.POSITIVE_INFINITY;
      for (let i = 0; i < count; i++)
        for (let j = 0; j < i; j++) {
          const a = seen[i][eye];
          const b = seen[j][eye];
          nearest = Math.min(nearest, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
        }
      return nearest;
    });
  };
  // a just noticeable difference in OKLab is about 0.02; shapes repeat what colour says beyond 20 groups
  expect(Math.min(...least(8))).toBeGreaterThan(0.045);
  expect(least(20)[0]).toBeGreaterThan(0.04);
  expect(Math.min(...least(20))).toBeGreaterThan(0.0175);
  expect(least(PALETTE_SIZE)[0]).toBeGreaterThan(0.02);
});

test('the table is what the search finds', () => {
  const found = searchPalette(PALETTE_SIZE);
  for (const theme of themes)
    expect(found[theme]).toEqual(Array.from({ length: PALETTE_SIZE }, (_, i) => groupColourHex(i, theme)));
});

test('a group keeps its colour when groups are added, and repeats come with another shape', () => {
  expect([...groupColours(40, 'dark').slice(0, 30)]).toEqual([...groupColours(10, 'dark')]);
  const shapes = groupShapes(90);
  expect(shapes[0]).not.toBe(shapes[30]);
  expect(shapes[30]).not.toBe(shapes[60]);
  expect(groupColourHex(3, 'light')).toMatch(/^#[0-9a-f]{6}$/);
  expect(groupColours(0, 'dark')).toHaveLength(0);
});
