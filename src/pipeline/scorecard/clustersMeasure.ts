import { bootstrapInterval } from '../../evaluation/bootstrap.ts';
import { directionsFromMean } from '../../vectors/directionsFromMean.ts';
import { lloydKMeansSteps } from '../../vectors/lloyd.ts';
import { seededRandom } from '../../vectors/random.ts';
import { finish } from '../../vectors/steps.ts';
import { coverageOf, gathered, type TextVectors } from './measures.ts';
import type { Measure } from './scoreRow.ts';
import type { ScoreSets } from './scoreSets.ts';

/**
 * How far k-means (as many clusters as groups, on directions from the mean) finds the groups again: normalised mutual
 * information over the words that have a vector. The clustering is made once; the interval draws its words. Words
 * drawn twice agree with themselves, so every draw tells a little more than the words do: the interval is moved by
 * what the median of the draws exceeds the value.
 */
export function clustersMeasure(
  vectors: TextVectors,
  groups: ScoreSets['groups'],
  seed: number,
): Measure | null {
  const { dim, missing } = vectors;
  const members = groups
    .flatMap((rows, group) => rows.map((row) => ({ row, group })))
    .filter(({ row }) => !missing[row]);
  if (members.length < groups.length) return null;
  const rows = gathered(
    vectors,
    members.map(({ row }) => row),
  );
  const { labels } = finish(
    lloydKMeansSteps(directionsFromMean(rows, dim), dim, { k: groups.length, random: seededRandom(seed) }),
  );
  const cells = Int32Array.from(members, ({ group }, place) => group * groups.length + labels[place]);
  const values: number[] = [];
  const interval = bootstrapInterval(
    cells,
    (drawn) => {
      const value = informationOf(cells, drawn, groups.length);
      values.push(value);
      return value;
    },
    { seed },
  );
  if (!interval) return null;
  const draws = values.slice(1).sort((a, b) => a - b);
  const excess = (draws[(draws.length - 1) >> 1] + draws[draws.length >> 1]) / 2 - interval.value;
  return {
    value: interval.value,
    low: interval.low - excess,
    high: Math.min(1, interval.high - excess),
    n: members.length,
    coverage: coverageOf(vectors, new Set(groups.flat())),
  };
}

/**
 * `normalizedMutualInformation` of two labellings 0 … k − 1, given as cells (k × the one + the other), over drawn rows:
 * counted in arrays, since it is asked a thousand times.
 */
export function informationOf(cells: Int32Array, drawn: Int32Array, k: number): number {
  const counts = new Float64Array(k * k);
  const rows = new Float64Array(k);
  const columns = new Float64Array(k);
  for (const place of drawn) {
    const cell = cells[place];
    counts[cell]++;
    rows[Math.floor(cell / k)]++;
    columns[cell % k]++;
  }
  const n = drawn.length;
  let mutual = 0;
  for (let row = 0, cell = 0; row < k; row++) {
    for (let column = 0; column < k; column++, cell++) {
      if (counts[cell] === 0) continue;
      mutual += (counts[cell] / n) * Math.log((counts[cell] * n) / (rows[row] * columns[column]));
    }
  }
  const entropies = entropy(rows, n) + entropy(columns, n);
  if (entropies === 0) return 1;
  return mutual <= Number.EPSILON ? 0 : mutual / (entropies / 2);
}

function entropy(sizes: Float64Array, n: number): number {
  let sum = 0;
  for (const size of sizes) if (size > 0) sum -= (size / n) * Math.log(size / n);
  return sum;
}
