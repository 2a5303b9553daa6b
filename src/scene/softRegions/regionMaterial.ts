import { CustomBlending, GLSL3, MaxEquation, MinEquation, OneFactor, ShaderMaterial } from 'three';
import { GROUND_GLSL } from '../backdrop/backdropMaterial.ts';
import { HAZE_GLSL } from '../points/pointSize.ts';
import type { Theme } from '../sceneColours.ts';
import type { StageUniforms } from '../stageUniforms.ts';
import { REGION_STRENGTH } from './regionLook.ts';

/** Standard deviations that the drawn quad reaches. */
const REACH = 3.2;
/** Twice the squared width of the fall-off, in the same unit. */
const WIDTH = 4.4;

const vertexShader = /* glsl */ `
// variance, square pixels, of the cloud of a single point
#define FLOOR 121.0
in vec3 centreFrom;
in vec3 centreTo;
in vec3 widthFrom; // variances xx, yy, zz
in vec3 widthTo;
in vec3 tiltFrom; // covariances xy, xz, yz
in vec3 tiltTo;
in vec4 paint;
uniform float progress;
uniform vec2 viewport;
uniform float focus;
uniform float depthCue;
uniform float strength;
out vec2 sigma; // standard deviations from the middle
out vec4 colour;
out vec2 place;
${HAZE_GLSL}
void main() {
  vec3 w = mix(widthFrom, widthTo, progress);
  vec3 t = mix(tiltFrom, tiltTo, progress);
  mat3 turn = mat3(modelViewMatrix);
  mat3 spread = turn * mat3(w.x, t.x, t.y, t.x, w.y, t.z, t.y, t.z, w.z) * transpose(turn);
  vec4 eye = modelViewMatrix * vec4(mix(centreFrom, centreTo, progress), 1.0);
  float depth = max(-eye.z, 1e-4);
  // the perspective is linear over so small a cloud (Zwicker et al. 2001, EWA splatting)
  float scale = projectionMatrix[1][1] * 0.5 * viewport.y / depth;
  vec3 across = scale * vec3(1.0, 0.0, eye.x / depth);
  vec3 upward = scale * vec3(0.0, 1.0, eye.y / depth);
  // even a single point has a cloud of some pixels
  float a = dot(across, spread * across) + FLOOR;
  float b = dot(across, spread * upward);
  float c = dot(upward, spread * upward) + FLOOR;
  float mean = (a + c) * 0.5;
  float apart = length(vec2((a - c) * 0.5, b));
  float longest = sqrt(mean + apart);
  float shortest = sqrt(max(mean - apart, 1.0));
  vec2 axis = apart < 1e-3 * mean ? vec2(1.0, 0.0)
    : a > c ? normalize(vec2(apart + (a - c) * 0.5, b)) : normalize(vec2(b, apart + (c - a) * 0.5));
  // a cloud that fills the screen says nothing any more, and would cost most
  float side = min(viewport.x, viewport.y) * 0.5;
  float fade = 1.0 - smoothstep(0.2, 0.7, sqrt(longest * shortest) / side);
  fade *= smoothstep(0.1, 0.35, depth / focus);
  vec4 clip = projectionMatrix * eye;
  sigma = (position.xy * 2.0 - 1.0) * ${REACH.toFixed(1)};
  vec2 shift = axis * sigma.x * longest + vec2(-axis.y, axis.x) * sigma.y * shortest;
  float alpha = strength * fade * (1.0 - 0.5 * hazeAt(depth, focus, depthCue));
  bool gone = alpha < 0.004 || eye.z > -1e-4 || paint.a < 0.5;
  place = clip.xy / clip.w + shift / viewport * 2.0;
  gl_Position = vec4(gone ? vec2(2.0) : place, 0.0, 1.0);
  colour = vec4(paint.rgb, alpha);
}`;

const fragmentShader = /* glsl */ `
in vec2 sigma;
in vec4 colour;
in vec2 place;
uniform float darker;
layout(location = 0) out vec4 pixel;
${GROUND_GLSL}
void main() {
  float r = dot(sigma, sigma);
  if (r > ${(REACH * REACH).toFixed(2)}) discard;
  // a Gaussian wider than the points, brought down to nothing at the rim
  const float rim = exp(-${((REACH * REACH) / WIDTH).toFixed(4)});
  float share = colour.a * (exp(-r / ${WIDTH.toFixed(1)}) - rim) / (1.0 - rim);
  // a grain of one step of 8 bits hides the bands of a faint gradient; a step less leaves the ground's own grain
  float grain = fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - 0.5;
  pixel = vec4(mix(groundAt(place), colour.rgb, share) + (grain + darker) / 255.0, 1.0);
}`;

/** Draws each region as the ellipse of its projected spread, falling off softly into the ground. */
export function createRegionMaterial(uniforms: StageUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: { ...uniforms, strength: { value: 0 }, darker: { value: 0 } },
    transparent: true,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneFactor,
    depthTest: false,
    depthWrite: false,
  });
}

/**
 * Glow on the dark ground, wash on paper. Where regions overlap, the stronger counts in each channel: they do not
 * pile up, so that what is written over them stays readable.
 */
export function paintRegions(material: ShaderMaterial, theme: Theme): void {
  material.uniforms.strength.value = REGION_STRENGTH[theme];
  material.uniforms.darker.value = theme === 'dark' ? -1 : 1;
  material.blendEquation = theme === 'dark' ? MaxEquation : MinEquation;
}
