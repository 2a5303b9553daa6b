import { expect, test } from 'vitest';
import type { Neighbours } from '../../vectors/nearestLists.ts';
import { suggestionsOf } from './suggestions.ts';

/** Each group's items stand in a block; `near` says of each row whose items its neighbours are. */
const sizes: Record<string, number> = { animals: 6, colours: 6, tools: 6, few: 4, '': 8 };
const groupOf = Object.entries(sizes).flatMap(([group, size]) => Array<string>(size).fill(group));
const rowsOf = (group: string) => [...groupOf.keys()].filter((row) => groupOf[row] === group);

/** Four neighbours a row, of which the first `own[group]` are of its own group and the others strangers. */
function neighbours(own: Record<string, number>): Neighbours {
  const indices = groupOf.flatMap((group, row) => {
    const mates = rowsOf(group).filter((other) => other !== row);
    const strangers = [...groupOf.keys()].filter((other) => groupOf[other] !== group);
    const count = Math.min(own[group] ?? 0, mates.length);
    return [...mates.slice(0, count), ...strangers.slice(0, 4 - count)];
  });
  return { k: 4, indices: Int32Array.from(indices), distances: new Float32Array(indices.length) };
}

test('groups that one model splits come first, the largest difference leading, then those that both keep', () => {
  const left = neighbours({ animals: 4, colours: 1, tools: 4 });
  const right = neighbours({ animals: 1, colours: 3, tools: 4 });
  expect(suggestionsOf(groupOf, left, right, 4)).toEqual([
    { kind: 'split-right', group: 'animals', rows: [0, 1, 2, 3, 4, 5], shares: [1, 0.25] },
    { kind: 'split-left', group: 'colours', rows: [6, 7, 8, 9, 10, 11], shares: [0.25, 0.75] },
    { kind: 'kept', group: 'tools', rows: [12, 13, 14, 15, 16, 17], shares: [1, 1] },
  ]);
});

test('only the k nearest count', () => {
  const left = neighbours({ animals: 2 });
  const right = neighbours({});
  expect(suggestionsOf(groupOf, left, right, 2)[0]).toMatchObject({ group: 'animals', shares: [1, 0] });
  expect(suggestionsOf(groupOf, left, right, 4)[0]).toMatchObject({ group: 'animals', shares: [0.5, 0] });
});

test('small groups, items without a group, and groups that are apart on both sides are no suggestion', () => {
  const left = neighbours({ few: 3, '': 4 });
  const right = neighbours({ few: 0, '': 0 });
  expect(suggestionsOf(groupOf, left, right, 4)).toEqual([]);
});

test('a group of nearly all items is no suggestion', () => {
  const own = Array<string>(12).fill('own');
  const indices = Int32Array.from({ length: 24 }, (_, at) => (Math.floor(at / 2) + 1 + (at % 2)) % 12);
  const near = { k: 2, indices, distances: new Float32Array(24) };
  expect(suggestionsOf(own, near, near, 2)).toEqual([]);
});

test('at most two groups that both keep are named', () => {
  const same = neighbours({ animals: 4, colours: 3, tools: 4 });
  const found = suggestionsOf(groupOf, same, same, 4);
  expect(found.map(({ kind, group }) => [kind, group])).toEqual([
    ['kept', 'animals'],
    ['kept', 'tools'],
  ]);
});
