import { describe, expect, test } from 'vitest';
import reference from '../../fixtures/future/agreement.json' with { type: 'json' };
import { finish } from '../vectors/steps.ts';
import { agreementSteps, neighbourSharesSteps, pointAgreements } from './neighbourAgreement.ts';

const data = new Float32Array(Uint8Array.from(Buffer.from(reference.data, 'base64')).buffer);
const nearest = (rows: Float32Array, dim: number, k: number) => finish(neighbourSharesSteps(rows, dim, k));

describe('agreement of neighbours', () => {
  test('is that of the neighbours that scikit-learn finds, point by point', () => {
    expect(reference.cases.length).toBe(4);
    for (const { labels, k, points, mean } of reference.cases) {
      const neighbours = nearest(data, reference.dim, k);
      expect(neighbours.indices.length).toBe(labels.length * k);
      const found = pointAgreements(neighbours, labels);
      points.forEach((value, point) => {
        expect(found[point]).toBeCloseTo(value, 12);
      });
      const { value, low, high } = finish(agreementSteps(neighbours, labels, { seed: 42 }));
      expect(value).toBeCloseTo(mean, 12);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
  });

  test('by chance lies where shuffles by numpy lie, about the share of the label', () => {
    for (const { labels, k, chance, shuffled } of reference.cases) {
      const found = finish(agreementSteps(nearest(data, reference.dim, k), labels, { seed: 42 }));
      expect(Math.abs(found.chance - chance)).toBeLessThan(0.005);
      expect(found.chance).toBeGreaterThan(shuffled[0]);
      expect(found.chance).toBeLessThan(shuffled[1]);
    }
  });

  test('is the same for the same seed, and moves by little for another', () => {
    const [{ labels, k }] = reference.cases;
    const neighbours = nearest(data, reference.dim, k);
    const of = (seed: number) => finish(agreementSteps(neighbours, labels, { seed }));
    expect(of(7)).toEqual(of(7));
    expect(of(8).value).toBe(of(7).value);
    expect(Math.abs(of(8).low - of(7).low)).toBeLessThan(0.02);
  });
});

describe('points at the same distance', () => {
  // one point at the right, three equal ones above, one at the left
  const rows = Float32Array.of(1, 0, 0, 1, 0, 1, 0, 1, -1, 0);

  test('share the room that is left', () => {
    const { from, indices, shares } = nearest(rows, 2, 2);
    expect([...indices.slice(from[0], from[1])]).toEqual([1, 2, 3]);
    expect([...shares.slice(from[0], from[1])]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect([...indices.slice(from[1], from[2])]).toEqual([2, 3]);
  });

  test('so that the order of the points decides nothing', () => {
    const labels = ['a', 'a', 'b', 'b', 'b'];
    const [first] = pointAgreements(nearest(rows, 2, 2), labels);
    expect(first).toBeCloseTo(1 / 3, 12);
    const [again] = pointAgreements(nearest(rows, 2, 2), ['a', 'b', 'b', 'a', 'b']);
    expect(again).toBeCloseTo(1 / 3, 12);
  });
});

test('a point alone, and labels that are not those of the points, are refused', () => {
  expect(() => nearest(Float32Array.of(1, 2), 2, 9)).toThrow(RangeError);
  expect(() => finish(agreementSteps(nearest(data, reference.dim, 5), ['a'], { seed: 1 }))).toThrow(
    RangeError,
  );
});
