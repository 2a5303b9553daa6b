import { GLSL3, ShaderMaterial } from 'three';
import { HAZE_GLSL } from '../points/pointSize.ts';
import type { StageUniforms } from '../stageUniforms.ts';

const vertexShader = /* glsl */ `
in vec3 startFrom;
in vec3 startTo;
in vec3 endFrom;
in vec3 endTo;
in vec4 paint;
in vec4 stroke; // width, head, dash, inset: CSS pixels
uniform float progress;
uniform vec2 viewport;
uniform float focus;
uniform float depthCue;
out vec2 along; // CSS pixels along the line and across it
out vec4 colour;
flat out float span;
flat out vec4 shape;
${HAZE_GLSL}
void main() {
  vec4 a = modelViewMatrix * vec4(mix(startFrom, startTo, progress), 1.0);
  vec4 b = modelViewMatrix * vec4(mix(endFrom, endTo, progress), 1.0);
  float near = -0.01 * focus;
  // an end behind the camera is cut where it would pass the eye
  bool gone = a.z > near && b.z > near;
  if (a.z > near) a = mix(a, b, (a.z - near) / (a.z - b.z));
  if (b.z > near) b = mix(b, a, (b.z - near) / (b.z - a.z));
  float haze = hazeAt(-mix(a.z, b.z, position.x), focus, depthCue);
  vec4 ca = projectionMatrix * a;
  vec4 cb = projectionMatrix * b;
  vec2 pa = ca.xy / ca.w * 0.5 * viewport;
  vec2 pb = cb.xy / cb.w * 0.5 * viewport;
  vec2 delta = pb - pa;
  span = length(delta);
  vec2 direction = span > 1e-3 ? delta / span : vec2(1.0, 0.0);
  float reach = max(stroke.x * 0.5, stroke.y * 0.45) + 1.5;
  along = vec2(mix(-1.5, span + 1.5, position.x), mix(-reach, reach, position.y));
  vec2 place = pa + direction * along.x + vec2(-direction.y, direction.x) * along.y;
  gl_Position = gone || span < 1.0 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(place / viewport * 2.0, 0.0, 1.0);
  colour = vec4(paint.rgb, paint.a * (1.0 - 0.6 * haze));
  shape = stroke;
}`;

const fragmentShader = /* glsl */ `
in vec2 along;
in vec4 colour;
flat in float span;
flat in vec4 shape;
uniform float pixelRatio;
layout(location = 0) out vec4 pixel;
void main() {
  float inset = min(shape.w, span * 0.4);
  float end = span - inset;
  float head = min(shape.y, (end - inset) * 0.6);
  float x = along.x;
  float y = abs(along.y);
  // distances in CSS pixels: the shaft, then the head as a triangle that opens backwards
  float shaft = max(y - shape.x * 0.5, max(inset - x, x - (end - head * 0.7)));
  if (shape.z > 0.0) shaft = max(shaft, abs(mod(x - inset, shape.z * 1.7) - shape.z * 0.5) - shape.z * 0.5);
  float d = shaft;
  if (head > 0.0) d = min(d, max((y - (end - x) * 0.42) * 0.92, end - head - x));
  float alpha = clamp(0.5 - d * pixelRatio, 0.0, 1.0) * colour.a;
  if (alpha < 0.01) discard;
  pixel = vec4(colour.rgb, alpha);
}`;

/** Draws segments as screen-space quads: even width at any depth, antialiased, with arrow heads and dashes. */
export function createLineMaterial(uniforms: StageUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
}
