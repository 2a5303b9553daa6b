import { meanOfHeads } from '../../../vectors/attentionRollout.ts';
import type { InsideAnswer } from './insideAnswer.ts';

/** Whose attention is looked at: of one head (from 0), the mean of all, or all layers so far rolled out. */
export type HeadChoice = number | 'mean' | 'rollout';

/** The head that is shown: `mean` where the model has none of that number. */
export function headOf({ heads }: Pick<InsideAnswer, 'heads'>, asked: HeadChoice): HeadChoice {
  return typeof asked === 'number' && asked >= heads ? 'mean' : asked;
}

/**
 * Who looks at whom at a layer (its place among the answer's): n × n, row-major, row i the shares that token i takes.
 * Null at the table and at layer 0, where no token has looked at another.
 */
export function attentionAt(
  answer: Pick<InsideAnswer, 'layers' | 'tokens' | 'heads' | 'attention' | 'rollout'>,
  place: number,
  asked: HeadChoice,
): Float32Array | null {
  const layer = answer.layers[place];
  if (typeof layer !== 'number' || layer < 1) return null;
  const n = answer.tokens.length;
  const head = headOf(answer, asked);
  if (head === 'rollout') return answer.rollout[layer - 1];
  const weights = answer.attention[layer - 1];
  return head === 'mean'
    ? meanOfHeads(weights, answer.heads, n)
    : weights.subarray(head * n * n, (head + 1) * n * n);
}
