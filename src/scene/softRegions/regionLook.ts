import type { Theme } from '../sceneColours.ts';

/**
 * Share of a region's colour in the ground at its middle, by theme: a glow on the dark ground, a wash on paper. As
 * strong as text over two regions allows, at 4.5:1 (WCAG AA), its halo not counted.
 */
export const REGION_STRENGTH: Readonly<Record<Theme, number>> = { dark: 0.27, light: 0.26 };
