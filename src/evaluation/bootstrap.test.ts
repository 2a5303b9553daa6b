import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { bootstrapInterval, bootstrapSteps, type Interval } from './bootstrap.ts';
import { spearman } from './rankCorrelation.ts';

const { means, spearman: pairs } = reference.bootstrap;

function expectNear(found: Interval | null, { value, low, high }: Interval) {
  if (!found) throw new Error('no interval');
  expect(Math.abs(found.value - value)).toBeLessThan(1e-9);
  expect(Math.abs(found.low - low)).toBeLessThan(1e-9);
  expect(Math.abs(found.high - high)).toBeLessThan(1e-9);
}

test('of a mean the interval is numpy.percentile of the same draws', () => {
  for (const { values, seed, resamples, level, ...interval } of means) {
    expectNear(bootstrapInterval(values, 'mean', { seed, resamples, level }), interval);
  }
});

test('a thousand draws and 95% need not be asked for', () => {
  const { values, seed, ...interval } = means[0];
  expectNear(bootstrapInterval(values, 'mean', { seed }), interval);
});

test('a correlation is measured on drawn pairs', () => {
  const { grades, scores, seed, ...interval } = pairs;
  const pick = (values: readonly number[], rows: Int32Array) => Array.from(rows, (row) => values[row]);
  const measure = (rows: Int32Array) => spearman(pick(grades, rows), pick(scores, rows));
  expectNear(bootstrapInterval(grades, measure, { seed }), interval);
});

test('the same seed repeats exactly, another does not', () => {
  const { values } = means[0];
  const first = bootstrapInterval(values, 'mean', { seed: 1 });
  expect(bootstrapInterval(values, 'mean', { seed: 1 })).toEqual(first);
  expect(bootstrapInterval(values, 'mean', { seed: 2 })).not.toEqual(first);
});

test('draws without a value are left out', () => {
  // of two rows a quarter of the draws repeat the first, a quarter the second
  const measure = (rows: Int32Array) => (rows[0] === rows[1] ? null : rows[0]);
  const interval = bootstrapInterval([0, 0], measure, { seed: 3 });
  expect(interval).toEqual({ value: 0, low: 0, high: 1 });
  expect(bootstrapInterval([0], (rows) => rows[0], { seed: 3 })).toEqual({ value: 0, low: 0, high: 0 });
});

test('nothing to measure has no interval', () => {
  expect(bootstrapInterval([], 'mean', { seed: 1 })).toBeNull();
  expect(bootstrapInterval([1, 2], () => null, { seed: 1 })).toBeNull();
});

test('each draw is a step, so that a long statistic can be stopped', () => {
  expect([...bootstrapSteps([1, 2], 'mean', { seed: 1, resamples: 7 })].at(-1)).toEqual({
    done: 7,
    total: 7,
  });
});
