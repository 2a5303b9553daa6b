import { expect, test } from 'vitest';
import reference from '../../fixtures/neighbours/neighbours.json' with { type: 'json' };
import { seededRandom } from './random.ts';
import { shortestHops } from './shortestHops.ts';

const { nodes, k, hops } = reference.graph;
const links = Int32Array.from(reference.graph.links);

test('the fewest hops between all pairs are scipy’s', () => {
  for (let from = 0; from < nodes; from++) {
    for (let to = 0; to < nodes; to++) {
      expect((shortestHops(links, k, from, to)?.length ?? 0) - 1).toBe(hops[from * nodes + to]);
    }
  }
  expect(hops.includes(-1)).toBe(true);
});

test('a way goes along links from one end to the other', () => {
  for (let to = 1; to < 50; to++) {
    const way = shortestHops(links, k, 0, to);
    if (!way) continue;
    expect([way[0], way.at(-1)]).toEqual([0, to]);
    for (let hop = 1; hop < way.length; hop++) {
      expect(links.subarray(way[hop - 1] * k, (way[hop - 1] + 1) * k)).toContain(way[hop]);
    }
  }
});

test('as many hops as by trying every way (Bellman–Ford)', () => {
  const [n, width] = [40, 3];
  const random = seededRandom(3);
  const some = Int32Array.from({ length: n * width }, () => (random() < 0.4 ? -1 : Math.floor(random() * n)));
  const best = new Array<number>(n).fill(Number.POSITIVE_INFINITY);
  best[7] = 0;
  for (let turn = 0; turn < n; turn++) {
    some.forEach((to, at) => {
      if (to >= 0) best[to] = Math.min(best[to], best[Math.floor(at / width)] + 1);
    });
  }
  for (let to = 0; to < n; to++) {
    const way = shortestHops(some, width, 7, to);
    expect(way ? way.length - 1 : Number.POSITIVE_INFINITY).toBe(best[to]);
  }
});

test('from a node to itself it is no hop', () => {
  expect(shortestHops(links, k, 4, 4)).toEqual([4]);
});
