import type { View } from './view.ts';
import { alike, between, looked, moved } from './view.ts';

/** Held keys of flight: each −1, 0 or 1. */
export interface Thrust {
  right: number;
  up: number;
  forward: number;
  turn: number;
  fast: boolean;
}

/** Moves one view smoothly: follows the hand, or glides to a place; a touch of the hand ends a glide. */
export interface Rig {
  readonly current: View;
  /** Whether a person has moved the camera since it last went home. */
  readonly held: boolean;
  /** The hand changes the view. */
  steer(change: (view: View) => View): void;
  /** Glides to a view in `duration` ms. `home` gives the camera back to the app. */
  glide(to: View, now: number, duration: number, home?: boolean): void;
  jump(to: View): void;
  /** Stands where another camera stands, `held` as that one is. */
  follow(to: View, held: boolean): void;
  /** Settles on a slowly moving home, without taking the camera from anybody. */
  drift(to: View): void;
  fly(thrust: Thrust | null): void;
  /** One step to time `now`. @returns whether the view is still moving */
  step(now: number): boolean;
}

/** The lag behind the hand: short enough to feel direct, long enough to round off a wheel's clicks. */
const LAG = 45;
/** World units a second in flight; the map's radius is 1. */
const SPEED = 0.55;
const TURN = 0.9;

/** @param reduced true where the system asks for less motion: everything then happens at once */
export function createRig(start: View, reduced: () => boolean): Rig {
  let current = start;
  let goal = start;
  let held = false;
  let thrust: Thrust | null = null;
  let last = Number.NaN;
  let glide: { from: View; to: View; start: number; duration: number } | null = null;

  const flown = (view: View, seconds: number): View => {
    if (!thrust) return view;
    const reach = SPEED * seconds * (thrust.fast ? 3 : 1);
    const shifted = moved(view, thrust.right * reach, thrust.up * reach, thrust.forward * reach);
    return looked(shifted, -thrust.turn * TURN * seconds, 0);
  };

  return {
    get current() {
      return current;
    },
    get held() {
      return held;
    },
    steer(change) {
      if (glide) goal = current;
      glide = null;
      held = true;
      goal = change(goal);
      if (reduced()) current = goal;
    },
    glide(to, now, duration, home = false) {
      held = !home;
      if (duration <= 0 || reduced()) {
        this.jump(to);
        return;
      }
      glide = { from: current, to, start: now, duration };
      goal = to;
    },
    jump(to) {
      glide = null;
      goal = to;
      current = to;
    },
    follow(to, otherHeld) {
      this.jump(to);
      held = otherHeld;
    },
    drift(to) {
      if (glide) glide.to = to;
      goal = to;
      if (reduced()) this.jump(to);
    },
    fly(next) {
      thrust = next;
      if (next) {
        if (glide) goal = current;
        glide = null;
        held = true;
      }
    },
    step(now) {
      // a demand loop pauses: the first step after a pause must not count the pause
      const elapsed = Number.isNaN(last) ? 16 : Math.min(100, Math.max(1, now - last));
      if (glide) {
        const t = Math.min(1, Math.max(0, (now - glide.start) / glide.duration));
        const eased = t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2;
        current = between(glide.from, glide.to, eased);
        if (t >= 1) glide = null;
      } else {
        goal = flown(goal, elapsed / 1000);
        current = between(current, goal, 1 - Math.exp(-elapsed / LAG));
        if (!thrust && alike(current, goal)) current = goal;
      }
      const moving = glide !== null || thrust !== null || current !== goal;
      last = moving ? now : Number.NaN;
      return moving;
    },
  };
}
