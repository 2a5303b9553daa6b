import { GLSL3, NoBlending, ShaderMaterial } from 'three';
import type { StageUniforms } from '../stageUniforms.ts';

const skyVertex = /* glsl */ `
out vec2 place;
void main() {
  place = position.xy;
  gl_Position = vec4(position.xy, 0.999999, 1.0);
}`;

/** The ground's colour without its grain, at a place from −1 to 1 both ways; GLSL, shared with what melts into it. */
export const GROUND_GLSL = /* glsl */ `
uniform vec2 viewport;
uniform vec3 background;
uniform vec3 backgroundEdge;
vec3 groundAt(vec2 place) {
  vec2 p = place * viewport / max(viewport.x, viewport.y);
  return mix(background, backgroundEdge, smoothstep(0.1, 1.15, length(p * vec2(1.0, 1.15))));
}`;

const skyFragment = /* glsl */ `
in vec2 place;
layout(location = 0) out vec4 pixel;
${GROUND_GLSL}
void main() {
  vec3 colour = groundAt(place);
  // a grain below one step of 8 bits hides the bands of a dark gradient
  float grain = fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - 0.5;
  pixel = vec4(colour + grain / 255.0, 1.0);
}`;

const starVertex = /* glsl */ `
in float brightness;
uniform float pixelRatio;
out float glow;
void main() {
  // directions, not places: stars turn with the camera but never come nearer
  vec4 clip = projectionMatrix * vec4(mat3(viewMatrix) * position, 1.0);
  gl_Position = vec4(clip.xy, clip.w * 0.9999, clip.w);
  glow = brightness;
  gl_PointSize = (1.5 + 1.5 * brightness * brightness) * pixelRatio;
}`;

const starFragment = /* glsl */ `
in float glow;
uniform vec3 ink;
layout(location = 0) out vec4 pixel;
void main() {
  float d = length(gl_PointCoord - 0.5) * 2.0;
  pixel = vec4(ink, glow * 0.75 * smoothstep(1.0, 0.3, d));
}`;

/** A radial gradient over the whole canvas. */
export function createSkyMaterial(uniforms: StageUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: skyVertex,
    fragmentShader: skyFragment,
    uniforms,
    blending: NoBlending,
    depthTest: false,
    depthWrite: false,
  });
}

/** Faint stars at infinity, which show how the camera turns. */
export function createStarMaterial(uniforms: StageUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: starVertex,
    fragmentShader: starFragment,
    uniforms,
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
}
