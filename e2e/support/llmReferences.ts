import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(`${root}/fixtures/${path}`, 'utf8'));

/** What numpy computes of SmolLM2's last token of one text; tools/models/causal/states_fixture.py says how. */
export interface LlmCase {
  readonly text: string;
  readonly ids: readonly number[];
  readonly top: readonly number[];
  readonly probabilities: readonly number[];
  /** At `sampled`. */
  readonly logits: readonly number[];
  readonly logSumExp: number;
  /** Base64 of little-endian float32 [576]. */
  readonly layer0: string;
  readonly layer15: string;
  readonly layer30: string;
  readonly lens?: { readonly ids: readonly number[]; readonly probabilities: readonly number[] };
}

/** fixtures/smollm2/states.json. */
export function llmReferences(): { readonly sampled: readonly number[]; readonly cases: readonly LlmCase[] } {
  return read('smollm2/states.json');
}

/** The numbers of a base64 field. */
export function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}

/** fixtures/e5/sentences.json: the texts that sentences.npy has the vectors of. */
export function e5Sentences(): readonly string[] {
  return read('e5/sentences.json');
}
