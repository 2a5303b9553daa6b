/** A camera that looks at a target from a distance. World units; the map fills the unit sphere. */
export interface View {
  /** What is looked at. */
  x: number;
  y: number;
  z: number;
  /** Radians round the vertical axis; 0 looks along −z. */
  yaw: number;
  /** Radians above the horizon. */
  pitch: number;
  /** Camera to target. */
  distance: number;
}

type Vector = [number, number, number];

/** Vertical field of view, radians. 40° keeps the perspective gentle. */
export const FIELD_OF_VIEW = (40 * Math.PI) / 180;
const TAN = Math.tan(FIELD_OF_VIEW / 2);

/** Straight up or down would make "up" undefined. */
const STEEPEST = (88 * Math.PI) / 180;
const NEAREST = 0.02;
const FARTHEST = 14;

/** The directions in which the camera looks right, up and forward, unit vectors in world space. */
export function axesOf(view: View): { right: Vector; up: Vector; forward: Vector } {
  const [sy, cy, sp, cp] = [
    Math.sin(view.yaw),
    Math.cos(view.yaw),
    Math.sin(view.pitch),
    Math.cos(view.pitch),
  ];
  return {
    right: [cy, 0, -sy],
    up: [-sy * sp, cp, -cy * sp],
    forward: [-sy * cp, -sp, -cy * cp],
  };
}

/** Where the camera stands. */
export function eyeOf(view: View): Vector {
  const { forward } = axesOf(view);
  return [
    view.x - forward[0] * view.distance,
    view.y - forward[1] * view.distance,
    view.z - forward[2] * view.distance,
  ];
}

/** Turned round the target by radians. */
export function rotated(view: View, yaw: number, pitch: number): View {
  return {
    ...view,
    yaw: view.yaw + yaw,
    pitch: Math.min(STEEPEST, Math.max(-STEEPEST, view.pitch + pitch)),
  };
}

/** Moved by world units along the camera's own axes. */
export function moved(view: View, right: number, up: number, forward: number): View {
  const axes = axesOf(view);
  return {
    ...view,
    x: view.x + axes.right[0] * right + axes.up[0] * up + axes.forward[0] * forward,
    y: view.y + axes.right[1] * right + axes.up[1] * up + axes.forward[1] * forward,
    z: view.z + axes.right[2] * right + axes.up[2] * up + axes.forward[2] * forward,
  };
}

/** World units that one CSS pixel spans at the target, in a canvas `height` pixels high. */
export function unitsPerPixel(view: View, height: number): number {
  return (2 * TAN * view.distance) / Math.max(1, height);
}

/** Dragged by CSS pixels, so that what is under the pointer at the target's depth stays under it. */
export function panned(view: View, dx: number, dy: number, height: number): View {
  const unit = unitsPerPixel(view, height);
  return moved(view, -dx * unit, dy * unit, 0);
}

/**
 * Nearer (factor < 1) or farther, keeping in place what is `dx`, `dy` CSS pixels right of and below the
 * view's centre.
 */
export function zoomed(view: View, factor: number, dx: number, dy: number, height: number): View {
  const distance = Math.min(FARTHEST, Math.max(NEAREST, view.distance * factor));
  const unit = unitsPerPixel(view, height);
  const share = 1 - distance / view.distance;
  return { ...moved(view, dx * unit * share, -dy * unit * share, 0), distance };
}

/** Looks elsewhere without moving: the camera stays, the target swings round it. */
export function looked(view: View, yaw: number, pitch: number): View {
  const eye = eyeOf(view);
  const turned = rotated(view, yaw, pitch);
  const { forward } = axesOf(turned);
  return {
    ...turned,
    x: eye[0] + forward[0] * view.distance,
    y: eye[1] + forward[1] * view.distance,
    z: eye[2] + forward[2] * view.distance,
  };
}

/**
 * The view that shows the whole map.
 * @param half half extents of the robust box, world units
 * @param width the free part of the canvas, CSS pixels
 * @param full height of the whole canvas, which the field of view spans
 */
export function homeView(
  half: readonly [number, number, number],
  dims: 2 | 3,
  width: number,
  height: number,
  full: number,
): View {
  const perPixel = TAN / (Math.max(1, full) / 2);
  const spanX = perPixel * (Math.max(1, width) / 2);
  const spanY = perPixel * (Math.max(1, height) / 2);
  if (dims === 2) {
    const margin = 1.14;
    const distance = Math.max((half[0] * margin) / spanX, (half[1] * margin) / spanY);
    return { x: 0, y: 0, z: 0, yaw: 0, pitch: 0, distance: Math.min(FARTHEST, Math.max(0.2, distance)) };
  }
  // turned, the map sweeps a sphere; a little of its sparse rim may leave a narrow screen
  const distance = Math.max(1.05 / spanY, 0.93 / spanX);
  return { x: 0, y: 0, z: 0, yaw: 0.6, pitch: 0.32, distance: Math.min(FARTHEST, distance) };
}

/** Between two views: turning the short way round, zooming evenly. t from 0 to 1. */
export function between(a: View, b: View, t: number): View {
  const turn = Math.atan2(Math.sin(b.yaw - a.yaw), Math.cos(b.yaw - a.yaw));
  return {
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
    z: a.z + (b.z - a.z) * t,
    yaw: t >= 1 ? b.yaw : a.yaw + turn * t,
    pitch: a.pitch + (b.pitch - a.pitch) * t,
    distance: a.distance * (b.distance / a.distance) ** t,
  };
}

/** Whether two views differ by less than what can be seen. */
export function alike(a: View, b: View): boolean {
  const near = 2e-4 * Math.max(0.05, b.distance);
  return (
    Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z) < near &&
    Math.abs(a.yaw - b.yaw) < 2e-4 &&
    Math.abs(a.pitch - b.pitch) < 2e-4 &&
    Math.abs(a.distance - b.distance) < near
  );
}
