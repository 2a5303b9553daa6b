import { expect, test } from 'vitest';
import { defaultLink } from '../../../contract/deepLink.ts';
import { formatLink, parseLink } from '../../../contract/linkText.ts';
import { formatPoles, parsePoles, poleName, poleWords, withWord } from './poles.ts';
import { READY_AXES } from './readyAxes.ts';

test('the words of a pole are parted by commas of either language, each once', () => {
  expect(poleWords(' 他，男人、他, new york ;x')).toEqual(['他', '男人', 'new york', 'x']);
  expect(poleWords(' ，, ')).toEqual([]);
});

test('an axis is read and written as the link has it', () => {
  expect(parsePoles('他,男人~她,女人')).toEqual({ a: ['他', '男人'], b: ['她', '女人'] });
  expect(formatPoles(parsePoles('他， 男人~她'))).toBe('他,男人~她');
  expect(formatPoles({ a: ['x'], b: [] })).toBeNull();
  expect(formatPoles({ a: ['x'.repeat(990)], b: ['y'.repeat(20)] })).toBeNull();
});

test('what is written is what a link carries', () => {
  for (const axis of ['冷~热', 'man,he~woman,she']) {
    const link = formatLink({ ...defaultLink('en'), view: 'analogy', axis });
    expect(parseLink(link, 'en')).toMatchObject({ link: { axis }, problems: [] });
  }
});

test('a word is exchanged where it stands', () => {
  expect(withWord('man,he~woman', 'he', 'she')).toBe('man,she~woman');
  expect(poleName(['a', 'b', 'c', 'd'])).toBe('a · b · c …');
});

test('the ready axes of each language are ones that a link can carry', () => {
  for (const axis of [...READY_AXES.zh, ...READY_AXES.en]) expect(formatPoles(parsePoles(axis))).toBe(axis);
});
