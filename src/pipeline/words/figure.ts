import type { ExportDocument } from '../../contract/exportDocument.ts';
import type { Bilingual } from '../../contract/options.ts';
import { measure } from '../lab/labMeasures.ts';
import type { Group } from '../mapResult.ts';

/** What a point of a figure is, which decides how it looks. */
export type PointKind = 'given' | 'answer' | 'near' | 'target' | 'word';

export interface FigurePoint {
  /** Unique within the figure. */
  readonly id: string;
  readonly text: string;
  /** What the picture says in place of the text. */
  readonly label?: string;
  readonly kind: PointKind;
  /** The group that the data give it, '' for none. */
  readonly group: string;
}

/** An arrow from one point of a figure to another, or to a place of its own. */
export interface FigureArrow {
  /** Coordinates, `dims` numbers each. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** `offset`: a relation of words; `moved`: the same carried to another word; `odd`: one that breaks the pattern; `way`: a faint line; `axis`. */
  readonly kind: 'offset' | 'moved' | 'odd' | 'way' | 'axis';
  readonly label?: string | Bilingual;
  /** The group whose row it is: it has the group's colour, and its label at the end. */
  readonly group?: string;
}

/** A picture of words: points with their vectors, and arrows. */
export interface Figure {
  readonly points: readonly FigurePoint[];
  /** points × dim, as the model gave them; of a target the sum of unit vectors. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /** points × dims. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly dims: 2 | 3;
  readonly arrows: readonly FigureArrow[];
  readonly captions: readonly {
    readonly text: Bilingual;
    readonly at: readonly number[];
    /** The group whose colour it has. */
    readonly group?: string;
  }[];
  /** m × dims: places that decide the scale in the points' stead. */
  readonly extent?: Float32Array<ArrayBuffer>;
  /** What the points' groups are called, where they have any. */
  readonly groups: readonly Group[];
  readonly projection: ExportDocument['projection'];
  readonly quality: ExportDocument['quality'];
}

/** The place of point `index`: `dims` numbers. */
export function placeOf(
  { coordinates, dims }: Pick<Figure, 'coordinates' | 'dims'>,
  index: number,
): number[] {
  return [...coordinates.subarray(index * dims, (index + 1) * dims)];
}

/**
 * A figure with how far it can be trusted. Its coordinates are no UMAP: `engine` says what they are, and the
 * settings of a projection are the contract's defaults, which nothing here depends on.
 */
export async function finishFigure(
  figure: Omit<Figure, 'projection' | 'quality'>,
  engine: string,
  seed: number,
  signal: AbortSignal,
): Promise<Figure> {
  const { vectors, coordinates, dims, points } = figure;
  const dim = vectors.length / points.length;
  const [quality] = await measure(
    'quality',
    [{ data: vectors, dim, metric: 'cosine', coordinates, dims, seed }],
    signal,
  );
  const projection = {
    method: 'pca',
    engine,
    metric: 'cosine',
    nNeighbors: Math.min(15, points.length - 1),
    minDist: 0,
    nEpochs: 0,
    seed,
  } as const;
  return { ...figure, projection, quality };
}
