import type { Token } from '../../../text/token.ts';
import type { InsideToken } from './insideAnswer.ts';

/** [CLS], <s>, </s>, <|im_start|>: how vocabularies write their own marks. */
const MARK = /^(\[[A-Z]+\]|<[^<>]+>)$/;

/** Tokens as they are shown; what stands at no place of the text is a mark of the model's or of the prefix it wants. */
export function insideTokens(tokens: readonly Token[], texts: readonly string[]): InsideToken[] {
  return tokens.map(({ id, start, end }, at) => ({
    id,
    text: texts[at],
    kind: start >= 0 ? 'text' : MARK.test(texts[at].trim()) ? 'special' : 'prefix',
    start,
    end,
  }));
}
