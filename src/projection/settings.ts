import type { Dims, Engine, Metric, Projector } from '../contract/options.ts';

/** What is asked of a projection; names and meanings as in umap-learn. */
export interface ProjectionSettings {
  readonly method: Projector;
  readonly metric: Metric;
  readonly dims: Dims;
  /** 2 – 200; the point itself counts as the first, as in umap-learn. */
  readonly nNeighbors: number;
  /** 0 – 0.99, with a spread of 1. */
  readonly minDist: number;
  /** Passes of UMAP's optimiser; by default as umap-learn. */
  readonly nEpochs?: number;
  /** A uint32. */
  readonly seed: number;
  /** What lays UMAP's points out; by default `wasm`, which is also what PCA's maps name. */
  readonly engine?: Engine;
  /** Threads that work, at most; by default as many as there are cores. The map does not depend on it. */
  readonly threads?: number;
}

/** Below this many points UMAP has no neighbourhoods to tell apart; PCA shows all there is. */
export const LEAST_FOR_UMAP = 5;

/** umap-learn's default: 500 epochs up to 10,000 points, else 200. */
export function defaultEpochs(n: number): number {
  return n <= 10_000 ? 500 : 200;
}

/** The nNeighbors that n points allow: at most n − 1, as umap-learn cuts it, and at least 2. */
export function clipNeighbors(nNeighbors: number, n: number): number {
  return Math.max(2, Math.min(nNeighbors, n - 1));
}
