import type { ExportDocument } from '../../contract/exportDocument.ts';
import type { Quality } from '../../projection/quality.ts';
import type { Note } from '../activity.ts';
import type { LabRequest } from './labRequest.ts';
import type { OccurrenceList } from './occurrenceList.ts';
import type { OccurrenceVectors } from './occurrenceVectors.ts';
import type { Separation } from './separation.ts';
import type { StaticEntry } from './staticEntry.ts';

/** The lab while it settles: what is known so far. */
export interface LabFrame {
  readonly request: LabRequest;
  readonly list: OccurrenceList;
  readonly vectors: OccurrenceVectors;
  /** For each occurrence that has a vector, the number of its given sense in `list.senses`, −1 for none. */
  readonly given: Int32Array<ArrayBuffer>;
  /** Whether the mean was removed; `shown` needs enough occurrences. */
  readonly centre: 'none' | 'shown';
  /** For each layer n × dims; null until the first ones are there. */
  readonly coordinates: readonly Float32Array<ArrayBuffer>[] | null;
  readonly dims: 2 | 3;
  /** How the senses stand apart, layer by layer. */
  readonly separations: readonly Separation[] | null;
  /** For each layer, for each sense found, the words that set it apart. */
  readonly names: readonly (readonly (readonly string[])[])[] | null;
  readonly entry: StaticEntry | null;
}

/** The finished lab. */
export interface LabResult extends LabFrame {
  readonly coordinates: readonly Float32Array<ArrayBuffer>[];
  readonly separations: readonly Separation[];
  readonly names: readonly (readonly (readonly string[])[])[];
  readonly entry: StaticEntry;
  readonly projection: ExportDocument['projection'];
  /** For each layer. */
  readonly quality: readonly Quality[];
  readonly notes: readonly Note[];
}

/** The layer whose given senses stand best apart, as its place among the layers; null where none can be told. */
export function bestLayer(separations: readonly Separation[]): number | null {
  let best: number | null = null;
  for (const [index, { silhouetteGiven }] of separations.entries()) {
    if (silhouetteGiven === null) continue;
    if (best === null || silhouetteGiven > (separations[best].silhouetteGiven ?? -1)) best = index;
  }
  return best;
}
