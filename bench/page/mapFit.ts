/** Vectors and what is asked of whoever lays them out; what is left out is each side's own default. */
export interface FitInput {
  /** Rows of length 1, n × dim. */
  readonly data: Float32Array<ArrayBuffer>;
  readonly dim: number;
  readonly dims: 2 | 3;
  readonly metric?: 'cosine' | 'euclidean';
  readonly nNeighbors?: number;
  readonly minDist?: number;
  readonly nEpochs?: number;
  readonly seed: number;
}

/** A map and the neighbours that it was made from. */
export interface MadeMap {
  /** n × dims. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  /** n × k, row-major; the point itself may be among them. */
  readonly neighbours: Int32Array<ArrayBuffer>;
  readonly nEpochs: number;
  /** Milliseconds in the worker until the first epoch could begin. */
  readonly neighboursMs: number;
}

/** What the worker with the other libraries' UMAP can be asked. */
export interface PeerFits {
  'umap-js': { params: FitInput; result: MadeMap; progress: never };
  'embedding-atlas': { params: FitInput; result: MadeMap; progress: never };
}
