import { expect, test, vi } from 'vitest';
import type { EncodedText } from '../text/tokenizer.ts';
import type { DeviceReport } from './embeddingModel.ts';
import type { ContextualCard } from './modelCard.ts';
import type { Feeds } from './onnxRuntime.ts';
import { predictNext } from './predictNext.ts';

const card = {
  id: 'fake',
  dim: 2,
  layers: 2,
  graph: { table: 'table', hiddenStates: ['hidden.0', 'hidden.1', 'normed'], residual: 'residual' },
} as unknown as ContextualCard;
const report: DeviceReport = { device: 'wasm', reason: 'asked', threads: 1, selfCheck: 1 };
const layerNumber: Record<string, number> = { 'hidden.0': 1, 'hidden.1': 10, normed: -1, residual: 100 };

const text = (...ids: number[]): EncodedText => ({
  inputIds: ids,
  tokens: ids.map((id, at) => ({ id, text: String(id), start: at, end: at + 1 })),
  truncated: false,
});

/** The body gives [id × layer, place] for each token, the head the logits [a, b, 0] of a state [a, b]. */
function fakeEncoder() {
  return {
    report,
    dispose: vi.fn(),
    run: vi.fn(async (feeds: Feeds, outputs: readonly string[], graph = 'body') => {
      if ('state' in feeds) {
        expect([graph, outputs]).toEqual(['head', ['logits']]);
        const data = new Float32Array(feeds.rows * 3);
        for (let row = 0; row < feeds.rows; row++)
          data.set(feeds.state.subarray(row * 2, row * 2 + 2), row * 3);
        return [{ data, dims: [feeds.rows, 3] }];
      }
      const { batch, tokens, inputIds } = feeds;
      return outputs.map((name) => {
        const data = new Float32Array(batch * tokens * 2);
        for (let at = 0; at < batch * tokens; at++) {
          data[at * 2] = Number(inputIds[at]) * layerNumber[name];
          data[at * 2 + 1] = at % tokens;
        }
        return { data, dims: [batch, tokens, 2] };
      });
    }),
  };
}
const open = () => {
  const encoder = fakeEncoder();
  return { encoder, parts: { card, encoder, textOf: (id: number) => `<${id}>` } };
};

test('reads the state of each text’s last token, of the last layer before the norm', async () => {
  const { parts, encoder } = open();
  const { texts, states } = await predictNext(parts, [text(5), text(3, 4, 2), text(7, 6)], {
    layers: [2, 0],
    k: 1,
  });
  expect(texts.map(({ at }) => at)).toEqual([0, 2, 1]);
  expect(texts.map(({ layers }) => layers.map(({ layer, top }) => [layer, top[0].id, top[0].logit]))).toEqual(
    [
      [
        [2, 0, 500],
        [0, 0, 5],
      ],
      [
        [2, 0, 200],
        [0, 0, 2],
      ],
      [
        [2, 0, 600],
        [0, 0, 6],
      ],
    ],
  );
  expect(texts[0].layers[0].top[0].text).toBe('<0>');
  // the states are those after the norm
  expect([...states[0]]).toEqual([-5, 0, -2, 2, -6, 1]);
  expect([...states[1]]).toEqual([5, 0, 2, 2, 6, 1]);
  const bodies = encoder.run.mock.calls.filter(([feeds]) => !('state' in feeds));
  expect(bodies.map(([, outputs]) => outputs)).toEqual([['residual', 'normed', 'hidden.0']]);
});

test('what stands behind the token asked about is not run', async () => {
  const { parts, encoder } = open();
  const { texts, states } = await predictNext(parts, [text(3, 4, 2)], { layers: [0], k: 3, at: 1 });
  expect(texts[0]).toMatchObject({ at: 1 });
  expect(texts[0].tokens).toHaveLength(3);
  expect([...states[0]]).toEqual([4, 1]);
  expect(encoder.run.mock.calls[0][0]).toMatchObject({ batch: 1, tokens: 2 });
});

test('a text without a token has no next one, and its neighbours keep theirs', async () => {
  const { parts } = open();
  const { texts, states } = await predictNext(parts, [text(), text(9)], { layers: [1], k: 1 });
  expect(texts[0]).toEqual({ tokens: [], truncated: false, at: -1, layers: [] });
  expect(texts[1].layers[0].top[0].logit).toBe(90);
  expect([...states[0]]).toEqual([0, 0, 90, 0]);
});

test('many texts come in groups, in order, and tell how many are done', async () => {
  const { parts } = open();
  const seen: number[] = [];
  const many = Array.from({ length: 70 }, (_, index) => text(...Array(1 + (index % 4)).fill(1), index + 1));
  const { texts } = await predictNext(parts, many, {
    layers: [0],
    k: 1,
    onProgress: (done) => seen.push(done),
  });
  expect(texts.map(({ layers }) => layers[0].top[0].logit)).toEqual(
    many.map((_, index) => Math.max(index + 1, 1 + (index % 4))),
  );
  expect(seen).toEqual([0, 32, 64, 70]);
});

test('a layer, a place or a temperature that there is not is refused', async () => {
  const { parts } = open();
  for (const wrong of [{ layers: [3] }, { at: 2 }, { at: -1 }, { at: 0.5 }, { temperature: -1 }]) {
    await expect(predictNext(parts, [text(1, 2)], { layers: [0], k: 1, ...wrong })).rejects.toThrow(
      RangeError,
    );
  }
});

test('is cancelled between runs', async () => {
  const { parts, encoder } = open();
  const controller = new AbortController();
  const many = Array.from({ length: 200 }, () => text(1, 2));
  const work = predictNext(parts, many, {
    layers: [0],
    k: 1,
    signal: controller.signal,
    onProgress: (done) => done >= 32 && controller.abort(),
  });
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect(encoder.run.mock.calls.length).toBeLessThan(10);
});
