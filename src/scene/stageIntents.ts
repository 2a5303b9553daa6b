import type { KeyIntents } from './camera/keyboard.ts';
import type { PointerIntents } from './camera/pointerGestures.ts';
import { looked, panned, rotated, zoomed } from './camera/view.ts';
import type { SemanticMapProps } from './mapProps.ts';
import { HIDDEN } from './mapProps.ts';
import { nearestRows } from './nearestRows.ts';
import { isShown } from './points/pointLooks.ts';
import { insideRegion } from './region/polygon.ts';
import type { Stage } from './stage.ts';
import { placeAt } from './world/places.ts';
import { positionAt, progressAt } from './world/positionTrack.ts';
import { projectPlace } from './world/projection.ts';

/** Radians of turn for a drag of one CSS pixel: the width of a phone turns the map half round. */
const TURN_RATE = 0.0075;
const LOOK_RATE = 0.0035;

/** How far from a marker a pointer may be, CSS pixels: WCAG 2.5.8 asks for targets of 24. */
const REACH = { mouse: 9, touch: 24 };

/** Asks which point is at a place; the answer comes later. */
type PickPoint = (x: number, y: number, reach: number) => Promise<number | null>;

interface IntentSources {
  stage: Stage;
  /** The latest props. */
  props(): SemanticMapProps;
  pick: PickPoint;
  outline(polygon: readonly number[] | null): void;
}

/** Turns gestures and keys into moves of the camera and into row numbers for the map's caller. */
export function createIntents({ stage, props, pick, outline }: IntentSources): PointerIntents & KeyIntents {
  let pointer: { x: number; y: number } | null = null;
  let picking = false;
  let walk: { order: Int32Array; at: number } | null = null;

  const eligible = (index: number): boolean => isShown(props().visible, index);
  const say = (index: number | null): void => {
    if (index !== props().hovered) props().onHover?.(index);
  };
  // one look at a time: the pointer's last place is looked at when the one before has been answered
  const look = async (): Promise<void> => {
    if (picking) return;
    picking = true;
    try {
      while (pointer) {
        const { x, y } = pointer;
        const found = stage.labels.at(x, y) ?? (await pick(x, y, REACH.mouse));
        if (!pointer) break;
        if (pointer.x === x && pointer.y === y) {
          say(found);
          break;
        }
      }
    } finally {
      picking = false;
    }
  };
  const inside = (polygon: readonly number[]): Promise<Int32Array> => {
    const projection = stage.camera.screen();
    const track = { ...stage.track };
    const t = progressAt(track, performance.now());
    const world: [number, number, number] = [0, 0, 0];
    const { visible } = props();
    return insideRegion(
      polygon,
      track.count,
      (index, out) => {
        positionAt(track, index, t, world);
        return projectPlace(projection, world[0], world[1], world[2], out);
      },
      (index) => visible?.[index] !== HIDDEN,
      () => new Promise((resolve) => setTimeout(resolve)),
    );
  };

  const pan = (dx: number, dy: number): void =>
    stage.steer((view) => panned(view, dx, dy, stage.camera.height));

  return {
    mode: () => props().mode,
    dims: () => stage.dims,
    turn(dx, dy) {
      if (stage.dims === 2) pan(dx, dy);
      else if (props().mode === 'fly') stage.steer((view) => looked(view, dx * LOOK_RATE, -dy * LOOK_RATE));
      else stage.steer((view) => rotated(view, -dx * TURN_RATE, dy * TURN_RATE));
    },
    pan,
    zoom(factor: number, x: number = stage.camera.width / 2, y: number = stage.camera.height / 2) {
      const [shiftX, shiftY] = stage.camera.centreShift();
      const dx = x - (stage.camera.width / 2 - shiftX);
      const dy = y - (stage.camera.height / 2 - shiftY);
      stage.steer((view) => zoomed(view, factor, dx, dy, stage.camera.height));
    },
    hover(x, y) {
      pointer = { x, y };
      void look();
    },
    leave() {
      pointer = null;
      say(null);
    },
    async choose(x, y, { compare, touch }) {
      const found = stage.labels.at(x, y) ?? (await pick(x, y, touch ? REACH.touch : REACH.mouse));
      walk = null;
      props().onSelect?.(found, { compare });
    },
    outline,
    async region(polygon) {
      if (polygon.length < 6) return;
      const version = stage.track.version;
      const found = await inside(polygon);
      // rows of points that are gone would name others
      if (version === stage.track.version) props().onRegion?.(found);
    },
    thrust(thrust) {
      stage.rig.fly(thrust);
      stage.invalidate();
    },
    home() {
      stage.goHome(performance.now());
    },
    walk(step, compare) {
      const { selected, onSelect } = props();
      const at = walk ? walk.order[walk.at] : undefined;
      // a walk goes on from where it is, unless something else was chosen meanwhile
      if (!walk || (!compare && at !== selected))
        walk = { order: walkOrder(stage, selected, eligible), at: 0 };
      else walk.at = Math.max(0, Math.min(walk.order.length - 1, walk.at + step));
      if (walk.at === 0 && walk.order[0] === selected && step === 1 && walk.order.length > 1) walk.at = 1;
      if (walk.order.length > 0) onSelect?.(walk.order[walk.at], { compare });
    },
    clear() {
      walk = null;
      props().onSelect?.(null, { compare: false });
    },
  };
}

/** A walk goes through the nearest points only: nobody steps through more. */
const LONGEST_WALK = 10_000;

/** Points by their distance on the map from the selected one, or from what the camera looks at. */
function walkOrder(stage: Stage, selected: number | null, eligible: (index: number) => boolean): Int32Array {
  const { to, count } = stage.track;
  const { current } = stage.rig;
  const place: [number, number, number] = [0, 0, 0];
  const [x, y, z] =
    selected === null || selected >= count
      ? [current.x, current.y, current.z]
      : [...placeAt(to, selected, place)];
  const squared = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    placeAt(to, i, place);
    const far = (place[0] - x) ** 2 + (place[1] - y) ** 2 + (place[2] - z) ** 2;
    squared[i] = eligible(i) || i === selected ? far : Number.POSITIVE_INFINITY;
  }
  return nearestRows(squared, LONGEST_WALK);
}
