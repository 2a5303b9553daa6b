import { Color, Vector2, Vector4 } from 'three';
import { bytesFromHex } from './colourSpace.ts';
import type { SceneColours } from './sceneColours.ts';

/** Uniforms that all materials share by reference: one write reaches every draw call. */
export interface StageUniforms {
  /** Way of the position animation, 0 to 1. */
  progress: { value: number };
  /** Centre and scale of the raw coordinates that points come from, and of those they go to. */
  frameFrom: { value: Vector4 };
  frameTo: { value: Vector4 };
  /** 1 where markers differ in size. */
  sized: { value: number };
  pixelRatio: { value: number };
  /** CSS pixels of the canvas. */
  viewport: { value: Vector2 };
  /** Marker diameter at the target, CSS pixels. */
  diameter: { value: number };
  /** Camera to target, world units. */
  focus: { value: number };
  /** Strength of the haze: 0 on a flat map. */
  depthCue: { value: number };
  /** 1 snaps labels to whole device pixels (at rest). */
  snap: { value: number };
  /** Seconds, for labels that fade in. */
  now: { value: number };
  /** Highlight on markers, by theme. */
  shine: { value: number };
  /** sRGB 0–1: the shaders write sRGB, blending as CSS does. */
  background: { value: Color };
  backgroundEdge: { value: Color };
  ink: { value: Color };
  line: { value: Color };
  [name: string]: { value: unknown };
}

/** Uniforms with neutral values. */
export function createUniforms(): StageUniforms {
  return {
    progress: { value: 1 },
    frameFrom: { value: new Vector4(0, 0, 0, 1) },
    frameTo: { value: new Vector4(0, 0, 0, 1) },
    sized: { value: 0 },
    pixelRatio: { value: 1 },
    viewport: { value: new Vector2(1, 1) },
    diameter: { value: 8 },
    focus: { value: 3 },
    depthCue: { value: 1 },
    snap: { value: 1 },
    now: { value: 0 },
    shine: { value: 0 },
    background: { value: new Color() },
    backgroundEdge: { value: new Color() },
    ink: { value: new Color() },
    line: { value: new Color() },
  };
}

/** Puts a theme's colours into the uniforms. */
export function paintUniforms(uniforms: StageUniforms, colours: SceneColours, shine: number): void {
  for (const name of ['background', 'backgroundEdge', 'ink', 'line'] as const) {
    const [r, g, b] = bytesFromHex(colours[name]);
    // three would convert to linear; the shaders want sRGB as it is
    uniforms[name].value.r = r / 255;
    uniforms[name].value.g = g / 255;
    uniforms[name].value.b = b / 255;
  }
  uniforms.shine.value = shine;
}
