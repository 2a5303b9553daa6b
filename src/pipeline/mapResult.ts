import type { Bilingual, Layer, Metric, Pooling, Projector } from '../contract/options.ts';
import type { DeviceReport } from '../models/embeddingModel.ts';
import type { Item } from '../text/item.ts';
import type { VectorSet } from '../vectors/vectorSet.ts';
import type { Note } from './activity.ts';
import type { WorkHooks } from './modelSessions.ts';

/** A group of items, as the data names it. */
export interface Group {
  readonly id: string;
  readonly names: Bilingual;
}

/** The k nearest of each point in the original space, nearest first, the point itself excluded. */
export interface Neighbours {
  readonly k: number;
  /** n × k, row-major. */
  readonly indices: Int32Array;
  readonly distances: Float32Array;
}

/** A finished map: what was shown, how it was made, how far it can be trusted. */
export interface MapResult {
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
  readonly model: string;
  readonly dim: number;
  /** The bundled data's id, `own`, or both joined by `+`. */
  readonly data: string;
  readonly report: DeviceReport;
  readonly pooling: Pooling;
  readonly layer: Layer | null;
  readonly centre: 'none' | 'shown';
  /** n × dims, row-major. */
  readonly coordinates: Float32Array;
  readonly dims: 2 | 3;
  readonly projection: {
    readonly method: Projector;
    readonly engine: string;
    readonly metric: Metric;
    readonly nNeighbors: number;
    readonly minDist: number;
    readonly nEpochs: number;
    readonly seed: number;
  };
  /** Null where there are too few points to say. */
  readonly quality: {
    readonly k: number;
    readonly trustworthiness: number | null;
    readonly continuity: number | null;
  };
  /** For each point, the share of its nearest neighbours that are also nearest on the map, 0 … 1. */
  readonly preservation: Float32Array;
  readonly notes: readonly Note[];
  /** Neighbours in the original space; a precomputed map fetches them when first asked. */
  neighbours(): Promise<Neighbours>;
  /** The raw vectors, never centred, a row for each item; a precomputed map loads its model when first asked. */
  vectors(hooks: WorkHooks): Promise<VectorSet>;
}
