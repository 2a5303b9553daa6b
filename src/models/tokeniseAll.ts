import type { EncodedText } from '../text/tokenizer.ts';
import type { WorkOptions } from './embeddingModel.ts';
import { pause } from './pause.ts';

/** Texts tokenised before the worker looks for messages. */
const tokeniseAtOnce = 200;

/** Tokenises inputs, letting messages in now and then. Throws an AbortError, or what `encode` throws. */
export async function tokeniseAll<T>(
  inputs: readonly T[],
  { signal }: WorkOptions,
  encode: (input: T) => EncodedText,
): Promise<EncodedText[]> {
  const encoded: EncodedText[] = [];
  for (const input of inputs) {
    if (encoded.length % tokeniseAtOnce === 0) {
      await pause();
      signal?.throwIfAborted();
    }
    encoded.push(encode(input));
  }
  return encoded;
}
