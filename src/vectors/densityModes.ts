import type { Neighbours } from './nearestLists.ts';

/**
 * To which peak of density each of n points climbs: ToMATo (Chazal, Guibas, Oudot & Skraba 2013, "Persistence-based
 * clustering in Riemannian manifolds"). `spread[i]` is how far point i is from its neighbours: the less, the denser.
 * Points are taken from the densest on; each joins the peak of its densest neighbour (among the first `k` of its list,
 * or those that have it in theirs). Where two peaks meet in a point, the lower one falls to the higher unless the
 * point's spread is more than `drop` times that peak's: a valley must be that much deeper than the hill.
 * Gives each point the row of its peak. Of equal densities the point of the lower row counts as denser.
 */
export function densityModes(
  neighbours: Neighbours,
  k: number,
  spread: Float64Array,
  drop: number,
): Int32Array<ArrayBuffer> {
  const n = spread.length;
  const order = Int32Array.from(spread.keys()).sort((a, b) => spread[a] - spread[b] || a - b);
  const rank = new Int32Array(n);
  order.forEach((row, place) => {
    rank[row] = place;
  });
  const near = mutualLists(neighbours, n, k);
  const peak = Int32Array.from({ length: n }, (_, row) => row);
  const peakOf = (row: number): number => {
    let at = row;
    while (peak[at] !== at) {
      peak[at] = peak[peak[at]];
      at = peak[at];
    }
    return at;
  };
  for (const row of order) {
    const denser = near[row].filter((other) => rank[other] < rank[row]);
    if (denser.length === 0) continue;
    peak[row] = peakOf(denser.reduce((best, other) => (rank[other] < rank[best] ? other : best)));
    for (const other of denser) {
      const [a, b] = [peakOf(row), peakOf(other)];
      if (a === b) continue;
      const [high, low] = rank[a] < rank[b] ? [a, b] : [b, a];
      if (spread[row] <= drop * spread[low]) peak[low] = high;
    }
  }
  return Int32Array.from(peak, (_, row) => peakOf(row));
}

/** For each point the first k of its neighbours and those that have it among their first k. */
function mutualLists({ indices, k: all }: Neighbours, n: number, k: number): number[][] {
  const lists = Array.from({ length: n }, () => new Set<number>());
  for (let row = 0; row < n; row++) {
    for (let t = 0; t < Math.min(k, all); t++) {
      const other = indices[row * all + t];
      lists[row].add(other);
      lists[other].add(row);
    }
  }
  return lists.map((list) => [...list]);
}
