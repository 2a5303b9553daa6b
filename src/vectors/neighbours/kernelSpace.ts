import type { Space } from '../distanceTiles.ts';
import type { Team } from '../kernels/team.ts';
import { meanRow } from '../mean.ts';

/** Rows that one call of the packing kernels takes: a few milliseconds' work. */
const GRAIN = 1024;

/** n vectors in the memory of a team, as its neighbour kernels read them (tools/kernels/assembly/rows.ts). */
export interface KernelSpace {
  readonly n: number;
  readonly dim: number;
  /** Numbers of an int16 row: `dim`, filled up to a multiple of 8. */
  readonly stride: number;
  readonly cosine: 0 | 1;
  /** Pointers: the vectors as given, 1 / length of each, int16 rows, four planes of facts `plane` bytes apart. */
  readonly data: number;
  readonly inverse: number;
  readonly rows: number;
  readonly facts: number;
  readonly plane: number;
}

/** Puts validated vectors into a team's memory: 4 bytes a number and 2 more, given back with the arena's mark. */
export function loadSpace(team: Team, { data, dim, metric }: Space): KernelSpace {
  const { arena } = team;
  const n = data.length / dim;
  const stride = Math.ceil(dim / 8) * 8;
  const cosine = metric === 'cosine' ? 1 : 0;
  const plane = (n + 4) * 4;
  const space = {
    n,
    dim,
    stride,
    cosine,
    data: arena.allocate(n * dim * 4),
    inverse: arena.allocate(n * 8),
    rows: arena.allocate((n + 4) * stride * 2),
    facts: arena.allocate(4 * plane),
    plane,
  } as const;
  arena.f32(space.data, n * dim).set(data);
  arena.i16(space.rows + n * stride * 2, 4 * stride).fill(0);
  arena.f32(space.facts, plane).fill(0);
  const mean = arena.allocate(dim * 8);
  if (!cosine) arena.f64(mean, dim).set(meanRow(data, dim));
  team.run('inverseLengths', n, GRAIN, [space.data, dim, cosine, space.inverse]);
  const rows = [space.rows, space.facts, plane];
  team.run('quantiseRows', n, GRAIN, [space.data, dim, stride, cosine, mean, ...rows]);
  return space;
}
