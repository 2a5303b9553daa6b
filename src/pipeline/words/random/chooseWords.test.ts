import { expect, test } from 'vitest';
import type { Item } from '../../../text/item.ts';
import { chooseWords } from './chooseWords.ts';

/** Groups of so many words each, `a1` … of group a. */
function listOf(sizes: Record<string, number>) {
  const groups = Object.keys(sizes).map((id) => ({ id, names: { zh: id, en: id } }));
  const items = groups.flatMap(({ id }) =>
    Array.from(
      { length: sizes[id] },
      (_, at): Item => ({ id: `${id}/${at}`, text: `${id}${at + 1}`, group: id }),
    ),
  );
  return { groups, items };
}
const inOrder = ({ items }: { items: readonly Item[] }) => items.map((_, row) => row);

test('six groups of twenty words, in turns', () => {
  const list = listOf({ a: 25, b: 20, c: 30, d: 20, e: 20, f: 20, g: 20 });
  const { chosen, groups, unknown } = chooseWords(list, inOrder(list));
  expect(groups.map(({ id }) => id).join('')).toBe('abcdef');
  expect(chosen).toHaveLength(120);
  expect(chosen.slice(0, 7).map(({ item }) => item.text)).toEqual(['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'a2']);
  expect(chosen.every(({ item, row }) => list.items[row] === item)).toBe(true);
  expect(unknown).toEqual([]);
});

test('a group with fewer known words is passed over', () => {
  const list = listOf({ a: 21, b: 20, c: 20 });
  const rows = list.items.map(({ text }, row) => (text === 'a1' || text === 'b5' ? -1 : row));
  const { chosen, groups, unknown } = chooseWords(list, rows);
  expect(groups.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(chosen[0].item.text).toBe('a2');
  expect(unknown).toEqual(['a1', 'b5']);
});

test('words that are one row to the model count once, within a group and across groups', () => {
  const list = listOf({ a: 21, b: 21 });
  const rows = list.items.map(({ text }, row) => (text === 'a2' || text === 'b3' ? 0 : row));
  const { chosen, groups } = chooseWords(list, rows);
  expect(groups).toHaveLength(2);
  expect(new Set(chosen.map(({ row }) => row)).size).toBe(40);
  expect(chosen.some(({ item }) => item.text === 'a2' || item.text === 'b3')).toBe(false);
});

test('where the model knows nothing there is nothing, and what it lacks is told', () => {
  const list = listOf({ a: 20, b: 20 });
  const { chosen, groups, unknown } = chooseWords(
    list,
    list.items.map(() => -1),
  );
  expect([chosen, groups]).toEqual([[], []]);
  expect(unknown).toHaveLength(40);
});
