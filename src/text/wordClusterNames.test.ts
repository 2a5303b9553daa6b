import { expect, test } from 'vitest';
import { wordClusterNames } from './wordClusterNames.ts';

/** Rows of length 1 at these angles, in degrees. */
const at = (...angles: number[]) =>
  Float32Array.from(
    angles.flatMap((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]),
  );

test('the word in the middle of its cluster, turned from the others, comes first', () => {
  const words = ['near other', 'middle', 'turned away', 'cold', 'ice'];
  const names = wordClusterNames(words, at(30, 0, -30, 70, 100), 2, Int32Array.of(0, 0, 0, 1, 1), 2);
  expect(names).toEqual([
    ['middle', 'turned away', 'near other'],
    ['ice', 'cold'],
  ]);
});

test('of words alike in form only the best names the cluster', () => {
  const english = ['dog', 'dogs', 'cat', 'Cat', 'horse'];
  expect(wordClusterNames(english, at(0, 1, 3, 4, 6), 2, new Int32Array(5), 1)).toEqual([
    ['cat', 'dogs', 'horse'],
  ]);
  const chinese = ['电话机', '电视机', '茶水', '书包', '毛笔', '黑板', '石头', '火车'];
  const [name] = wordClusterNames(chinese, at(0, 0, 5, 6, 7, 8, 9, 10), 2, new Int32Array(8), 1, 8);
  expect(name).toHaveLength(7);
});

test('a character that the whole cluster shares makes no twins', () => {
  const colours = ['红色', '绿色', '蓝色', '大红', '紫色', '黑色'];
  const [name] = wordClusterNames(colours, at(0, 1, 2, 3, 4, 5), 2, new Int32Array(6), 1, 6);
  expect(name.filter((word) => word.endsWith('色'))).toHaveLength(4);
  expect(name).toContain('大红');
  expect(name).not.toContain('红色');
});

test('words alone name nothing, empty clusters have no name, and numbers that differ are refused', () => {
  expect(wordClusterNames(['a', 'b'], at(0, 9), 2, Int32Array.of(-1, 1), 3)).toEqual([[], ['b'], []]);
  expect(() => wordClusterNames(['a'], at(0, 9), 2, new Int32Array(1), 1)).toThrow(RangeError);
});
