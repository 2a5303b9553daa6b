import { expect, test } from 'vitest';
import type { EmbeddedOccurrences, EmbeddingModel, Span } from '../../models/embeddingModel.ts';
import type { ScoreSets } from './scoreSets.ts';
import { partOf, statesEmbedder } from './statesEmbedder.ts';

/** Each letter is a token; at layer l its state is (code, l, 0), and a span is the mean of its letters. */
function lettersModel() {
  const runs: { sentences: Set<string>; layers: readonly unknown[] }[] = [];
  const model = {
    card: { id: 'letters', dim: 3 },
    async embedOccurrences(spans: readonly Span[], layers: readonly number[]) {
      runs.push({ sentences: new Set(spans.map(({ sentence }) => sentence)), layers });
      const code = ({ sentence, start, end }: Span) => {
        const letters = [...sentence.slice(start, end)].filter((letter) => letter !== ' ');
        return letters.reduce((sum, letter) => sum + letter.charCodeAt(0), 0) / letters.length;
      };
      const data = layers.map((layer) =>
        Float32Array.from(spans.flatMap((span) => [code(span) || 0, layer, 0])),
      );
      const missing = spans.flatMap(({ start, end }, index) => (end <= start ? [index] : []));
      const answer: Partial<EmbeddedOccurrences> = { dim: 3, data, missing };
      return answer;
    },
  };
  return { model: model as unknown as EmbeddingModel, runs };
}

const sets = {
  sentences: ['ac ', 'b', ''],
  occurrences: [{ sentence: 'x ab', start: 2, end: 4 }],
} as unknown as ScoreSets;
const states = { layers: [1, 2], poolings: ['last', 'mean'] } as const;
const unit = (a: number, b: number) => [a / Math.hypot(a, b), b / Math.hypot(a, b), 0];
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));
const signal = new AbortController().signal;

test('one run gives every layer and pooling, each of length 1; the last token is the last letter', async () => {
  const { model, runs } = lettersModel();
  const chunk = await statesEmbedder(model, sets, states).embed('sentences', 0, 3, signal);
  expect(runs).toEqual([{ sentences: new Set(['ac ', 'b', '']), layers: [1, 2] }]);
  expect([...chunk.missing]).toEqual([2]);
  const vectors = {
    ...chunk,
    missing: new Uint8Array(3),
    coverage: null,
    data: Float32Array.from(chunk.data),
  };
  const parts = [0, 1, 2, 3].map((part) => [...partOf(vectors, part, 4).data.slice(0, 6)]);
  expect(partOf(vectors, 0, 4).dim).toBe(3);
  expect(parts).toEqual([
    close([...unit(99, 1), ...unit(98, 1)]),
    close([...unit(98, 1), ...unit(98, 1)]),
    close([...unit(99, 2), ...unit(98, 2)]),
    close([...unit(98, 2), ...unit(98, 2)]),
  ]);
});

test('of a word in its sentence they are the mean and the last of its own tokens', async () => {
  const { model } = lettersModel();
  const { data, dim } = await statesEmbedder(model, sets, states).embed('occurrences', 0, 1, signal);
  expect(dim).toBe(12);
  expect([...data.slice(0, 6)]).toEqual(close([...unit(98, 1), ...unit(97.5, 1)]));
});
