import { expect, test } from 'vitest';
import type { EmbeddedOccurrences, EmbeddingModel, Span } from '../../models/embeddingModel.ts';
import type { Token } from '../../text/token.ts';
import { TokenTable } from './tokenTable.ts';

/** Letters are tokens, their row is their code; `^` and `$` stand for special tokens. A cut at odd words joins “xy”. */
function letters(text: string): Token[] {
  const own = Array.from(text.matchAll(/xy(?= z)|\S/g), ({ 0: found, index }) => ({
    id: found === 'xy' ? 999 : found.charCodeAt(0),
    text: found,
    start: index,
    end: index + found.length,
  }));
  const special = (id: number): Token => ({ id, text: '', start: -1, end: -1 });
  return [special(1), ...own, special(2)];
}

function tableModel() {
  const read: Span[] = [];
  const model = {
    card: { id: 'letters', dim: 2 },
    tokenize: async (texts: readonly string[]) => texts.map(letters),
    async embedOccurrences(spans: readonly Span[]): Promise<Partial<EmbeddedOccurrences>> {
      read.push(...spans);
      const ids = spans.map(
        ({ sentence, start }) => letters(sentence).find((token) => token.start === start)?.id ?? 0,
      );
      return { dim: 2, data: [Float32Array.from(ids.flatMap((id) => [id, -id]))] };
    },
  };
  return { model: model as unknown as EmbeddingModel, read };
}

test('a text is the mean of its own tokens, special ones left out', async () => {
  const { model, read } = tableModel();
  const table = new TokenTable(model);
  await table.learn(['ab', 'bd c'], new AbortController().signal);
  const { data, missing } = await table.texts(['ab', 'b', ' ']);
  expect([...data]).toEqual([97.5, -97.5, 98, -98, 0, 0]);
  expect(missing).toEqual([2]);
  const before = read.length;
  await table.learn(['cab'], new AbortController().signal);
  expect(read).toHaveLength(before);
});

test('a token that only its own text has is read there', async () => {
  const { model } = tableModel();
  const table = new TokenTable(model);
  await table.learn(['xy z'], new AbortController().signal);
  expect([...(await table.texts(['xy z'])).data]).toEqual([(999 + 122) / 2, -(999 + 122) / 2]);
});

test('a word in a sentence is the mean of the tokens there', async () => {
  const { model } = tableModel();
  const table = new TokenTable(model);
  await table.learn(['ab cd'], new AbortController().signal);
  const { data } = await table.spans([{ sentence: 'ab cd', start: 3, end: 5 }]);
  expect([...data]).toEqual([99.5, -99.5]);
});
