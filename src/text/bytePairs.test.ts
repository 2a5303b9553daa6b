import { expect, it } from 'vitest';
import { seededRandom } from '../vectors/random.ts';
import { BytePairs } from './bytePairs.ts';

type Merge = readonly [number, number, number];

/** The definition itself: the leftmost pair of the least rank, again and again. */
function joinedByDefinition(ids: readonly number[], merges: readonly Merge[]): number[] {
  const left = [...ids];
  for (;;) {
    let best = merges.length;
    let place = -1;
    for (let at = 0; at + 1 < left.length; at++) {
      const rank = merges.findIndex(([a, b]) => a === left[at] && b === left[at + 1]);
      if (rank >= 0 && rank < best) [best, place] = [rank, at];
    }
    if (place < 0) return left;
    left.splice(place, 2, merges[best][2]);
  }
}

it('joins 300 random words as the definition does', () => {
  const random = seededRandom(7);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let round = 0; round < 300; round++) {
    // Symbols 0–3 are bytes; each merge makes a new symbol of two known ones, as training does.
    const merges: Merge[] = [];
    const seen = new Set<string>();
    while (merges.length < 12) {
      const known = 4 + merges.length;
      const pair = [below(known), below(known)] as const;
      if (seen.has(pair.join())) continue;
      seen.add(pair.join());
      merges.push([...pair, known]);
    }
    const word = Array.from({ length: below(40) }, () => below(4));
    const pieces = new BytePairs(merges).join(word);
    expect(pieces.map(({ id }) => id)).toEqual(joinedByDefinition(word, merges));
    expect(pieces.reduce((sum, { length }) => sum + length, 0)).toBe(word.length);
  }
});

it('leaves out bytes that have no id, and keeps the places of the others', () => {
  const pairs = new BytePairs([[0, 1, 2]]);
  expect(pairs.join([-1, 0, -1, 1, 0, -1])).toEqual([
    { id: 2, start: 1, length: 3 },
    { id: 0, start: 4, length: 1 },
  ]);
  expect(pairs.join([-1])).toEqual([]);
  expect(pairs.join([])).toEqual([]);
});
