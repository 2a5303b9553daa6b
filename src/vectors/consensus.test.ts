import { expect, test } from 'vitest';
import reference from '../../fixtures/senses/cuts.json' with { type: 'json' };
import { consensus } from './consensus.ts';
import { seededRandom } from './random.ts';

const agree = (labellings: readonly (readonly number[])[], k: number, more = {}) =>
  consensus(
    labellings.map((labels) => Int32Array.from(labels)),
    { k, random: seededRandom(1), ...more },
  );

/** The partition, numbered by first members. */
function partition(labels: Iterable<number>): number[] {
  const order: number[] = [];
  return Array.from(labels, (label) => {
    const known = order.indexOf(label);
    return known >= 0 ? known : order.push(label) - 1;
  });
}

test.each(reference.votes)(
  'the consensus is that of scikit-learn on indicators: $k clusters',
  ({ k, labellings, labels }) => {
    expect(partition(agree(labellings, k))).toEqual(partition(labels));
  },
);

test('what all agree on is the consensus, whatever they call the clusters', () => {
  const labels = [0, 0, 0, 1, 1, 2, 2, 2, 2];
  const renamed = labels.map((label) => 7 - 3 * label);
  expect(partition(agree([labels, renamed, labels], 3))).toEqual(labels);
  expect(partition(agree([labels], 3, { evenness: 0.1 }))).toEqual(labels);
});

test('the many outvote the few, point by point', () => {
  const labellings = [
    [0, 0, 0, 0, 1, 1, 1, 1],
    [1, 1, 1, 1, 0, 0, 0, 0],
    [0, 0, 0, 1, 1, 1, 1, 1],
    [0, 0, 0, 0, 0, 1, 1, 1],
    [0, 1, 0, 1, 0, 1, 0, 1],
  ];
  expect(partition(agree(labellings, 2))).toEqual(labellings[0]);
});

test('votes that say nothing, or that split too finely, do no harm', () => {
  const labels = [0, 0, 0, 1, 1, 1];
  const all = Array(6).fill(0);
  const each = [0, 1, 2, 3, 4, 5];
  expect(partition(agree([all, labels, each], 2))).toEqual(labels);
});

test('k clusters come out, though the votes have fewer or each point its own', () => {
  expect(new Set(agree([[0, 0, 0, 0]], 3)).size).toBe(3);
  expect(partition(agree([[0, 1, 2, 3]], 4))).toEqual([0, 1, 2, 3]);
  expect(agree([[0, 1, 2, 3]], 1)).toEqual(new Int32Array(4));
  expect(agree([[4]], 1)).toEqual(new Int32Array(1));
});

test('a liking for even sizes settles what the votes leave open', () => {
  const open = [
    [0, 0, 0, 0, 0, 1],
    [0, 0, 0, 0, 0, 1],
    [0, 0, 0, 1, 1, 1],
  ];
  const size = (labels: Int32Array) => labels.filter((label) => label === labels[0]).length;
  expect(size(agree(open, 2))).toBe(5);
  expect(size(agree(open, 2, { evenness: 2 }))).toBe(3);
});

test('the same seed gives the same consensus', () => {
  const { k, labellings } = reference.votes[2];
  expect(agree(labellings, k, { evenness: 0.1 })).toEqual(agree(labellings, k, { evenness: 0.1 }));
});

test('no labelling, or labellings of different points, are refused', () => {
  expect(() => agree([], 2)).toThrow(RangeError);
  expect(() => agree([[0, 1], [0]], 2)).toThrow(RangeError);
});
