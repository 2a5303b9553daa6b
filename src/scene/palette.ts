import { bytesFromHex } from './colourSpace.ts';
import type { Theme } from './sceneColours.ts';

/** How many colours there are before they repeat (with other shapes: see {@link groupShapes}). */
export const PALETTE_SIZE = 30;

/** Marker shapes the scene can draw: disc, square, triangle, diamond, ring, cross. */
const SHAPE_COUNT = 6;

/**
 * Found by paletteSearch.ts, whose test makes them again. Least distance in OKLab of the first 20, dark: 0.056 for
 * full colour vision, 0.027 / 0.025 / 0.018 for protanopia, deuteranopia, tritanopia (just noticeable: 0.02).
 */
const COLOURS: Record<Theme, readonly string[]> = {
  dark: (
    '2389e2 fec5b2 7c9209 ca5794 43edfe aa9afc c6a670 75bca3 7c81b6 e781d2 62946c a87c51 a366cd d9988d 4493a1 ' +
    'fd8358 ce97bb 97a9de d089ef febcef b07280 abe4bd d2db9e 1292c0 69bac3 76905c d55948 8f6edb 917aad 70c35d'
  ).split(' '),
  light: (
    '1f86de 842b02 798e11 c65491 05585f 6a53bd 81632f 307862 797eb3 9d3d8d 5f916a a5794e a063ca 91574d 40909e ' +
    'b13e06 885677 576697 8a46a7 7d1c6f ac6f7d 225a39 4c5218 098fbd 1e767f 738d59 d25645 8c6bd8 8e77aa 297d0f'
  ).split(' '),
};

/**
 * Colours for groups 0 … count − 1, deterministic by index, stable when groups are added, the same hue in
 * both themes. Far apart in OKLab for full and for colour-blind vision; ≥ 3:1 against the theme's background.
 * After {@link PALETTE_SIZE} they repeat, told apart by shape.
 * @returns count × 3 sRGB bytes
 */
export function groupColours(count: number, theme: Theme): Uint8Array {
  const colours = new Uint8Array(count * 3);
  for (let i = 0; i < count; i++) colours.set(bytesFromHex(groupColourHex(i, theme)), i * 3);
  return colours;
}

/** `#rrggbb` of group `index`, for legends. */
export function groupColourHex(index: number, theme: Theme): string {
  return `#${COLOURS[theme][index % PALETTE_SIZE]}`;
}

/** The marker shapes of groups 0 … count − 1: neighbours in the order, and repeats of a colour, differ. */
export function groupShapes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => (i + Math.floor(i / PALETTE_SIZE)) % SHAPE_COUNT);
}
