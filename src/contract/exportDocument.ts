import type { ActualDevice, Language, Layer, Metric, Pooling, Projector } from './options.ts';

export interface ExportedPoint {
  readonly id: string;
  readonly text: string;
  /** The group that was given, '' for none. */
  readonly group: string;
  /** The cluster that was found. */
  readonly cluster?: string;
  readonly sentence?: string;
  /** UTF-16 units: `text === sentence.slice(start, end)`. */
  readonly start?: number;
  readonly end?: number;
  /** 2 or 3 numbers. */
  readonly coordinates: readonly number[];
}

/** The `result` of view context. Silhouettes are means on cosine distance, of the vectors as they are shown. */
export interface LabExport {
  /** n × n cosine similarities of the raw vectors at the layer shown, in the order of `points`. */
  readonly similarity: readonly (readonly number[])[];
  /** Null where fewer than two senses, or only senses of one occurrence, leave nothing to measure. */
  readonly layers: readonly {
    readonly layer: Layer;
    readonly silhouetteGiven: number | null;
    readonly silhouetteFound: number | null;
    readonly ari: number | null;
  }[];
  /** The layer of the highest `silhouetteGiven`; it only describes. */
  readonly bestLayer: Layer | null;
}

/** The `result` of view analogy: the answers, best first by score, and what else its face shows. */
export interface WordsExport {
  /** Cosine of unit vectors (3CosAdd), and 3CosMul; [] where the face asks no such question. */
  readonly candidates: readonly {
    readonly text: string;
    readonly score: number;
    readonly scoreMul: number;
  }[];
  readonly face: string;
  /** Which words the answers were looked for among. */
  readonly words: {
    readonly kind: 'dictionary' | 'list';
    readonly count: number;
    readonly languages: readonly Language[];
  };
}

/** The `result` of view map where clusters are shown. */
export interface ClustersExport {
  readonly method: 'k-means' | 'density';
  readonly k: number;
  /** Of each point its cluster; −1: it stands alone. */
  readonly labels: readonly number[];
  /** Of each cluster the words that set it apart. */
  readonly names: readonly (readonly string[])[];
  /** Of each cluster the given group that most of its words have, and its share. */
  readonly dominant: readonly ({ readonly group: string; readonly share: number } | null)[];
  /** Agreement with the given groups, as scikit-learn's; null where there are none. */
  readonly ari: number | null;
  readonly nmi: number | null;
}

/** What `export-json` downloads: one schema for all views. */
export interface ExportDocument {
  readonly format: 'embedding-explorer@1';
  readonly view: string;
  readonly lang: Language;
  readonly model: string;
  readonly model2?: string;
  readonly device: ActualDevice;
  readonly pooling: Pooling;
  /** null for a static model, which has none. */
  readonly layer: Layer | null;
  readonly centre: 'none' | 'shown';
  /** Numbers in a vector of the model. */
  readonly dim: number;
  /** A bundled data set's id, `own`, or both joined by `+`. */
  readonly data: string;
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
  readonly points: readonly ExportedPoint[];
}
