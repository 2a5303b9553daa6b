import { create } from 'zustand';
import type { AxisLayout } from '../pipeline/words/axes/axisLayout.ts';

interface MapAxisState {
  /** The axes drawn round the points; they belong to the map whose coordinates are these. */
  readonly layout: AxisLayout | null;
}

/** What the map shows beside its points where the link puts them along an axis. */
export const useMapAxis = create<MapAxisState>()(() => ({ layout: null }));
