import type { NextToken } from '../../../models/embeddingModel.ts';
import type { Appearance } from './answerAppears.ts';

/** A token of the text as the model reads it. */
export interface ReadToken {
  readonly id: number;
  /** Readable; a byte that is no whole character as `<0xE5>`. */
  readonly text: string;
  /** Its UTF-8 bytes; null for a special token. */
  readonly bytes: readonly number[] | null;
  /** UTF-16 units of the text, end excluded; -1 for a special token. */
  readonly start: number;
  readonly end: number;
}

/** A token that may come next, and the text that stepping on with it gives. */
export interface Choice extends NextToken {
  /** The text with the token, or null where it cannot be stepped on with. */
  readonly onward: string | null;
  /** Why it cannot: bytes that are no whole character, the model's mark for the end, or a place inside a character. */
  readonly stuck: 'bytes' | 'end' | 'inside' | null;
}

/** What the state of one layer says, at temperature 1. */
export interface LensLayer {
  readonly layer: number;
  /** Of the whole distribution, in bits. */
  readonly entropy: number;
  /** The five likeliest tokens. */
  readonly top: readonly NextToken[];
}

/** What face next of view llm has found. */
export interface NextAnswer {
  readonly face: 'next';
  readonly text: string;
  readonly tokens: readonly ReadToken[];
  /** The text had more tokens than the model reads: its first ones are left out. */
  readonly truncated: boolean;
  /** The token after which the next one is asked for. */
  readonly at: number;
  /** The link asked for a token that the text does not have; the last is shown. */
  readonly clipped: boolean;
  readonly temperature: number;
  /** The likeliest next tokens, best first, with their probabilities at the temperature. */
  readonly next: readonly Choice[];
  /** What one step on takes, see `bestOnward`; null where no step can be made. */
  readonly best: Choice | null;
  /** Every layer's state read by the head (logit lens), 0 … L. */
  readonly lens: readonly LensLayer[];
  readonly appears: Appearance;
  /** For each token the likeliest next one at temperature 1; null where it was not asked for. */
  readonly predicted: readonly (Pick<NextToken, 'text' | 'score'> | null)[];
  /** Milliseconds that the model took for the distribution and the lens. */
  readonly ms: number;
  /** Bytes that the model holds. */
  readonly memory: number;
  /** The text has Chinese characters, of which this model has hardly read any. */
  readonly chinese: boolean;
}
