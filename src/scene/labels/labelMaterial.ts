import { GLSL3, ShaderMaterial, Vector2 } from 'three';
import { HAZE_GLSL } from '../points/pointSize.ts';
import type { StageUniforms } from '../stageUniforms.ts';
import type { GlyphAtlas } from './glyphAtlas.ts';
import { SDF_CUTOFF, SDF_RADIUS } from './glyphAtlas.ts';
import { HAZE_FADE } from './labelStyle.ts';

/** Seconds in which a label fades in. */
export const FADE_SECONDS = 0.18;

const vertexShader = /* glsl */ `
in vec3 anchorFrom;
in vec3 anchorTo;
in vec4 box; // left, top, width, height of the glyph, CSS pixels from the anchor, y down
in vec4 texels; // the same in the atlas
in vec4 tint;
in vec3 style; // CSS pixels a texel, birth in seconds, 1 where haze applies
uniform float progress;
uniform float pixelRatio;
uniform vec2 viewport;
uniform vec2 atlasSize;
uniform float focus;
uniform float depthCue;
uniform float snap;
uniform float now;
out vec2 texel;
out vec4 colour;
out float texelPixels;
${HAZE_GLSL}
void main() {
  vec4 eye = modelViewMatrix * vec4(mix(anchorFrom, anchorTo, progress), 1.0);
  vec4 clip = projectionMatrix * eye;
  vec2 place = (clip.xy / clip.w * 0.5 + 0.5) * viewport;
  if (snap > 0.5) place = floor(place * pixelRatio + 0.5) / pixelRatio;
  place += vec2(box.x + position.x * box.z, -(box.y + position.y * box.w));
  gl_Position = clip.w > 0.0 ? vec4(place / viewport * 2.0 - 1.0, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
  texel = (texels.xy + position.xy * texels.zw) / atlasSize;
  float haze = style.z * hazeAt(-eye.z, focus, depthCue);
  float age = clamp((now - style.y) / ${FADE_SECONDS.toFixed(2)}, 0.0, 1.0);
  colour = vec4(tint.rgb, tint.a * (1.0 - ${HAZE_FADE.toFixed(2)} * haze) * age);
  texelPixels = style.x * pixelRatio;
}`;

const fragmentShader = /* glsl */ `
in vec2 texel;
in vec4 colour;
in float texelPixels;
uniform sampler2D atlas;
uniform vec3 background;
uniform float pixelRatio;
uniform float halo;
layout(location = 0) out vec4 pixel;
void main() {
  // distance to the glyph's edge in device pixels, positive inside
  float d = (texture(atlas, texel).r - ${(1 - SDF_CUTOFF).toFixed(3)}) * ${SDF_RADIUS.toFixed(1)} * texelPixels;
  // small type loses weight to filtering: a quarter of a pixel brings it back at one device pixel a CSS pixel
  float body = clamp(d * 1.05 + 0.5 + 0.12 / pixelRatio, 0.0, 1.0);
  float shade = halo > 0.5 ? smoothstep(-2.4 * pixelRatio, -0.2, d) * 0.88 : 0.0;
  float alpha = halo > 0.5 ? shade : body;
  if (alpha * colour.a < 0.01) discard;
  pixel = vec4(halo > 0.5 ? background : colour.rgb, alpha * colour.a);
}`;

/** Draws glyphs from the atlas, or their halo in the background's colour, which goes under all letters. */
export function createLabelMaterial(
  uniforms: StageUniforms,
  atlas: GlyphAtlas,
  halo: boolean,
): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: {
      ...uniforms,
      atlas: { value: atlas.texture },
      atlasSize: { value: new Vector2(atlas.size.width, atlas.size.height) },
      halo: { value: halo ? 1 : 0 },
    },
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
}
