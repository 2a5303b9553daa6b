import type { DataId, ModelId } from '../contract/deepLink.ts';
import type { OwnTexts } from '../contract/fragment.ts';
import type { Device, Dims, Engine, Layer, Metric, Pooling, Projector } from '../contract/options.ts';

/** How vectors become coordinates: names and defaults as in umap-learn. */
export interface ProjectionSettings {
  readonly projector: Projector;
  readonly dims: Dims;
  readonly metric: Metric;
  readonly nNeighbors: number;
  readonly minDist: number;
  /** null: 500 up to 10,000 points, else 200. */
  readonly nEpochs: number | null;
  readonly seed: number;
  readonly engine: Engine;
}

/** Everything that decides what a map looks like: equal requests give equal coordinates. */
export interface MapRequest {
  readonly data: DataId;
  readonly own: OwnTexts | null;
  readonly model: ModelId;
  readonly device: Device;
  /** null: the model's last. */
  readonly layer: Layer | null;
  /** null: the card's. */
  readonly pooling: Pooling | null;
  readonly centre: 'none' | 'shown';
  /** Own texts beside bundled points: placed into their map, which stays as it is, or laid out with them anew. */
  readonly added: 'place' | 'anew';
  readonly projection: ProjectionSettings;
}

/** The settings that the precomputed maps were made with: the contract's defaults. */
export const DEFAULT_PROJECTION: Omit<ProjectionSettings, 'dims'> = {
  projector: 'umap',
  metric: 'cosine',
  nNeighbors: 15,
  minDist: 0.1,
  nEpochs: null,
  seed: 42,
  engine: 'wasm',
};

/** Whether a precomputed map answers this request: bundled words, their static model, default settings. */
export function isPrecomputed(request: MapRequest): boolean {
  const { data, own, model, centre, projection } = request;
  const home = { 'words-zh': 'glove-zh-cedict', 'words-en': 'glove-6b-50d' } as Record<
    string,
    string | undefined
  >;
  return (
    !own &&
    home[data] === model &&
    centre === 'none' &&
    Object.entries(DEFAULT_PROJECTION).every(
      ([key, value]) => projection[key as keyof ProjectionSettings] === value,
    )
  );
}
