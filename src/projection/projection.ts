import type { Projector } from '../contract/options.ts';
import type { Neighbours } from '../vectors/nearestLists.ts';
import type { EngineName } from './engines.ts';
import type { Quality } from './quality.ts';
import type { ProjectionSettings } from './settings.ts';

/** n vectors. */
export interface Rows {
  /** n × dim, row-major, n ≥ 1. It is copied and stays the caller's. */
  readonly data: Float32Array;
  readonly dim: number;
}

/** n vectors and how they are to be laid out. */
export interface ProjectionInput extends ProjectionSettings, Rows {
  /** Other vectors of the same n things: the PCA map is turned and scaled to lie over theirs, and UMAP starts there. */
  readonly beside?: Rows;
  /** Coordinates of the last rows, which stay as they are: the rows before are placed among them (UMAP's transform). */
  readonly fixed?: Float32Array<ArrayBuffer>;
}

/** Two vector sets of the same n things, in one order, to be laid out together. */
export interface JointInput extends Omit<ProjectionSettings, 'method'> {
  readonly left: Rows;
  readonly right: Rows;
}

/** Both maps of a joint fit, in one space. */
export interface JointResult {
  readonly left: ProjectionResult;
  readonly right: ProjectionResult;
}

/** What is being done: `done` of `total` in units of the stage (for `umap`: epochs). */
export interface ProjectionInfo {
  readonly stage: 'pca' | 'neighbours' | 'umap' | 'quality';
  readonly done: number;
  readonly total: number;
}

/** The settings a map was really made with. */
export interface UsedSettings extends Required<Omit<ProjectionSettings, 'engine' | 'threads'>> {
  /** `pca` also where UMAP was asked for but had too few points or was stopped before its first epoch. */
  readonly method: Projector;
  /** As cut to the number of points. */
  readonly nNeighbors: number;
  /** Epochs really run: fewer than asked after a stop, 0 for PCA. */
  readonly nEpochs: number;
}

export interface ProjectionResult {
  /** n × dims, row-major, in the projector's own scale. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly dims: 2 | 3;
  readonly method: Projector;
  readonly engine: EngineName;
  readonly settings: UsedSettings;
  /**
   * Neighbours in the original space by `settings.metric`, the point itself excluded: k ≥ min(15, n − 1). Exact up to 20,000
   * points, and beyond where descent finds too few; else `recall` says what share of the true ones they are.
   */
  readonly neighbours: Neighbours;
  readonly quality: Quality;
  /** Null where neighbours are exact. */
  readonly recall: number | null;
  /** One a point, 0 … 1: the share of its map neighbours that are its neighbours in the original space too. */
  readonly preservation: Float32Array<ArrayBuffer>;
}
