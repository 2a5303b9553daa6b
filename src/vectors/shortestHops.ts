/**
 * The shortest way from one node to another along one-way links: node i leads to the `k` nodes
 * `links[i * k .. (i + 1) * k)`, −1 for none. The nodes of one shortest way, both ends among them, the earlier links
 * preferred; null where there is none. Breadth first.
 */
export function shortestHops(links: Int32Array, k: number, from: number, to: number): number[] | null {
  const n = k > 0 ? links.length / k : 0;
  if (from === to) return [from];
  const before = new Int32Array(n).fill(-1);
  const queue = new Int32Array(n);
  queue[0] = from;
  before[from] = from;
  for (let head = 0, tail = 1; head < tail; head++) {
    const node = queue[head];
    for (let at = node * k; at < (node + 1) * k; at++) {
      const next = links[at];
      if (next < 0 || before[next] >= 0) continue;
      before[next] = node;
      if (next === to) return backFrom(to, before);
      queue[tail++] = next;
    }
  }
  return null;
}

function backFrom(to: number, before: Int32Array): number[] {
  const way = [to];
  while (before[way[0]] !== way[0]) way.unshift(before[way[0]]);
  return way;
}
