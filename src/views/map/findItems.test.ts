import { expect, test } from 'vitest';
import type { Item } from '../../text/item.ts';
import { findItems } from './findItems.ts';

const items: Item[] = [
  { id: 'a', text: 'Spain', group: '' },
  { id: 'b', text: 'pain', group: '' },
  { id: 'c', text: 'painter', group: '' },
  { id: 'd', text: 'bank', group: '', sentence: 'No pain at the bank.', start: 15, end: 19 },
];
const found = (query: string) => findItems(items, query).map(({ index }) => index);

test('whole matches first, then beginnings, then anywhere, then sentences', () => {
  expect(found('PAIN')).toEqual([1, 2, 0, 3]);
});

test('nothing typed, nothing found', () => {
  expect(found('  ')).toEqual([]);
  expect(found('zebra')).toEqual([]);
});

test('no more hits than are shown', () => {
  const many = Array.from({ length: 50 }, (_, i): Item => ({ id: `${i}`, text: `x${i}`, group: '' }));
  expect(findItems(many, 'x')).toHaveLength(8);
});
