import { expect, test } from 'vitest';
import { createRig } from './rig.ts';
import type { View } from './view.ts';
import { createViewLink, joinViews } from './viewLink.ts';

const home: View = { x: 0, y: 0, z: 0, yaw: 0.6, pitch: 0.3, distance: 3 };

function linkedMaps(reduced = false) {
  const link = createViewLink();
  return ['left', 'right'].map(() => {
    const rig = createRig(home, () => reduced);
    const map = { rig, frames: 0, wanted: 0, linked: joinViews(link, rig, () => void map.wanted++), link };
    return map;
  });
}

/** One frame of each map that asks for one. @returns how many did */
function frame(maps: ReturnType<typeof linkedMaps>, now: number): number {
  let drawn = 0;
  for (const map of maps) {
    const moving = map.rig.step(now);
    if (map.linked.step() || moving || map.wanted > 0) drawn++;
    map.wanted = 0;
  }
  return drawn;
}

test('one map is turned, the other follows it in the same frame, and both come to rest', () => {
  const maps = linkedMaps();
  const [left, right] = maps;
  frame(maps, 0);
  left.rig.steer((view) => ({ ...view, yaw: 2 }));
  let now = 16;
  for (; frame(maps, now) > 0 && now < 5000; now += 16) expect(right.rig.current).toBe(left.rig.current);
  expect(now).toBeLessThan(2000);
  expect(right.rig.current.yaw).toBe(2);
  expect(right.rig.held).toBe(true);
  // no echo: at rest nobody asks for a frame again
  expect(frame(maps, now + 16)).toBe(0);
});

test('either hand leads, and the last one wins', () => {
  const maps = linkedMaps();
  const [left, right] = maps;
  left.rig.steer((view) => ({ ...view, distance: 1 }));
  frame(maps, 0);
  right.linked.lead();
  right.rig.steer((view) => ({ ...view, x: 0.5 }));
  for (let now = 16; now < 2000; now += 16) frame(maps, now);
  expect(left.rig.current.x).toBe(0.5);
  expect(left.rig.current).toBe(right.rig.current);
});

test('both sent home at once end at home, and follow it from then on', () => {
  const maps = linkedMaps();
  const [left, right] = maps;
  left.rig.steer((view) => ({ ...view, yaw: 2 }));
  for (let now = 0; now < 2000; now += 16) frame(maps, now);
  for (const { rig } of maps) rig.glide(home, 2000, 400, true);
  for (let now = 2016; now < 3000; now += 16) frame(maps, now);
  expect(left.rig.current).toMatchObject(home);
  expect(right.rig.current).toMatchObject(home);
  expect([left.rig.held, right.rig.held]).toEqual([false, false]);
});

test('with less motion the other map is there at once', () => {
  const maps = linkedMaps(true);
  maps[1].rig.steer((view) => ({ ...view, pitch: 0 }));
  frame(maps, 0);
  expect(maps[0].rig.current.pitch).toBe(0);
});

test('a map that comes later stands where a person has put the others, else at home', () => {
  const link = createViewLink();
  const first = createRig(home, () => true);
  const linked = joinViews(link, first, () => {});
  linked.step();
  const late = createRig({ ...home, distance: 5 }, () => true);
  expect(joinViews(link, late, () => {}).resume()).toBe(false);
  first.steer((view) => ({ ...view, yaw: 1 }));
  linked.step();
  const later = createRig({ ...home, distance: 5 }, () => true);
  expect(joinViews(link, later, () => {}).resume()).toBe(true);
  expect(later.current.yaw).toBe(1);
});

test('one that has left is not moved any more', () => {
  const maps = linkedMaps(true);
  maps[1].linked.leave();
  maps[0].rig.steer((view) => ({ ...view, yaw: 2 }));
  frame(maps, 0);
  expect(maps[1].rig.current.yaw).toBe(home.yaw);
});
