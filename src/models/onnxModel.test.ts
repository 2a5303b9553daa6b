import { describe, expect, test, vi } from 'vitest';
import { isAbort } from '../contract/fault.ts';
import type { DeviceReport } from './embeddingModel.ts';
import type { ContextualCard } from './modelCard.ts';
import type { ModelFiles } from './modelTables.ts';
import { OnnxModel, type TextEncoder } from './onnxModel.ts';
import type { Feeds, TokenBatch } from './onnxRuntime.ts';

const card = {
  id: 'fake',
  kind: 'contextual',
  dim: 2,
  layers: 1,
  pooling: 'mean',
  normalised: true,
  maxTokens: 6,
  graph: { inputs: [], table: 'table', hiddenStates: ['hidden.0', 'hidden.1'] },
} as unknown as ContextualCard;

/** One token a character, its code as id, between 1 and 2; four characters are read. */
const tokenizer: TextEncoder = {
  encode: (text) => wrap(text, 0),
  encodeWindow: (text, start) => wrap(text, Math.max(0, Math.min(start - 1, text.length - 4))),
  textOf: (id) => String.fromCharCode(id),
};
function wrap(text: string, from: number) {
  const inner = [...text.slice(from, from + 4)].map((char, index) => ({
    id: char.charCodeAt(0),
    text: char,
    start: from + index,
    end: from + index + 1,
  }));
  const special = (id: number) => ({ id, text: `[${id}]`, start: -1, end: -1 });
  const tokens = [special(1), ...inner, special(2)];
  return { inputIds: tokens.map(({ id }) => id), tokens, truncated: text.length > 4 };
}

const report: DeviceReport = { device: 'wasm', reason: 'asked', threads: 1, selfCheck: 1 };
const layerNumber: Record<string, number> = { table: 100, 'hidden.0': 10, 'hidden.1': 1 };

/** States [id × layer, position]; a token that should be masked but is not shows as a wrong mean. */
function fakeEncoder() {
  return {
    report,
    dispose: vi.fn(),
    run: vi.fn(async (feeds: Feeds, outputs: readonly string[]) => {
      const { batch, tokens, inputIds, mask } = feeds as TokenBatch;
      expect(mask.map((value, at) => (inputIds[at] === 0n ? value : 0n)).every((value) => value === 0n)).toBe(
        true,
      );
      return outputs.map((name) => {
        const states = new Float32Array(batch * tokens * 2);
        for (let at = 0; at < batch * tokens; at++) {
          states[at * 2] = Number(inputIds[at]) * layerNumber[name];
          states[at * 2 + 1] = at % tokens;
        }
        return { data: states, dims: [batch, tokens, 2] };
      });
    }),
  };
}

const noFiles: ModelFiles = {
  take: async () => {
    throw new Error('no file is needed');
  },
  clear: () => {},
  held: 0,
};

function open(budget = 20) {
  const encoder = fakeEncoder();
  return { model: new OnnxModel(card, tokenizer, encoder, noFiles, { budget }), encoder };
}

const shapeOf = ([feeds]: readonly [Feeds, ...unknown[]]) => {
  const { batch, tokens } = feeds as TokenBatch;
  return [batch, tokens];
};

const a = 'a'.charCodeAt(0);

describe('whole texts', () => {
  test('come back in their own order, whatever the batches', async () => {
    const { model, encoder } = open();
    const texts = ['a', 'abcd', 'ab', 'abc', 'b'];
    const { data } = await model.embedTexts(texts, { layer: 0, pooling: 'cls' });
    expect([...data]).toEqual(texts.flatMap(() => [10, 0]));
    const last = await model.embedTexts(texts, { layer: 0, pooling: 'last' });
    expect([...last.data]).toEqual(texts.flatMap((text) => [20, text.length + 1]));
    expect(encoder.run.mock.calls.slice(0, 2).map(shapeOf)).toEqual([
      [3, 6],
      [2, 3],
    ]);
  });

  test('pool their own tokens and never the padding', async () => {
    const { model } = open(100);
    const { data } = await model.embedTexts(['a', 'abcd'], { layer: 'table' });
    expect(data[0]).toBeCloseTo((100 * (1 + a + 2)) / 3, 3);
    expect(data[1]).toBeCloseTo(1, 6);
    expect(data[3]).toBeCloseTo(2.5, 6);
  });

  test('are unit vectors at the last layer only', async () => {
    const { model } = open();
    const last = (await model.embedTexts(['ab'])).data;
    expect(Math.hypot(...last)).toBeCloseTo(1, 6);
    const first = (await model.embedTexts(['ab'], { layer: 0 })).data;
    expect(Math.hypot(...first)).toBeGreaterThan(100);
  });

  test('without a token are missing, too long ones truncated', async () => {
    const { model, encoder } = open();
    const embedded = await model.embedTexts(['', 'abcdefg', 'a']);
    expect(embedded).toMatchObject({ missing: [0], truncated: [1], coverage: null, report });
    expect([...embedded.data.subarray(0, 2)]).toEqual([0, 0]);
    encoder.run.mockClear();
    expect((await model.embedTexts([])).data).toHaveLength(0);
    expect((await model.embedTexts([''])).missing).toEqual([0]);
    expect(encoder.run).not.toHaveBeenCalled();
  });

  test('ask for the one output that is needed', async () => {
    const { model, encoder } = open();
    await model.embedTexts(['a'], { layer: 'table' });
    await model.embedTexts(['a']);
    expect(encoder.run.mock.calls.map(([, outputs]) => outputs)).toEqual([['table'], ['hidden.1']]);
    await expect(model.embedTexts(['a'], { layer: 2 })).rejects.toThrow(RangeError);
  });
});

describe('words in sentences', () => {
  test('are the mean of their own tokens, not normalised', async () => {
    const { model } = open();
    const { data } = await model.embedSpans([{ sentence: 'abcd', start: 1, end: 3 }]);
    expect([...data]).toEqual([a + 1.5, 2.5]);
  });

  test('of one sentence share a run', async () => {
    const { model, encoder } = open();
    const spans = [0, 1, 2].map((start) => ({ sentence: 'abc', start, end: start + 1 }));
    const progress: number[] = [];
    const { data } = await model.embedSpans(spans, { onProgress: (done) => progress.push(done) });
    expect([...data]).toEqual([a, 1, a + 1, 2, a + 2, 3]);
    expect(encoder.run.mock.calls.map(shapeOf)).toEqual([[1, 5]]);
    expect(progress).toEqual([0, 3]);
  });

  test('of a long sentence are read in a window round them', async () => {
    const { model } = open();
    const sentence = 'abcdefghijkl';
    const spans = [
      { sentence, start: 0, end: 1 },
      { sentence, start: 9, end: 10 },
    ];
    const { data, truncated } = await model.embedSpans(spans);
    expect([...data]).toEqual([a, 1, a + 9, 2]);
    expect(truncated).toEqual([0, 1]);
  });

  test('at several layers come from one run, with the tokens that were read', async () => {
    const { model, encoder } = open();
    const spans = [
      { sentence: 'abc', start: 1, end: 3 },
      { sentence: 'abc', start: 3, end: 3 },
    ];
    const { data, tokens, ranges, missing } = await model.embedOccurrences(spans, ['table', 1]);
    expect(encoder.run.mock.calls.map(([, outputs]) => outputs)).toEqual([['table', 'hidden.1']]);
    expect(data.map((layer) => [...layer])).toEqual([
      [(a + 1.5) * 100, 2.5, 0, 0],
      [a + 1.5, 2.5, 0, 0],
    ]);
    expect(tokens[0].map(({ text }) => text)).toEqual(['[1]', 'a', 'b', 'c', '[2]']);
    expect(ranges).toEqual([{ from: 2, to: 4 }, null]);
    expect(missing).toEqual([1]);
  });

  test('that hold no token are missing', async () => {
    const { model } = open();
    const { missing, data } = await model.embedSpans([
      { sentence: 'ab', start: 2, end: 2 },
      { sentence: 'ab', start: 0, end: 1 },
    ]);
    expect(missing).toEqual([0]);
    expect([...data]).toEqual([0, 0, a, 1]);
  });
});

describe('long work', () => {
  const many = Array.from({ length: 50 }, () => 'ab');

  test('tells how far it is', async () => {
    const { model } = open(40);
    const progress: [number, number][] = [];
    await model.embedTexts([...many, ''], { onProgress: (done, total) => progress.push([done, total]) });
    expect(progress).toEqual([1, 11, 21, 31, 41, 51].map((done) => [done, 51]));
  });

  test('is cancelled between batches', async () => {
    const { model, encoder } = open(40);
    const controller = new AbortController();
    const work = model.embedTexts(many, {
      signal: controller.signal,
      onProgress: (done) => done >= 20 && controller.abort(),
    });
    expect(isAbort(await work.catch((reason) => reason))).toBe(true);
    expect(encoder.run).toHaveBeenCalledTimes(2);
  });

  test('sees a message that arrives while it computes', async () => {
    const { model, encoder } = open(40);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 0);
    const work = model.embedTexts(Array(5000).fill('ab'), { signal: controller.signal });
    expect(isAbort(await work.catch((reason) => reason))).toBe(true);
    expect(encoder.run.mock.calls.length).toBeLessThan(500);
  });
});
