import type { InsideToken } from '../../../pipeline/llm/inside/insideAnswer.ts';

/**
 * The mean of the numbers of the text's own tokens at a layer; `values` is layers × n, row-major. Marks and prefixes are
 * left out: the state of a first mark can be a hundred times longer than a word's. NaN where the text has no token.
 */
export function layerMean(
  values: Float32Array,
  tokens: readonly Pick<InsideToken, 'kind'>[],
  layer: number,
): number {
  let sum = 0;
  let count = 0;
  for (const [at, { kind }] of tokens.entries()) {
    if (kind !== 'text') continue;
    sum += values[layer * tokens.length + at];
    count++;
  }
  return sum / count;
}
