import { expect, test } from 'vitest';
import { FADED, HIDDEN, SHOWN } from '../../scene/mapProps.ts';
import { groupCaptions } from './captions.ts';
import { groupRows, pointMarks, pointVisibility } from './groupMarks.ts';

const names = { zh: '甲', en: 'A' };
const groups = [
  { id: 'a', names },
  { id: 'b', names: { zh: '乙', en: 'B' } },
];
const items = ['a', 'b', 'b', '', 'a', 'a'].map((group, i) => ({ id: `${i}`, text: `${i}`, group }));

const grouping = { kind: 'given', groups, rows: groupRows(items, groups) } as const;

test('points look like their group, and groups differ', () => {
  const { rows } = grouping;
  expect([...rows]).toEqual([0, 1, 1, -1, 0, 0]);
  const { colours, shapes } = pointMarks(rows, 2, 'dark');
  const look = (i: number) => [...colours.subarray(i * 3, i * 3 + 3), shapes[i]];
  expect(look(1)).toEqual(look(2));
  expect(look(0)).not.toEqual(look(1));
});

test('hidden groups vanish, and what is outside a region fades', () => {
  expect([...pointVisibility(grouping, new Set(['b']), [])]).toEqual([
    SHOWN,
    HIDDEN,
    HIDDEN,
    SHOWN,
    SHOWN,
    SHOWN,
  ]);
  expect([...pointVisibility(grouping, new Set(['b']), [1, 3])]).toEqual([
    FADED,
    HIDDEN,
    HIDDEN,
    SHOWN,
    FADED,
    FADED,
  ]);
});

test('a name stands over the median of its group, where that has three points', () => {
  const coordinates = Float32Array.of(0, 0, 9, 9, 9, 9, 5, 5, 1, 2, 100, 1);
  const frame = { items, groups, coordinates, dims: 2 as const };
  const captions = groupCaptions(frame, grouping, new Set(), 'dark', 'zh');
  expect(captions.map(({ text, at }) => ({ text, at }))).toEqual([{ text: '甲', at: [1, 1] }]);
  expect(groupCaptions(frame, grouping, new Set(['a']), 'dark', 'zh')).toEqual([]);
});
