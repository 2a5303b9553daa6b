import type { ExportDocument } from '../../contract/exportDocument.ts';
import type { Neighbours } from '../../vectors/nearestLists.ts';
import type { Note } from '../activity.ts';
import type { MapResult } from '../mapResult.ts';
import type { ComparisonRequest } from './comparisonRequest.ts';

/** What one side makes of the items: those that both sides have a vector for, in one order. */
export interface ComparedSide
  extends Pick<MapResult, 'model' | 'report' | 'layer' | 'pooling' | 'centre' | 'dim'> {
  /** n × dim, raw, never centred. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /** n × dims; of the right side as laid beside the left. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly projection: ExportDocument['projection'];
  readonly quality: ExportDocument['quality'];
  /** In the original space, by cosine of the vectors as they are compared: k ≥ 10 where there are so many. */
  readonly neighbours: Neighbours;
  /** Pairwise cosines in 40 bins from −1 to 1, as shares of all pairs. */
  readonly histogram: readonly number[];
}

/** Items worth looking at, and why. */
export interface Suggestion {
  /** `split-right`: together on the left, apart on the right; `split-left`: the reverse; `kept`: together on both. */
  readonly kind: 'split-right' | 'split-left' | 'kept';
  /** The given group's id. */
  readonly group: string;
  /** Rows of the items. */
  readonly rows: readonly number[];
  /** The mean share of an item's neighbours that are of its group, 0 … 1, left and right. */
  readonly shares: readonly [number, number];
}

/** The same items seen by two models, and what changed. */
export interface ComparisonResult {
  readonly request: ComparisonRequest;
  readonly items: MapResult['items'];
  readonly groups: MapResult['groups'];
  /** The data's id for exports. */
  readonly data: string;
  readonly dims: 2 | 3;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  /** Neighbours that are compared: 10, or fewer where there are fewer. */
  readonly k: number;
  /** For each item the Jaccard index of its k nearest on both sides, 0 … 1, empty where k = 0; and their mean. */
  readonly overlap: Float64Array;
  readonly neighbourOverlap: number | null;
  /** Linear CKA of the vectors as they are compared, 0 … 1; null where all of a side's are equal. */
  readonly cka: number | null;
  /** Correlation of all pairwise similarities, null where one side has no spread. */
  readonly correlation: {
    readonly pearson: number | null;
    readonly spearman: number | null;
    /** Items whose pairs were counted: all, or a seeded sample. */
    readonly items: number;
  };
  /** How far each item lies from its place on the left, in units of the left map's mean distance from its middle. */
  readonly moved: Float64Array;
  readonly suggestions: readonly Suggestion[];
  readonly notes: readonly Note[];
}

/** Both maps as far as they have come. */
export interface ComparisonFrame extends Pick<ComparisonResult, 'items' | 'groups' | 'dims'> {
  /** n × dims each; the right one null until it has begun. */
  readonly left: Float32Array;
  readonly right: Float32Array | null;
}
