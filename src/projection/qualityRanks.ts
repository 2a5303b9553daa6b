import type { Space } from '../vectors/distanceTiles.ts';
import type { Team } from '../vectors/kernels/team.ts';
import { neighbourRanks } from '../vectors/neighbourRanks.ts';
import type { Workshop } from '../vectors/neighbours/findNeighbours.ts';
import { loadSpace } from '../vectors/neighbours/kernelSpace.ts';
import { spaceRanks } from '../vectors/neighbours/spaceRanks.ts';
import type { Steps } from '../vectors/steps.ts';

/** The ranks of `targets` (k a row, −1 for none) by distance from the rows (all for null), by a workshop where there is one. */
export function* ranksIn(
  space: Space,
  workshop: Workshop | null,
  rows: Int32Array<ArrayBuffer> | null,
  targets: Int32Array,
  k: number,
): Steps<Int32Array<ArrayBuffer>> {
  if (!workshop) return yield* neighbourRanks(space, rows, targets, k);
  const all = rows ?? Int32Array.from({ length: workshop.space.n }, (_, row) => row);
  return yield* spaceRanks(workshop.team, workshop.space, all, targets, k);
}

/** The same in a space that no workshop holds yet: a map. */
export function* mapRanks(
  space: Space,
  team: Team | null,
  rows: Int32Array<ArrayBuffer> | null,
  targets: Int32Array,
  k: number,
): Steps<Int32Array<ArrayBuffer>> {
  if (!team) return yield* neighbourRanks(space, rows, targets, k);
  const mark = team.arena.mark();
  try {
    return yield* ranksIn(space, { team, space: loadSpace(team, space) }, rows, targets, k);
  } finally {
    team.arena.release(mark);
  }
}

/** Two lists of k a row as one of 2k. */
export function sideBySide(left: Int32Array, right: Int32Array, k: number): Int32Array {
  const both = new Int32Array(2 * left.length);
  for (let at = 0; at < left.length; at += k) {
    both.set(left.subarray(at, at + k), 2 * at);
    both.set(right.subarray(at, at + k), 2 * at + k);
  }
  return both;
}

/** A list of 2k a row as two of k. */
export function apart(both: Int32Array, k: number): [Int32Array, Int32Array] {
  const halves: [Int32Array, Int32Array] = [new Int32Array(both.length / 2), new Int32Array(both.length / 2)];
  for (let at = 0; 2 * at < both.length; at += k) {
    halves[0].set(both.subarray(2 * at, 2 * at + k), at);
    halves[1].set(both.subarray(2 * at + k, 2 * at + 2 * k), at);
  }
  return halves;
}
