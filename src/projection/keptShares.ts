import { DistanceMeter, type Space } from '../vectors/distanceTiles.ts';
import type { Neighbours } from '../vectors/nearestLists.ts';
import type { Workshop } from '../vectors/neighbours/findNeighbours.ts';

/**
 * For each point the share, 0 … 1, of its k neighbours on the map (`onMap`, n × k) that are neighbours in the space too. Points as near as
 * the k-th neighbour count, so that duplicates do not look torn apart.
 */
export function keptShares(
  { data, dim, metric }: Space,
  workshop: Workshop | null,
  neighbours: Neighbours,
  onMap: Int32Array,
  k: number,
): Float32Array<ArrayBuffer> {
  const n = data.length / dim;
  const reach = Float32Array.from(
    { length: n },
    (_, row) => neighbours.distances[row * neighbours.k + k - 1],
  );
  if (workshop) return byTeam(workshop, onMap, k, reach);
  const meter = new DistanceMeter({ data, dim, metric });
  return Float32Array.from({ length: n }, (_, row) => {
    let kept = 0;
    for (let t = 0; t < k; t++) if (meter.pair(row, onMap[row * k + t]) <= reach[row]) kept++;
    return kept / k;
  });
}

function byTeam({ team, space }: Workshop, onMap: Int32Array, k: number, reach: Float32Array) {
  const { arena } = team;
  const { n, data, dim, cosine, inverse } = space;
  const mark = arena.mark();
  try {
    const [others, limits] = [arena.allocate(n * k * 4), arena.allocate(n * 4)];
    arena.i32(others, n * k).set(onMap);
    arena.f32(limits, n).set(reach);
    const shares = arena.allocate(n * 4);
    const scratch = team.allocateScratch(k * 4);
    team.run('sharesWithin', n, 256, [others, k, limits, data, dim, cosine, inverse, shares], scratch);
    return arena.f32(shares, n).slice();
  } finally {
    arena.release(mark);
  }
}
