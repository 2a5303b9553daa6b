import { expect, it } from 'vitest';
import { seededRandom } from '../vectors/random.ts';
import { PairTable } from './pairTable.ts';

it('keeps 50,000 pairs as a Map does, and knows no others', () => {
  const random = seededRandom(3);
  const table = new PairTable();
  const map = new Map<string, number>();
  const largest = 2 ** 31 - 1;
  for (let value = 0; value < 50_000; value++) {
    const limit = value % 2 === 0 ? 300 : largest;
    const pair = [Math.floor(random() * limit), Math.floor(random() * limit)] as const;
    table.set(...pair, value);
    map.set(pair.join(), value);
  }
  table.set(largest, largest, largest);
  map.set([largest, largest].join(), largest);
  for (const [key, value] of map) {
    const [first, second] = key.split(',').map(Number);
    if (table.get(first, second) !== value) expect(table.get(first, second), key).toBe(value);
  }
  for (let first = 0; first < 300; first++) {
    for (let second = 0; second < 300; second++) {
      const value = map.get([first, second].join()) ?? -1;
      if (table.get(first, second) !== value) expect(table.get(first, second)).toBe(value);
    }
  }
  expect(map.size).toBeGreaterThan(40_000);
});
