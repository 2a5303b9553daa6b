import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { sourceHash } from '../../../tools/kernels/sourceHash.mjs';
import { TextTokenizer } from '../../text/tokenizer.ts';
import { padded } from '../batchRunner.ts';
import type { ContextualCard } from '../modelCard.ts';
import { normalise, pool } from '../pooling.ts';
import { readBert } from './bertWeights.ts';
import { ENCODER_SOURCES } from './encoderWasm.ts';
import { KernelEncoder } from './kernelEncoder.ts';

// Node 20 has relaxed SIMD behind a flag
setFlagsFromString('--experimental-wasm-relaxed-simd');

const folder = (id: string) => new URL(`../../../public/models/${id}/`, import.meta.url);

function open(id: string) {
  const card = JSON.parse(readFileSync(new URL('model.json', folder(id)), 'utf8')) as ContextualCard;
  const graph = new Uint8Array(readFileSync(new URL('model.onnx', folder(id))));
  const tokenizer = new TextTokenizer(
    JSON.parse(readFileSync(new URL('tokenizer.json', folder(id)), 'utf8')),
  );
  const { hiddenStates } = card.graph;
  const encoder = new KernelEncoder(readBert(graph, card), hiddenStates, 1);
  const idsOf = (text: string) => tokenizer.encode(text, card.maxTokens, card.textPrefix).inputIds;
  return { card, encoder, idsOf, last: hiddenStates[card.layers] };
}

test('the compiled kernels are those of the sources', () => {
  expect(ENCODER_SOURCES, 'run `npm run kernels`').toBe(sourceHash('encoder'));
});

describe.each(['all-minilm-l6-v2', 'bge-small-zh-v1.5', 'multilingual-e5-small'])('%s', (id) => {
  const { card, encoder, idsOf, last } = open(id);
  const { dim } = card;
  const sequences = card.probe.map(({ text }) => idsOf(text));
  const [whole] = encoder.run(padded(sequences), [last]);
  const width = whole.dims[1];

  test('gives the reference vectors of native onnxruntime', () => {
    for (const [row, { vector }] of card.probe.entries()) {
      const out = new Float32Array(dim);
      const from = row * width * dim;
      pool(whole.data.slice(from, from + sequences[row].length * dim), dim, card.pooling, out);
      normalise(out);
      let dot = 0;
      for (let d = 0; d < dim; d++) dot += out[d] * vector[d];
      expect(dot, card.probe[row].text).toBeGreaterThan(0.99999);
    }
  });

  test('numbers do not depend on what stands beside them', () => {
    for (const [row, ids] of sequences.entries()) {
      const [alone] = encoder.run(padded([ids]), [last]);
      const from = row * width * dim;
      expect(alone.data).toEqual(whole.data.slice(from, from + ids.length * dim));
    }
  });

  test('the first tokens alone are those of the whole', () => {
    const [first] = encoder.run(padded(sequences), [last], true);
    expect(first.dims).toEqual([sequences.length, 1, dim]);
    for (let row = 0; row < sequences.length; row++) {
      const from = row * width * dim;
      expect(first.data.slice(row * dim, (row + 1) * dim)).toEqual(whole.data.slice(from, from + dim));
    }
  });

  test('refuses what it cannot run', () => {
    expect(() => encoder.run(padded(sequences), [card.graph.table])).toThrow(RangeError);
    expect(() => encoder.run(padded([new Array(600).fill(1)]), [last])).toThrow(RangeError);
  });
});
