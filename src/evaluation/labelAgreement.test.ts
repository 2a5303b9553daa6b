import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import { meanLabelAgreement } from './labelAgreement.ts';

test('equals numpy on the reference neighbours', () => {
  const { cosine, labels, labelAgreement } = reference.tall;
  expect(meanLabelAgreement(cosine.indices, 15, labels)).toBeCloseTo(labelAgreement, 12);
});

test('counts only labelled points, and fewer neighbours where there are fewer', () => {
  const indices = Int32Array.of(1, 2, 0, 2, 0, 1);
  expect(meanLabelAgreement(indices, 2, ['a', 'a', 'b'])).toBeCloseTo((0.5 + 0.5 + 0) / 3, 15);
  expect(meanLabelAgreement(indices, 2, ['a', 'a', ''])).toBe(0.5);
  expect(meanLabelAgreement(indices, 2, ['a', 'a', 'b'], 1)).toBeCloseTo(2 / 3, 15);
  expect(meanLabelAgreement(indices, 2, ['', '', ''])).toBeNaN();
  expect(meanLabelAgreement(new Int32Array(0), 0, ['a'])).toBeNaN();
});
