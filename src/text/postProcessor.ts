import * as v from 'valibot';
import type { Token } from './token.ts';

const templatePart = v.union([
  v.object({ SpecialToken: v.object({ id: v.string() }) }),
  v.object({ Sequence: v.object({ id: v.literal('A') }) }),
]);

/**
 * The `post_processor` of a tokenizer.json, as far as it puts special tokens round a single text. Other kinds do not
 * occur in our models' files and are refused.
 */
export const postProcessorSchema = v.nullable(
  v.object({
    type: v.literal('TemplateProcessing'),
    single: v.array(templatePart),
    special_tokens: v.record(v.string(), v.object({ ids: v.array(v.number()), tokens: v.array(v.string()) })),
  }),
);

/** The special tokens that stand before and after every text: they have no place, start = end = -1. */
export function surroundingTokens(
  processor: v.InferOutput<typeof postProcessorSchema>,
): [before: Token[], after: Token[]] {
  const before: Token[] = [];
  const after: Token[] = [];
  let side = before;
  for (const part of processor?.single ?? []) {
    if ('Sequence' in part) {
      side = after;
      continue;
    }
    const special = processor?.special_tokens[part.SpecialToken.id];
    special?.ids.forEach((id, index) => {
      side.push({ id, text: special.tokens[index], start: -1, end: -1 });
    });
  }
  return [before, after];
}
