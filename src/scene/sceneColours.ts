/** The two looks of the app: night sky, and paper for projectors and print. */
export type Theme = 'dark' | 'light';

/** sRGB colours of a theme's map, `#rrggbb`. */
export interface SceneColours {
  /** Background at the centre and at the corners, between them a radial gradient. */
  background: string;
  backgroundEdge: string;
  /** Text and rings: ≥ 12:1 against the background. */
  ink: string;
  /** Thin lines to neighbours. */
  line: string;
}

/** The map's colours by theme. This file imports nothing, so that the shell's legend can use it. */
export const SCENE_COLOURS: Readonly<Record<Theme, SceneColours>> = {
  dark: { background: '#111b33', backgroundEdge: '#070b17', ink: '#e9eefb', line: '#a9bbe0' },
  light: { background: '#fbf8f1', backgroundEdge: '#f1ece0', ink: '#25231e', line: '#5d5a52' },
};
