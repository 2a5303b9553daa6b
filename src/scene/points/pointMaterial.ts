import { GLSL3, NoBlending, ShaderMaterial } from 'three';
import type { StageUniforms } from '../stageUniforms.ts';
import { HAZE_GLSL, PERSPECTIVE_GLSL } from './pointSize.ts';

const vertexShader = /* glsl */ `
in vec3 origin; // raw coordinates, as position is; z is 0 on a flat map
in vec4 look; // red, green, blue; shape, visibility and mark as pointLooks packs them
in float size; // × 64
uniform float progress;
uniform vec4 frameFrom; // centre and scale
uniform vec4 frameTo;
uniform float sized;
uniform float pixelRatio;
uniform float diameter;
uniform float focus;
uniform float depthCue;
uniform float sizeFloor;
out vec3 tint;
out float haze;
out float radius; // of the marker, device pixels
out float sprite; // side of the drawn square, device pixels
flat out int shape;
flat out int mark;
flat out int faded;
flat out uint id;
${PERSPECTIVE_GLSL}
${HAZE_GLSL}
void main() {
  vec3 start = (origin - frameFrom.xyz) * frameFrom.w;
  vec3 end = (position - frameTo.xyz) * frameTo.w;
  vec4 eye = modelViewMatrix * vec4(mix(start, end, progress), 1.0);
  gl_Position = projectionMatrix * eye;
  float depth = -eye.z;
  int bits = int(look.w + 0.5);
  shape = bits & 7;
  int visible = bits >> 3 & 3;
  mark = bits >> 5;
  faded = visible < 2 && mark == 0 ? 1 : 0;
  tint = look.rgb / 255.0;
  haze = mark == 0 ? hazeAt(depth, focus, depthCue) : 0.0;
  id = uint(gl_VertexID) + 1u;
  float across = diameter * mix(1.0, size / 64.0, sized) * perspectiveFactor(depth, focus);
  if (faded == 1) across *= 0.72;
  if (mark == 1) across *= 1.15;
  if (mark > 1) across = max(across * 1.25, 8.0);
  radius = max(across, sizeFloor) * 0.5 * pixelRatio;
  // room for the rim, and for a ring
  sprite = 2.0 * (radius + (mark > 1 ? 7.5 : 2.0) * pixelRatio);
  gl_PointSize = sprite;
  // singled-out points lie before all others, faded ones behind
  float layer = mark > 1 ? -0.9 : mark == 1 ? -0.75 : faded == 1 ? 0.9 : 0.0;
  float z = gl_Position.z / gl_Position.w;
  gl_Position.z = (layer + z * (layer == 0.0 ? 0.7 : 0.07)) * gl_Position.w;
  // what is looked at stays to be seen, though its group be hidden
  if ((visible == 0 && mark < 2) || depth <= 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 0.0;
  }
}`;

/** Signed distances of the six markers, areas matched by eye to a disc of the given radius. */
const SHAPES_GLSL = /* glsl */ `
float segmentBox(vec2 p, vec2 half_) {
  vec2 q = abs(p) - half_;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}
float triangle(vec2 p, float r) {
  p.x = abs(p.x) - r;
  p.y = p.y + r * 0.57735;
  if (p.x + 1.73205 * p.y > 0.0) p = vec2(p.x - 1.73205 * p.y, -1.73205 * p.x - p.y) * 0.5;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}
float marker(vec2 p, float r, int shape) {
  if (shape == 1) return segmentBox(p, vec2(r * 0.74)) - r * 0.12;
  if (shape == 2) return triangle(p - vec2(0.0, -r * 0.12), r * 0.94) - r * 0.14;
  if (shape == 3) return segmentBox(vec2(p.x + p.y, p.y - p.x) * 0.70711, vec2(r * 0.7)) - r * 0.1;
  if (shape == 4) return abs(length(p) - r * 0.76) - r * 0.3;
  if (shape == 5) {
    float arm = r * 0.3;
    return min(segmentBox(p, vec2(r * 0.92, arm)), segmentBox(p, vec2(arm, r * 0.92))) - r * 0.06;
  }
  return length(p) - r;
}`;

const fragmentShader = /* glsl */ `
in vec3 tint;
in float haze;
in float radius;
in float sprite;
flat in int shape;
flat in int mark;
flat in int faded;
uniform float pixelRatio;
uniform vec3 background;
uniform vec3 ink;
uniform float shine;
layout(location = 0) out vec4 pixel;
${SHAPES_GLSL}
void main() {
  vec2 p = (gl_PointCoord - 0.5) * vec2(sprite, -sprite);
  float d = marker(p, radius, shape);
  float fill = clamp(0.5 - d, 0.0, 1.0);
  // a thin rim in the background's colour keeps crowded markers apart
  float rim = clamp(0.5 - (d - min(1.1 * pixelRatio, radius * 0.35)), 0.0, 1.0) * (faded == 1 ? 0.0 : 0.75);
  vec3 body = mix(tint, vec3(1.0), shine * clamp(1.0 - length(p - vec2(-0.25, 0.3) * radius) / radius, 0.0, 1.0));
  body = mix(body, background, haze * 0.64);
  if (faded == 1) body = mix(body, background, 0.8);
  vec3 colour = mix(background, body, fill);
  float alpha = max(fill, rim);
  if (mark > 1) {
    float ringRadius = radius + 4.0 * pixelRatio;
    float width = (mark == 4 ? 1.1 : mark == 3 ? 0.9 : 0.6) * pixelRatio;
    float ring = clamp(0.5 - (abs(length(p) - ringRadius) - width), 0.0, 1.0);
    if (mark == 3) ring *= step(0.0, sin(atan(p.y, p.x) * 8.0 + 0.4));
    if (mark == 2) ring *= 0.75;
    colour = mix(colour, ink, ring);
    alpha = max(alpha, ring);
  }
  if (alpha < 0.02) discard;
  pixel = vec4(colour, alpha);
}`;

const pickFragment = /* glsl */ `
in float radius;
in float sprite;
flat in uint id;
layout(location = 0) out vec4 pixel;
void main() {
  if (length((gl_PointCoord - 0.5) * sprite) > radius + 0.5) discard;
  uvec4 bytes = (uvec4(id) >> uvec4(0u, 8u, 16u, 24u)) & 255u;
  pixel = vec4(bytes) / 255.0;
}`;

/** Draws all markers in one call: shape, rim, ring, haze, by the attributes of PointUploads. */
export function createPointMaterial(uniforms: StageUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: { ...uniforms, sizeFloor: { value: 1.5 } },
    transparent: true,
  });
}

/** Draws each marker as the bytes of its index + 1, at one pixel a CSS pixel. */
export function createPickMaterial(uniforms: StageUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader: pickFragment,
    uniforms: { ...uniforms, pixelRatio: { value: 1 }, sizeFloor: { value: 3 } },
    blending: NoBlending,
  });
}
