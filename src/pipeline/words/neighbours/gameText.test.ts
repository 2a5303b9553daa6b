import { expect, test } from 'vitest';
import { formatGame, parseGame } from './gameText.ts';

test('the ends of a game, and the words gone to', () => {
  expect(parseGame('牛奶~老师')).toEqual({ path: ['牛奶'], goal: '老师' });
  expect(parseGame('milk, dairy,farm ~ teacher')).toEqual({
    path: ['milk', 'dairy', 'farm'],
    goal: 'teacher',
  });
  expect(parseGame('牛奶，乳、~老师')).toEqual({ path: ['牛奶', '乳'], goal: '老师' });
});

test('what is written is read again', () => {
  const game = { path: ['ice cream', 'milk'], goal: 'new york' };
  expect(parseGame(formatGame(game))).toEqual(game);
});
