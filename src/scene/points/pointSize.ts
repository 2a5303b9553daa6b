/**
 * Marker diameter in CSS pixels at the target's depth: many points get smaller ones. 9.5 px at 1,300 points
 * and 3.2 px at 100,000 keep about the same share of the map inked. On a small canvas all are smaller, but not in
 * proportion: they must still be seen and touched.
 * @param side the shorter side of the canvas, CSS pixels
 */
export function baseDiameter(count: number, side: number): number {
  const screen = Math.min(1.1, Math.max(0.72, (side / 850) ** 0.5));
  return Math.min(13, Math.max(2.6, 9.5 * screen * (1300 / Math.max(1, count)) ** 0.25));
}

/** Factor of the diameter when the camera is nearer (> 1) or farther than the view of the whole map. */
export function zoomFactor(distance: number, home: number): number {
  return Math.min(2, Math.max(0.7, (home / Math.max(1e-6, distance)) ** 0.35));
}

/**
 * Factor of the diameter of a point at `depth` when the target is at `distance`: milder than true perspective,
 * so that far words stay visible. The vertex shader holds the same formula (PERSPECTIVE_GLSL).
 */
export function perspectiveFactor(depth: number, distance: number): number {
  return Math.min(2.2, Math.max(0.5, (distance / Math.max(1e-6, depth)) ** 0.75));
}

/** GLSL twin of {@link perspectiveFactor}. */
export const PERSPECTIVE_GLSL = /* glsl */ `
float perspectiveFactor(float depth, float focus) {
  return clamp(pow(focus / max(depth, 1e-6), 0.75), 0.5, 2.2);
}`;

/**
 * How deep in the haze a place is, 0 to 1: none before the target, most one and a half map radii behind.
 * GLSL, shared by points, lines and labels; `depthCue` is 0 on a flat map.
 */
export const HAZE_GLSL = /* glsl */ `
float hazeAt(float depth, float focus, float cue) {
  return cue * smoothstep(-0.55, 1.5, depth - focus);
}`;
