import type { ExportDocument } from '../contract/exportDocument.ts';
import type { Bilingual } from '../contract/options.ts';
import type { DeviceReport } from '../models/embeddingModel.ts';
import type { Item } from '../text/item.ts';
import type { Neighbours } from '../vectors/nearestLists.ts';
import type { VectorSet } from '../vectors/vectorSet.ts';
import type { Note } from './activity.ts';
import type { WorkHooks } from './modelSessions.ts';

/** A group of items, as the data names it. */
export interface Group {
  readonly id: string;
  readonly names: Bilingual;
}

/** A finished map: what was shown, how it was made, how far it can be trusted. */
export interface MapResult
  extends Pick<
    ExportDocument,
    'model' | 'dim' | 'data' | 'pooling' | 'layer' | 'centre' | 'projection' | 'quality'
  > {
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
  readonly report: DeviceReport;
  /** n × dims, row-major. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly dims: 2 | 3;
  /** For each point, the share of its nearest neighbours that are also nearest on the map, 0 … 1. */
  readonly preservation: Float32Array;
  readonly notes: readonly Note[];
  /** Neighbours in the original space; a precomputed map fetches them when first asked. */
  neighbours(): Promise<Neighbours>;
  /** The raw vectors, never centred, a row for each item; a precomputed map loads its model when first asked. */
  vectors(hooks: WorkHooks): Promise<VectorSet>;
}
