import { expect, test } from 'vitest';
import { tokenWindow } from './tokenWindow.ts';

test('a short sentence is shown whole', () => {
  expect(tokenWindow(0, { from: 0, to: 0 })).toEqual({ from: 0, to: 0 });
  expect(tokenWindow(56, { from: 3, to: 5 })).toEqual({ from: 0, to: 56 });
});

test('a long one around the averaged tokens, and an end is not hidden for a few tokens', () => {
  expect(tokenWindow(512, { from: 255, to: 257 })).toEqual({ from: 241, to: 271 });
  expect(tokenWindow(512, { from: 1, to: 3 })).toEqual({ from: 0, to: 17 });
  expect(tokenWindow(512, { from: 17, to: 18 })).toEqual({ from: 0, to: 32 });
  expect(tokenWindow(512, { from: 18, to: 19 })).toEqual({ from: 4, to: 33 });
  expect(tokenWindow(512, { from: 495, to: 496 })).toEqual({ from: 481, to: 512 });
});
