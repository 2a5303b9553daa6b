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
  /** In compare the same item's place on the right map, as many numbers. */
  readonly coordinates2?: readonly number[];
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

/** One number of the scorecard, with the bounds of its 95 % bootstrap interval; null where nothing was sampled. */
interface ExportedMeasure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Pairs, questions, words or texts that were measured. */
  readonly n: number;
  /** Share of the words that a dictionary has, 0 … 1; null for the others. */
  readonly coverage: number | null;
}

/** The `result` of view scorecard: the rows of one language. */
export interface ScorecardExport {
  readonly language: Language;
  readonly seed: number;
  /** Of the last measure, ISO 8601; null where nothing is measured. */
  readonly date: string | null;
  readonly rows: readonly {
    readonly id: string;
    readonly kind: 'static' | 'contextual' | 'table' | 'two-stage' | 'bm25';
    readonly language: Language;
    /** Of two stages the first; of BM25, which has none, the row's id. */
    readonly model: string;
    readonly model2?: string;
    readonly device: ActualDevice;
    readonly layer: Layer | null;
    readonly date: string | null;
    /** Why measures are missing; null where nothing failed. */
    readonly fault: string | null;
    /** A metric that is not measured yet is missing; null: it cannot be had of the row. */
    readonly metrics: Readonly<Record<string, ExportedMeasure | null>>;
  }[];
}

/** An item's nearest on one side, nearest first, by cosine of the vectors as they are compared. */
type NearestExport = readonly { readonly id: string; readonly text: string; readonly score: number }[];

/** The `result` of view compare. The document's own fields are those of the left side. */
export interface CompareExport {
  /** Neighbours that are compared: 10, or fewer where there are fewer items. */
  readonly k: number;
  /** Mean Jaccard index of the k nearest on both sides; null where an item is alone. */
  readonly neighbourOverlap: number | null;
  /** About what neighbours drawn at random would have. */
  readonly chanceOverlap: number;
  /** Linear CKA; null where all vectors of a side are equal. */
  readonly cka: number | null;
  /** Of all pairwise cosines of so many items; null where one side has no spread. */
  readonly correlation: {
    readonly pearson: number | null;
    readonly spearman: number | null;
    readonly items: number;
  };
  /** Mean of the items' `moved`. */
  readonly moved: number;
  readonly align: 'turned' | 'joint';
  /** The right side, as the document's own fields tell of the left one. */
  readonly right: Pick<
    ExportDocument,
    'model' | 'device' | 'pooling' | 'layer' | 'centre' | 'dim' | 'projection' | 'quality'
  >;
  /** In the order of `points`; `moved` in units of the left map's mean distance from its middle. */
  readonly items: readonly {
    readonly id: string;
    readonly overlap: number | null;
    readonly moved: number;
  }[];
  /** Shares of all pairs in equal bins of cosine from `from` to `to`. */
  readonly histograms: {
    readonly from: number;
    readonly to: number;
    readonly left: readonly number[];
    readonly right: readonly number[];
  };
  /** Ids of items worth looking at, and the mean share of their neighbours of the same group, left and right. */
  readonly suggestions: readonly {
    readonly kind: 'split-right' | 'split-left' | 'kept';
    readonly group: string;
    readonly shares: readonly [number, number];
    readonly ids: readonly string[];
  }[];
  /** The item looked at, with its nearest on both sides. */
  readonly picked: {
    readonly id: string;
    readonly left: NearestExport;
    readonly right: NearestExport;
  } | null;
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
