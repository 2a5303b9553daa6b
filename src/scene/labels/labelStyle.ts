import type { Triple } from '../colourSpace.ts';
import { perspectiveFactor } from '../points/pointSize.ts';

/** Font sizes in CSS pixels: an ordinary label, one of a point that is looked at, a name over a place. */
export const LABEL_SIZE = 13;
export const LOOKED_AT_SIZE = 15.5;
export const CAPTION_SIZE = 18;
/** A soft region's name, which repeats what its cloud says; a name beside an arrow, and at the end of an axis. */
export const REGION_CAPTION_SIZE = 17;
export const ARROW_LABEL_SIZE = 13.5;
export const AXIS_LABEL_SIZE = 15.5;

/** Line height, and the baseline below the middle, as shares of the font size: Han and Latin then sit centred. */
export const LINE_HEIGHT = 1.22;
export const BASELINE = 0.36;

/** Share of its opacity that the farthest label loses: what is left keeps 4.5:1 (WCAG AA). */
export const HAZE_FADE = 0.24;
/** Share of the group's colour in a label or a region's name. */
export const GROUP_SHARE = 0.3;

/** Font size of an ordinary label: near ones a little larger, steps of a quarter pixel so that text stays calm. */
export function labelSize(depth: number, focus: number, depthCue: number): number {
  if (depthCue === 0) return LABEL_SIZE;
  const factor = Math.min(1.16, Math.max(0.88, perspectiveFactor(depth, focus) ** 0.4));
  return Math.round(LABEL_SIZE * factor * 4) / 4;
}

/** A label's colour: ink with a breath of the group's colour, which keeps ≥ 4.5:1 with every palette colour. */
export function labelTint(ink: Triple, group: Triple, share: number): [number, number, number] {
  const mixed = (k: 0 | 1 | 2): number => Math.round(ink[k] + (group[k] - ink[k]) * share);
  return [mixed(0), mixed(1), mixed(2)];
}
