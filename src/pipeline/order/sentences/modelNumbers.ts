import type { ModelId } from '../../../contract/deepLink.ts';
import { bootstrapInterval } from '../../../evaluation/bootstrap.ts';
import { type ParaphraseStatistics, paraphraseScores } from '../../../evaluation/paraphraseScores.ts';
import type { GivenSentences } from './givenSentences.ts';
import type { BestModel, CosineSpread, ModelNumbers } from './sentencesAnswer.ts';

/** The intervals of the same sentences are drawn alike for all models. */
const SEED = 42;

/** What the n × n cosines of all sentences say; `statistics` where paraphrases are measured, else null. */
export function modelNumbers(
  { lines, groups, own }: GivenSentences,
  similarity: Float32Array,
  missing: ReadonlySet<number>,
  statistics: ParaphraseStatistics | null,
): ModelNumbers {
  const n = lines.length;
  const cosineOf = (a: number, b: number) =>
    missing.has(a) || missing.has(b) ? null : similarity[a * n + b];
  const scores =
    statistics && paraphraseScores(statistics, new Set(lines.map(({ group }) => group)).size, { seed: SEED });
  const misses = lines.flatMap(({ group, near }, line) => {
    const nearest = statistics?.nearest[line] ?? -1;
    if (near || nearest < 0) return [];
    const { group: theirs, near: isNear } = lines[nearest];
    return theirs === group && !isNear ? [] : [{ line, nearest, cosine: similarity[line * n + nearest] }];
  });
  return {
    cosines: groups.map(({ rows }) => rows.flatMap((a) => rows.map((b) => cosineOf(a, b)))),
    spread: spreadOf(
      lines.flatMap(({ group, near }, b) =>
        lines.slice(0, b).flatMap((other, a) => {
          if (!own && (near || other.near || group === other.group)) return [];
          return cosineOf(a, b) ?? [];
        }),
      ),
      own ? 'all' : 'other',
    ),
    scores,
    misses,
  };
}

/** The mean, deviation and percentiles of cosines; null where there are fewer than two. */
export function spreadOf(cosines: readonly number[], of: CosineSpread['of']): CosineSpread | null {
  const pairs = cosines.length;
  if (pairs < 2) return null;
  const mean = cosines.reduce((sum, value) => sum + value, 0) / pairs;
  const sd = Math.sqrt(cosines.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pairs);
  const sorted = Float64Array.from(cosines).sort();
  const percentiles = Array.from({ length: 101 }, (_, percent) => {
    const place = (percent / 100) * (pairs - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, pairs - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  });
  return { of, pairs, mean, sd, percentiles };
}

/** The model with the highest AUC, and how far behind the others are; null where fewer than two have one. */
export function bestOf(
  models: readonly { readonly model: ModelId; readonly statistics: ParaphraseStatistics }[],
  groups: number,
): BestModel | null {
  const items = new Uint8Array(groups);
  const measured = models.flatMap(({ model, statistics }) => {
    const auc = bootstrapInterval(items, statistics.auc, { seed: SEED });
    return auc ? [{ model, statistics, auc }] : [];
  });
  if (measured.length < 2) return null;
  const [best, ...rest] = measured.sort((a, b) => b.auc.value - a.auc.value);
  return {
    model: best.model,
    auc: best.auc,
    behind: rest.flatMap(({ model, statistics }) => {
      const difference = bootstrapInterval(
        items,
        (rows) => {
          const [first, second] = [best.statistics.auc(rows), statistics.auc(rows)];
          return first === null || second === null ? null : first - second;
        },
        { seed: SEED },
      );
      return difference ? [{ model, difference }] : [];
    }),
  };
}
