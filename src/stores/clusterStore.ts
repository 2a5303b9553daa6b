import { create } from 'zustand';
import type { FoundClusters } from '../pipeline/clusters/foundClusters.ts';
import type { MapResult } from '../pipeline/mapResult.ts';

interface ClusterState {
  /** Clusters found in the vectors of the map's points; of another list of items they say nothing. */
  readonly found: FoundClusters | null;
  readonly items: MapResult['items'] | null;
}

export const useClusters = create<ClusterState>()(() => ({ found: null, items: null }));
