import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { bm25Tokens } from './bm25Tokens.ts';

test('tokens are those found by walking through the characters', () => {
  for (const { text, language, tokens } of reference.tokens) {
    expect(bm25Tokens(text, language === 'zh' ? 'zh' : 'en')).toEqual(tokens);
  }
});

test('English is cut into lower-cased words', () => {
  expect(bm25Tokens('The Bank’s fee: 3 dollars!', 'en')).toEqual(['the', "bank's", 'fee', '3', 'dollars']);
});

test('Chinese is cut into pairs of characters, none across a mark, Latin words whole', () => {
  expect(bm25Tokens('我爱水，OpenAI的GPT4', 'zh')).toEqual(['我爱', '爱水', 'openai', '的', 'gpt4']);
});
