import { expect, test } from 'vitest';
import type { Triple } from '../colourSpace.ts';
import { bytesFromHex, contrastRatio } from '../colourSpace.ts';
import { GROUP_SHARE, labelTint } from '../labels/labelStyle.ts';
import { groupColourHex, PALETTE_SIZE } from '../palette.ts';
import type { Theme } from '../sceneColours.ts';
import { SCENE_COLOURS } from '../sceneColours.ts';
import { REGION_STRENGTH } from './regionLook.ts';

test.each<Theme>(['dark', 'light'])(
  'on %s, text can be read over the middles of any two regions',
  (theme) => {
    const ground = bytesFromHex(SCENE_COLOURS[theme].background);
    const ink = bytesFromHex(SCENE_COLOURS[theme].ink);
    const colours = Array.from({ length: PALETTE_SIZE }, (_, i) => bytesFromHex(groupColourHex(i, theme)));
    const tints = colours.map((colour) => labelTint(ink, colour, GROUP_SHARE));
    const strongest = theme === 'dark' ? Math.max : Math.min;
    let least = 21;
    for (const one of colours)
      for (const other of colours) {
        const cloud = ([0, 1, 2] as const).map((k) => {
          const mixed = (colour: Triple): number =>
            ground[k] + (colour[k] - ground[k]) * REGION_STRENGTH[theme];
          return strongest(mixed(one), mixed(other));
        });
        for (const tint of tints)
          least = Math.min(least, contrastRatio(tint, [cloud[0], cloud[1], cloud[2]]));
      }
    expect(least).toBeGreaterThan(4.5);
  },
);
