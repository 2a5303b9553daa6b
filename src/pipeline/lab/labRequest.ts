import type { ContextualId, StaticId } from '../../contract/deepLink.ts';
import type { Device, Pooling } from '../../contract/options.ts';
import type { ContextsId } from '../../text/loadData.ts';
import type { ProjectionSettings } from '../mapRequest.ts';

/** Everything that decides what the lab computes; which layer of it is shown is not among it. */
export interface LabRequest {
  /** One word, or two. */
  readonly words: readonly string[];
  /** The sentences as typed, one a line, a given sense after a tab; null: the bundled ones of the words. */
  readonly sentences: string | null;
  /** The bundled sentences that are looked through first. */
  readonly data: ContextsId;
  /** Whether occurrences inside longer words are shown. */
  readonly inside: 'keep' | 'leave';
  readonly model: ContextualId;
  readonly model2: StaticId;
  readonly device: Device;
  readonly pooling: Pooling | null;
  /** null: as soon as there are enough occurrences. */
  readonly centre: 'none' | 'shown' | null;
  /** null: found. */
  readonly k: number | null;
  readonly projection: ProjectionSettings;
}

/** At most two words are looked at together. */
const MOST_WORDS = 2;

/** The words that a person named, one or two, separated by a comma of either script, a semicolon or 、. */
export function labWords(typed: string): string[] {
  const words = typed
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, MOST_WORDS);
}
