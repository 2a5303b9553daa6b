import type { Triple } from './colourSpace.ts';
import {
  bytesFromHex,
  bytesFromLinear,
  contrastRatio,
  linearFromOklch,
  oklabFromLinear,
} from './colourSpace.ts';
import type { Theme } from './sceneColours.ts';
import { SCENE_COLOURS } from './sceneColours.ts';

const THEMES: readonly Theme[] = ['dark', 'light'];

/** OKLCH lightness steps: the same step keeps a group's hue and rank of lightness in both themes. */
const LIGHTNESS: Record<Theme, readonly number[]> = { dark: [0.62, 0.74, 0.87], light: [0.61, 0.52, 0.42] };
const CHROMA = [0.08, 0.16] as const;
const HUE_STEP = 5;

/** WCAG 2.2, 1.4.11: graphical objects need 3:1; a little more, as the gradient varies. */
const LEAST_CONTRAST = 3.1;

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear sRGB: protanopia, deuteranopia, tritanopia. */
const BLINDNESS: readonly (readonly number[])[] = [
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
];

/** A distance seen with that eye counts this much: full colour vision decides among near equals. */
const EYE_WEIGHTS = [1, 1.6, 1.6, 2.4];

interface Candidate {
  /** sRGB bytes by theme. */
  bytes: Record<Theme, [number, number, number]>;
  /** OKLab by theme (2) and eye (4). */
  seen: [number, number, number][];
}

/** OKLab of a colour as seen with full vision, then protanopia, deuteranopia, tritanopia. */
export function asSeen(linear: Triple): [number, number, number][] {
  const blind = BLINDNESS.map((m): [number, number, number] => {
    const row = (k: number): number =>
      Math.min(1, Math.max(0, m[k] * linear[0] + m[k + 1] * linear[1] + m[k + 2] * linear[2]));
    return oklabFromLinear([row(0), row(3), row(6)]);
  });
  return [oklabFromLinear(linear), ...blind];
}

function inGamut(lightness: number, chroma: number, hue: number): [number, number, number] {
  for (let c = chroma; ; c -= 0.005) {
    const linear = linearFromOklch(lightness, c, hue);
    if (c <= 0 || linear.every((v) => v >= -1e-4 && v <= 1.0001)) return linear;
  }
}

function candidates(): Candidate[] {
  const found: Candidate[] = [];
  for (let hue = 250; hue < 610; hue += HUE_STEP) {
    for (let step = 0; step < 3; step++) {
      for (const chroma of CHROMA) {
        const linear = THEMES.map((theme) => inGamut(LIGHTNESS[theme][step], chroma, hue % 360));
        const [dark, light] = linear.map(bytesFromLinear);
        const bytes = { dark, light };
        const visible = THEMES.every(
          (theme) =>
            contrastRatio(bytes[theme], bytesFromHex(SCENE_COLOURS[theme].background)) >= LEAST_CONTRAST &&
            contrastRatio(bytes[theme], bytesFromHex(SCENE_COLOURS[theme].backgroundEdge)) >= LEAST_CONTRAST,
        );
        if (visible) found.push({ bytes, seen: linear.flatMap(asSeen) });
      }
    }
  }
  return found;
}

function apart(one: Candidate, other: Candidate): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < one.seen.length; i++) {
    const a = one.seen[i];
    const b = other.seen[i];
    least = Math.min(least, EYE_WEIGHTS[i % 4] * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
  }
  return least;
}

/**
 * Searches the palette that palette.ts holds: farthest-first traversal (Gonzalez 1985), so that every prefix is
 * itself well spread, by the least distance in OKLab over both themes and four kinds of eye. Used by its test
 * only: on a slow device the search would cost the first screen 70 ms.
 * @returns `#rrggbb` by theme, `count` each
 */
export function searchPalette(count: number): Record<Theme, string[]> {
  const all = candidates();
  // the first in full chroma is the calm blue that one group alone gets
  const picked = [all.find((c) => c.bytes.dark[2] > 200) ?? all[0]];
  const nearest = all.map((c) => apart(c, picked[0]));
  while (picked.length < count) {
    const next = all[nearest.indexOf(Math.max(...nearest))];
    picked.push(next);
    for (let i = 0; i < all.length; i++) nearest[i] = Math.min(nearest[i], apart(all[i], next));
  }
  const hex = (bytes: Triple): string => `#${bytes.map((v) => v.toString(16).padStart(2, '0')).join('')}`;
  return { dark: picked.map((c) => hex(c.bytes.dark)), light: picked.map((c) => hex(c.bytes.light)) };
}
