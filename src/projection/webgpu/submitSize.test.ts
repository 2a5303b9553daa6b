import { expect, test } from 'vitest';
import { SubmitSize } from './submitSize.ts';

test('begins with one piece and at most doubles', () => {
  const size = new SubmitSize(100);
  const seen = [];
  for (let i = 0; i < 9; i++) {
    seen.push(size.pieces);
    size.took(size.pieces, 0);
  }
  expect(seen).toEqual([1, 2, 4, 8, 16, 32, 64, 100, 100]);
});

test('shrinks at once where a submit took too long, but not below one piece', () => {
  const size = new SubmitSize(64);
  for (let i = 0; i < 6; i++) size.took(size.pieces, 1);
  size.took(32, 64);
  expect(size.pieces).toBe(10);
  size.took(10, 10_000);
  expect(size.pieces).toBe(1);
});
