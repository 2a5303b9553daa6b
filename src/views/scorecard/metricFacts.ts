import type { Metric } from '../../pipeline/scorecard/scoreRow.ts';

interface MetricFacts {
  /** Which end is good; null: neither, a number that only describes. */
  readonly better: 'higher' | 'lower' | null;
  /** How it is written: a score with two decimals, a share in percent, or with a unit. */
  readonly unit: 'score' | 'percent' | 'rate' | 'milliseconds' | 'bytes' | 'count';
  /** It is known for sure, or to the byte: no interval is needed to call it best. */
  readonly exact: boolean;
}

const score = { better: 'higher', unit: 'score', exact: false } as const;

/** How each column is read. */
export const METRIC_FACTS: Readonly<Record<Metric, MetricFacts>> = {
  words: score,
  sentences: score,
  analogy: { better: 'higher', unit: 'percent', exact: false },
  clusters: score,
  senses: score,
  ndcg: score,
  recall: score,
  throughput: { better: 'higher', unit: 'rate', exact: false },
  latency: { better: 'lower', unit: 'milliseconds', exact: false },
  download: { better: 'lower', unit: 'bytes', exact: true },
  memory: { better: 'lower', unit: 'bytes', exact: true },
  dim: { better: null, unit: 'count', exact: true },
};

/** The metrics that say how good a row is, not how dear: what the chart can show against speed. */
export const QUALITY_METRICS = [
  'words',
  'sentences',
  'analogy',
  'clusters',
  'senses',
  'ndcg',
  'recall',
] as const satisfies readonly Metric[];
export type QualityMetric = (typeof QUALITY_METRICS)[number];
