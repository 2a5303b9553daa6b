import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { latest } from './latest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('only the newest value of an interval is passed on', () => {
  const seen: number[] = [];
  const line = latest((value: number) => seen.push(value), 30);
  for (let i = 0; i < 100; i++) line.push(i);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(30);
  line.push(100);
  vi.advanceTimersByTime(29);
  expect(seen).toEqual([99]);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual([99, 100]);
  vi.advanceTimersByTime(1000);
  expect(seen).toEqual([99, 100]);
});

test('what was dropped never comes', () => {
  const seen: number[] = [];
  const line = latest((value: number) => seen.push(value), 30);
  line.push(1);
  line.drop();
  vi.advanceTimersByTime(100);
  line.push(2);
  vi.advanceTimersByTime(30);
  expect(seen).toEqual([2]);
});
