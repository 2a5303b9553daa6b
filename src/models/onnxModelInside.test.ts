import { describe, expect, test, vi } from 'vitest';
import type { DeviceReport, ModelForm } from './embeddingModel.ts';
import type { ContextualCard } from './modelCard.ts';
import type { ModelFiles } from './modelTables.ts';
import { OnnxModel, type TextEncoder } from './onnxModel.ts';
import type { Feeds, TokenBatch } from './onnxRuntime.ts';

const card = {
  id: 'fake',
  dim: 2,
  layers: 2,
  pooling: 'mean',
  normalised: false,
  maxTokens: 8,
  queryPrefix: '?',
  textPrefix: '>',
  passagePrefix: '<',
  abilities: ['contextual', 'next-token'],
  files: { graph: { path: 'model.onnx' } },
  graph: {
    table: 'table',
    hiddenStates: ['hidden.0', 'hidden.1', 'hidden.2'],
    heads: 3,
    attention: ['att.1', 'att.2'],
    queries: ['q.1', 'q.2'],
    keys: ['k.1', 'k.2'],
    position: { kind: 'rotary', cos: 'cos', sin: 'sin', base: 10, size: 4 },
  },
} as unknown as ContextualCard;

/** One token a character, its code as id; those of the prefix have no place. */
const tokenizer: TextEncoder = {
  encode(text, maxTokens, prefix = '') {
    const chars = [...(prefix + text)].slice(0, maxTokens);
    const tokens = chars.map((char, at) => {
      const start = at < prefix.length ? -1 : at - prefix.length;
      return { id: char.charCodeAt(0), text: char, start, end: start < 0 ? -1 : start + 1 };
    });
    return {
      inputIds: tokens.map(({ id }) => id),
      tokens,
      truncated: prefix.length + text.length > maxTokens,
    };
  },
  encodeWindow: (text, _start, _end, maxTokens, prefix) => tokenizer.encode(text, maxTokens, prefix),
  textOf: (id) => String.fromCharCode(id),
};

const report: DeviceReport = { device: 'wasm', reason: 'asked', threads: 1, selfCheck: 1 };
const files: ModelFiles = {
  take: async () => {
    throw new Error('no file is needed');
  },
  clear: () => {},
  held: 3,
};

/** Hidden states [id, place]; anything else [1, heads, tokens, 4] of ones. */
function open(form: ModelForm, given: Partial<ContextualCard> = {}) {
  const run = vi.fn(async (feeds: Feeds, outputs: readonly string[]) => {
    const { batch, tokens, inputIds } = feeds as TokenBatch;
    return outputs.map((name) => {
      const heads = name.startsWith('k') ? 1 : 3;
      if (!name.startsWith('hidden') && name !== 'table')
        return { data: new Float32Array(heads * tokens * 4).fill(1), dims: [1, heads, tokens, 4] };
      const data = new Float32Array(batch * tokens * 2);
      for (let at = 0; at < batch * tokens; at++) data.set([Number(inputIds[at]), at % tokens], at * 2);
      return { data, dims: [batch, tokens, 2] };
    });
  });
  const encoder = { report, run, dispose: vi.fn() };
  return { model: new OnnxModel({ ...card, ...given }, tokenizer, encoder, files, { form }), run };
}
const code = (char: string) => char.charCodeAt(0);

describe('prefixes', () => {
  test('are put before a text by what it is to the model', async () => {
    const { model, run } = open('plain');
    const first = async (role?: 'text' | 'query' | 'passage' | 'bare') => {
      run.mockClear();
      await model.embedTexts(['a'], { role });
      const { inputIds } = run.mock.calls[0][0] as TokenBatch;
      return String.fromCharCode(...[...inputIds].map(Number));
    };
    expect(await first()).toBe('>a');
    expect(await first('query')).toBe('?a');
    expect(await first('passage')).toBe('<a');
    expect(await first('bare')).toBe('a');
    expect((await model.tokenize(['a']))[0].map(({ start }) => start)).toEqual([-1, 0]);
  });

  test('count in a pooled vector, but not where the card says no', async () => {
    const texts = ['ab', ''];
    const counted = await open('plain').model.embedTexts(texts);
    expect(counted.data[0]).toBeCloseTo((code('>') + code('a') + code('b')) / 3, 4);
    expect(counted.missing).toEqual([1]);
    const { data } = await open('plain', { poolPrefix: false }).model.embedTexts(texts);
    expect(data[0]).toBeCloseTo((code('a') + code('b')) / 2, 4);
    const first = await open('plain', { poolPrefix: false }).model.embedTexts(texts, { pooling: 'cls' });
    expect(first.data[0]).toBe(code('a'));
  });
});

describe('the tokens of one text', () => {
  test('have their states at several layers, of one run', async () => {
    const { model, run } = open('plain');
    const { tokens, data, dim } = await model.tokenStates('ab', ['table', 2], { role: 'bare' });
    expect(tokens.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(dim).toBe(2);
    expect(data.map((layer) => [...layer])).toEqual([
      [code('a'), 0, code('b'), 1],
      [code('a'), 0, code('b'), 1],
    ]);
    expect(run.mock.calls.map(([, outputs]) => outputs)).toEqual([['table', 'hidden.2']]);
  });

  test('are as many as are asked for', async () => {
    const { tokens, truncated, data } = await open('plain').model.tokenStates('abcdef', [1], {
      maxTokens: 3,
    });
    expect([tokens.length, truncated, data[0].length]).toEqual([3, true, 6]);
    const { tokens: most } = await open('plain').model.tokenStates('abcdefghijkl', [1], { maxTokens: 99 });
    expect(most).toHaveLength(8);
  });

  test('of an empty text are none', async () => {
    const { model, run } = open('inside');
    expect(await model.tokenStates('', [1], { role: 'bare' })).toMatchObject({ tokens: [] });
    const attention = await model.attention('', [1], { role: 'bare' });
    expect(attention?.data).toEqual([new Float32Array(0)]);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('insides', () => {
  test('are shown by a session that was made for it, and only the ones asked for', async () => {
    const { model, run } = open('inside');
    const attention = await model.attention('ab', [2], { role: 'bare' });
    expect(attention).toMatchObject({ heads: 3, layers: [2] });
    const pair = await model.queriesAndKeys('ab', 1, { role: 'bare' });
    expect(pair).toMatchObject({ heads: 3, keyHeads: 1, size: 4, layer: 1 });
    expect([pair?.queries.length, pair?.keys.length]).toEqual([24, 8]);
    expect(run.mock.calls.map(([, outputs]) => outputs)).toEqual([['att.2'], ['q.1', 'k.1']]);
    await expect(model.attention('ab', [0])).rejects.toThrow(RangeError);
    await expect(model.queriesAndKeys('ab', 3)).rejects.toThrow(RangeError);
  });

  test.each(['plain', 'unplaced'] as const)('are not shown by a session that is %s', async (form) => {
    const { model } = open(form);
    expect(await model.attention('ab', [1])).toBeNull();
    expect(await model.queriesAndKeys('ab', 1)).toBeNull();
    expect(await model.predict(['ab'], { layers: [2], k: 1 })).toBeNull();
  });

  test('that the card does not name are not there', async () => {
    const graph = { ...card.graph, attention: undefined, queries: undefined };
    const { model } = open('inside', { graph });
    expect(await model.attention('ab', [1])).toBeNull();
    expect(await model.queriesAndKeys('ab', 1)).toBeNull();
    expect(await model.positionTable()).toBeNull();
    expect(await model.nearestTokens(new Float32Array(2), 1)).toBeNull();
    // no head among the files
    expect(await model.predict(['ab'], { layers: [2], k: 1 })).toBeNull();
  });
});

test('entries of the vocabulary are readable, and the files in this thread count as memory', async () => {
  const { model } = open('plain');
  expect(await model.vocabularyTexts([97, 98])).toEqual(['a', 'b']);
  expect(await model.memory()).toBe(3);
});
