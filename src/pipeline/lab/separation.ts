import type { Metric } from '../../contract/options.ts';
import { adjustedRandIndex } from '../../evaluation/adjustedRandIndex.ts';
import { cosineSilhouette } from '../../evaluation/silhouette.ts';
import type { MeasuredQuality, Quality } from '../../projection/quality.ts';
import { qualityNeighbours, qualitySteps } from '../../projection/quality.ts';
import { knnSteps } from '../../vectors/knn.ts';
import { centreRows } from '../../vectors/mean.ts';
import { unitRows } from '../../vectors/normalise.ts';
import { findSenses } from '../../vectors/senses.ts';
import { finish } from '../../vectors/steps.ts';

/** How the senses of a word stand apart at one layer. */
export interface Separation {
  /** The sense found for each occurrence: 0 … k − 1, the largest first. */
  readonly labels: Int32Array<ArrayBuffer>;
  readonly k: number;
  /** Mean silhouette on cosine distance by the given senses, and by those found; null where there is but one. */
  readonly silhouetteGiven: number | null;
  readonly silhouetteFound: number | null;
  /** Adjusted Rand index of the senses found with those given; null where fewer than two senses are given. */
  readonly ari: number | null;
}

export interface SeparationQuestion {
  /** For each layer n × dim, row-major, as the model gave them. */
  readonly layers: readonly Float32Array<ArrayBuffer>[];
  readonly dim: number;
  /** For each occurrence the number of its given sense, −1 for none. */
  readonly given: Int32Array<ArrayBuffer>;
  readonly centre: 'none' | 'shown';
  /** null: found. */
  readonly k: number | null;
  readonly seed: number;
}

/** The vectors of a layer as they are shown: as they are, or with the mean of what is shown removed. */
export function shownRows(
  data: Float32Array<ArrayBuffer>,
  dim: number,
  centre: 'none' | 'shown',
): Float32Array<ArrayBuffer> {
  return centre === 'shown' ? centreRows(data, dim) : data;
}

/** How the senses stand apart at one layer, of the vectors as they are shown. */
export function separateLayer(
  data: Float32Array<ArrayBuffer>,
  { dim, given, centre, k, seed }: Omit<SeparationQuestion, 'layers'>,
): Separation {
  const shown = shownRows(data, dim, centre);
  // it takes the mean off by itself, once every vector has length 1
  const found = findSenses(data, dim, { k, seed });
  const several = new Set(given.filter((sense) => sense >= 0)).size > 1;
  return {
    ...found,
    silhouetteGiven: several ? cosineSilhouette(shown, dim, given) : null,
    silhouetteFound: cosineSilhouette(shown, dim, found.labels),
    ari: several ? adjustedRandIndex(given, found.labels) : null,
  };
}

export interface QualityQuestion {
  /** n × dim: the vectors as they are shown. */
  readonly data: Float32Array<ArrayBuffer>;
  readonly dim: number;
  readonly metric: Metric;
  /** n × dims. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly dims: number;
  readonly seed: number;
}

/** How far the picture of one layer can be trusted. */
export function qualityOf(question: QualityQuestion): Quality {
  return measuredQuality(question).quality;
}

/** The same, with how much of each point's neighbourhood is kept. */
export function measuredQuality(question: QualityQuestion): MeasuredQuality {
  const { data, dim, metric } = question;
  const neighbours = finish(knnSteps(data, dim, Math.max(1, qualityNeighbours(data.length / dim)), metric));
  return finish(qualitySteps({ ...question, neighbours }));
}

/** All cosine similarities of n rows, n × n, row-major, exactly 1 on the diagonal. */
export function similarityMatrix(data: Float32Array<ArrayBuffer>, dim: number): Float32Array<ArrayBuffer> {
  const unit = unitRows(data, dim);
  const n = data.length / dim;
  const similarity = new Float32Array(n * n);
  for (let a = 0; a < n; a++) {
    similarity[a * n + a] = 1;
    for (let b = a + 1; b < n; b++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += unit[a * dim + d] * unit[b * dim + d];
      const value = Math.max(-1, Math.min(1, sum));
      similarity[a * n + b] = value;
      similarity[b * n + a] = value;
    }
  }
  return similarity;
}
