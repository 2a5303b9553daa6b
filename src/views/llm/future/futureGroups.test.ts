import { describe, expect, test } from 'vitest';
import { futureColour, futureGroups, strewnGroups, tokenName } from './futureGroups.ts';

const beginning = (says: string, next: string) => ({
  id: `${says}${next}`,
  text: '',
  says,
  next: '',
  top: [{ id: 0, text: next, score: 1, logit: 0 }],
});
const names = { zh: '猫', en: 'cats' };
const answer = {
  says: [{ id: 'cats', names }],
  beginnings: [
    beginning('cats', ' to'),
    beginning('cats', ' of'),
    beginning('', ' of'),
    ...Array.from({ length: 13 }, (_, index) => beginning('', `${index}`)),
  ],
};

describe('the groups of beginnings', () => {
  test('by what comes next: the most frequent tokens, and the rarest have none', () => {
    const { groups, rows } = futureGroups(answer, 'next');
    expect(groups.length).toBe(12);
    expect(groups.slice(0, 3).map(({ id }) => id)).toEqual([' of', ' to', '0']);
    expect(groups[0].names).toEqual({ zh: 'of', en: 'of' });
    expect([...rows].filter((row) => row < 0).length).toBe(3);
  });

  test('by what was said: the topics, of which a person’s own have none', () => {
    const { groups, rows } = futureGroups(answer, 'says');
    expect(groups).toBe(answer.says);
    expect([...rows.slice(0, 4)]).toEqual([0, 0, -1, -1]);
  });

  test('a link that says nothing asks for what comes next', () => {
    expect([null, 'found', 'given'].map((colour) => futureColour(colour as never))).toEqual([
      'next',
      'next',
      'says',
    ]);
  });

  test('a token of white space has a name', () => {
    expect([' of', '\n', '  '].map(tokenName)).toEqual(['of', '⏎', '··']);
  });
});

test('a group that is strewn about is told from one that lies together', () => {
  const groups = [
    { id: 'near', names },
    { id: 'far', names },
  ];
  const coordinates = Float32Array.of(0, 0, 0.1, 0, 0, 0.1, 9, 9, -9, 9, 0, -9);
  const rows = Int32Array.of(0, 0, 0, 1, 1, 1);
  expect([...strewnGroups(coordinates, 2, { groups, rows })]).toEqual(['far']);
});
