import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ELEMENT,
  externalFiles,
  initialiser,
  outputNames,
  withInitialiser,
  withOutputs,
} from './graphBytes.ts';

const read = (path: string) => new Uint8Array(readFileSync(resolve(import.meta.dirname, '../..', path)));
const minilm = read('public/models/all-minilm-l6-v2/model.onnx');
const bge = read('public/models/bge-small-zh-v1.5/model.onnx');
const hidden = (layers: number) => Array.from({ length: layers + 1 }, (_, layer) => `hidden.${layer}`);

/** What the Python package onnx reads in the same files; fixtures/graphs/make.py wrote it. */
interface Expected {
  readonly [model: string]: {
    readonly [name: string]: {
      dims: number[];
      dtype: number;
      bytes: number;
      sha256: string;
    };
  };
}
const expected: Expected = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../fixtures/graphs/initialisers.json'), 'utf8'),
);

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

describe.each(Object.entries(expected))('the constants of %s', (id, constants) => {
  const model = read(`public/models/${id}/model.onnx`);

  test.each(Object.entries(constants))(
    '%s is what onnx reads',
    async (name, { dims, dtype, bytes, sha256: sum }) => {
      const found = initialiser(model, name);
      expect(found).toMatchObject({ name, dims, dtype, external: null });
      expect(found?.data?.byteLength).toBe(bytes);
      expect(await sha256(found?.data ?? new Uint8Array())).toBe(sum);
    },
  );
});

test('a constant that is not there is null', () => {
  expect(initialiser(minilm, 'no.such')).toBeNull();
  expect([...externalFiles(minilm)]).toEqual([]);
});

describe('outputs', () => {
  test('are read in their order', () => {
    expect(outputNames(minilm)).toEqual(['table', ...hidden(6)]);
  });

  test('are put behind the file, which is left as it is; what is an output already is not put there again', () => {
    const softmax = 'layer.0.attention.softmax';
    const more = withOutputs(bge, [softmax, 'hidden.4']);
    expect(outputNames(more)).toEqual(['table', ...hidden(4), softmax]);
    expect(Buffer.compare(more.subarray(0, bge.length), bge)).toBe(0);
    // tag and length of the graph, of the output and of its name
    expect(more.length - bge.length).toBe(6 + softmax.length);
  });
});

describe('a constant filled with one number', () => {
  test('changes these bytes and no other', () => {
    const empty = withInitialiser(minilm, 'positions', 0);
    const before = initialiser(minilm, 'positions')?.data as Uint8Array<ArrayBuffer>;
    expect(initialiser(empty, 'positions')?.data?.every((byte) => byte === 0)).toBe(true);
    expect(before.some((byte) => byte !== 0)).toBe(true);
    const from = before.byteOffset;
    expect(Buffer.compare(empty.subarray(0, from), minilm.subarray(0, from))).toBe(0);
    const to = from + before.byteLength;
    expect(Buffer.compare(empty.subarray(to), minilm.subarray(to))).toBe(0);
  });

  test('holds ones in its own type', () => {
    const float32 = initialiser(withInitialiser(minilm, 'types', 1), 'types');
    expect(float32?.dtype).toBe(initialiser(minilm, 'types')?.dtype);
    const halves = initialiser(withInitialiser(minilm, 'words.scale', 1), 'words.scale');
    expect(halves?.dtype).toBe(ELEMENT.float16);
    expect(halves?.data?.slice(0, 4)).toEqual(Uint8Array.of(0, 0x3c, 0, 0x3c));
    const bytes = withInitialiser(bge, 'types', 1);
    const data = initialiser(bytes, 'types')?.data?.slice();
    expect(data && new Float32Array(data.buffer).every((value) => value === 1)).toBe(true);
  });

  test('is refused for what is no float, and for what is not there', () => {
    expect(() => withInitialiser(minilm, 'words.values', 0)).toThrow(RangeError);
    expect(() => withInitialiser(minilm, 'no.such', 0)).toThrow('no.such');
  });
});

test('bytes that are no model are refused, not read past their end', () => {
  expect(() => initialiser(Uint8Array.of(0x3a, 0x7f, 1), 'x')).toThrow(RangeError);
  expect(() => outputNames(Uint8Array.of(0xff, 0xff))).toThrow(RangeError);
});
