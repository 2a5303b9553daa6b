import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLogits } from './nextTokens.ts';

interface Row {
  readonly logits: number[];
  readonly top: number[];
  readonly scores: Record<string, number[]>;
  readonly entropy: number;
}
/** By scipy; fixtures/nextToken/make.py. */
const rows: Row[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../fixtures/nextToken/distributions.json'), 'utf8'),
);

describe.each(rows.map((row, index) => [index, row] as const))('row %i of logits', (_, row) => {
  const logits = Float32Array.from(row.logits);

  test.each(Object.keys(row.scores))('at temperature %s is that of scipy', (temperature) => {
    const { ids, scores, entropy, logits: best } = readLogits(logits, 5, Number(temperature));
    expect(ids).toEqual(row.top);
    expect(best).toEqual(row.top.map((id) => logits[id]));
    for (const [place, score] of scores.entries())
      expect(score).toBeCloseTo(row.scores[temperature][place], 12);
    expect(entropy).toBeCloseTo(row.entropy, 10);
  });

  test('given whole is in order, and sums to 1', () => {
    const { ids, scores } = readLogits(logits, 1000, 1);
    expect([...ids].sort((a, b) => a - b)).toEqual(row.logits.map((_, id) => id));
    for (let place = 1; place < ids.length; place++) {
      const [before, after] = [logits[ids[place - 1]], logits[ids[place]]];
      expect(before > after || (before === after && ids[place - 1] < ids[place])).toBe(true);
    }
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 12);
  });
});

test('a temperature that is none is refused, and nothing is asked for with k = 0', () => {
  const logits = Float32Array.of(1, 2);
  expect(() => readLogits(logits, 1, -0.1)).toThrow(RangeError);
  expect(() => readLogits(logits, 1, Number.NaN)).toThrow(RangeError);
  expect(readLogits(logits, 0, 1).ids).toEqual([]);
});
