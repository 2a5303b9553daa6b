import { ownBytes } from './assets.ts';
import type { ModelCard } from './modelCard.ts';

/**
 * What a model takes of memory for each byte of its files where its card does not say. docs/scorecard.md measured 280 MB
 * for 25 MB of bge-small-zh-v1.5 and 237 MB for 25 MB of all-minilm-l6-v2, of which the graph's own bytes are now gone.
 */
const TIMES_FILES = 10;

/** About how many megabytes of memory a model takes at work. */
export function megabytesNeeded(card: ModelCard): number {
  const measured = card.kind === 'contextual' ? card.memory : undefined;
  const bytes = measured ?? TIMES_FILES * ownBytes(card);
  return Math.round(bytes / 1e6);
}
