import type { Dims } from '../contract/options.ts';
import { gramSteps } from '../vectors/gram.ts';
import { meanRow } from '../vectors/mean.ts';
import { finish, type Steps } from '../vectors/steps.ts';
import { largestEigenpairs } from '../vectors/symmetricEigen.ts';

export interface Pca {
  /** n × dims, row-major: the centred vectors along the components. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  /** dims × dim, row-major: unit directions; zeros for a component that the data do not have. */
  readonly components: Float64Array<ArrayBuffer>;
  /** The mean vector, dim numbers. */
  readonly mean: Float64Array<ArrayBuffer>;
  /** Share of the total variance along each component, 0 … 1; zeros where all vectors are equal. */
  readonly explainedVarianceRatio: Float64Array<ArrayBuffer>;
}

/** Variance below this share of the largest is rounding, not data: double precision leaves about 1e-16. */
const NO_VARIANCE = 1e-14;

/**
 * Principal components of n validated vectors, as scikit-learn 1.9's PCA: centred, not scaled, the sign such that
 * the entry of largest magnitude of a component is positive (svd_flip with u_based_decision=False). By the
 * scatter or the Gram matrix, whichever is smaller. Deterministic. Where there are fewer components than
 * `dims`, the other coordinates are 0.
 */
export function* pcaSteps(data: Float32Array, dim: number, dims: Dims): Steps<Pca> {
  const n = data.length / dim;
  const mean = meanRow(data, dim);
  const side = n < dim ? 'rows' : 'columns';
  const m = Math.min(n, dim);
  const components = new Float64Array(dims * dim);
  const explainedVarianceRatio = new Float64Array(dims);
  const gram = yield* gramSteps(data, dim, mean, side);
  let variance = 0;
  for (let i = 0; i < m; i++) variance += gram[i * m + i];
  const found = Math.min(dims, m);
  if (variance > 0 && found > 0) {
    const { values, vectors } = yield* largestEigenpairs(gram, m, found);
    for (let c = 0; c < found; c++) {
      if (!(values[c] > NO_VARIANCE * values[0])) break;
      const component = components.subarray(c * dim, (c + 1) * dim);
      const vector = vectors.subarray(c * m, (c + 1) * m);
      if (side === 'columns') component.set(vector);
      else combineRows(data, mean, vector, component);
      unitWithSign(component);
      explainedVarianceRatio[c] = values[c] / variance;
    }
  }
  return {
    coordinates: alongComponents(data, mean, components, dims),
    components,
    mean,
    explainedVarianceRatio,
  };
}

/** `pcaSteps` at one go. */
export function pca(data: Float32Array, dim: number, dims: Dims): Pca {
  return finish(pcaSteps(data, dim, dims));
}

/** Writes the sum of the centred rows, each times its weight, to `result`. */
function combineRows(data: Float32Array, mean: Float64Array, weights: Float64Array, result: Float64Array) {
  const dim = result.length;
  for (let row = 0; row < weights.length; row++) {
    for (let d = 0; d < dim; d++) result[d] += weights[row] * (data[row * dim + d] - mean[d]);
  }
}

/** Scales a vector to length 1 with its first entry of largest magnitude positive. */
function unitWithSign(vector: Float64Array): void {
  let squares = 0;
  let largest = 0;
  for (const value of vector) {
    squares += value * value;
    if (Math.abs(value) > Math.abs(largest)) largest = value;
  }
  const scale = Math.sign(largest) / Math.sqrt(squares);
  for (let d = 0; d < vector.length; d++) vector[d] *= scale;
}

/** n × dims: each vector, less the mean, along the first `dims` components. */
export function alongComponents(
  data: Float32Array,
  mean: Float64Array,
  components: Float64Array,
  dims: Dims,
): Float32Array<ArrayBuffer> {
  const dim = mean.length;
  const n = data.length / dim;
  const coordinates = new Float32Array(n * dims);
  for (let row = 0; row < n; row++) {
    for (let c = 0; c < dims; c++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += (data[row * dim + d] - mean[d]) * components[c * dim + d];
      coordinates[row * dims + c] = sum;
    }
  }
  return coordinates;
}
