import { expect, test } from 'vitest';
import type { Triple } from '../colourSpace.ts';
import { bytesFromHex, contrastRatio } from '../colourSpace.ts';
import { groupColours, PALETTE_SIZE } from '../palette.ts';
import type { Theme } from '../sceneColours.ts';
import { SCENE_COLOURS } from '../sceneColours.ts';
import { GROUP_SHARE, HAZE_FADE, labelTint } from './labelStyle.ts';

test.each(['dark', 'light'] as Theme[])('labels of %s keep 4.5:1 even in the deepest haze', (theme) => {
  const { ink, background, backgroundEdge } = SCENE_COLOURS[theme];
  const colours = groupColours(PALETTE_SIZE, theme);
  for (let i = 0; i < PALETTE_SIZE; i++) {
    const group: Triple = [colours[i * 3], colours[i * 3 + 1], colours[i * 3 + 2]];
    const tint = labelTint(bytesFromHex(ink), group, GROUP_SHARE);
    for (const hex of [background, backgroundEdge]) {
      const ground = bytesFromHex(hex);
      const seen = tint.map((v, k) => v + (ground[k] - v) * HAZE_FADE) as unknown as Triple;
      expect(contrastRatio(seen, ground)).toBeGreaterThanOrEqual(4.5);
    }
  }
});
