import { describe, expect, test, vi } from 'vitest';
import { BatchRunner, type TokenEncoder } from '../batchRunner.ts';
import type { DeviceReport } from '../embeddingModel.ts';
import type { OutputTensor, TokenBatch } from '../onnxRuntime.ts';
import { LONG_LIST, LongLists } from './longLists.ts';

const DIM = 2;

/** States that name their token and who computed them. */
function states({ batch, tokens, inputIds }: TokenBatch, by: number): OutputTensor[] {
  const data = new Float32Array(batch * tokens * DIM);
  for (let at = 0; at < batch * tokens; at++) data.set([Number(inputIds[at]), by], at * DIM);
  return [{ data, dims: [batch, tokens, DIM] }];
}
const BY_ENCODER = 1;
const BY_KERNELS = 2;

function encoderOn(device: DeviceReport['device']): TokenEncoder {
  return {
    report: { device, reason: 'asked', threads: 1, selfCheck: 1 },
    run: async (feeds) => states(feeds as TokenBatch, BY_ENCODER),
    dispose: vi.fn(),
  };
}

/** Kernels whose run number `failing` (from 0) throws, or gives what is no number. */
function kernels(failing = Number.POSITIVE_INFINITY, how: 'throws' | 'NaN' = 'throws') {
  let runs = 0;
  return {
    dispose: vi.fn(),
    gives: (outputs: readonly string[]) => outputs.every((name) => name === 'hidden'),
    run: vi.fn((batch: TokenBatch) => {
      const results = states(batch, BY_KERNELS);
      if (runs++ < failing) return results;
      if (how === 'throws') throw new RangeError('not today');
      results[0].data[1] = Number.NaN;
      return results;
    }),
  };
}

const long = Array.from({ length: LONG_LIST / 8 }, (_, index) => new Array<number>(8).fill(index + 1));

/** Runs a list; who computed each sequence, after checking that it got its own states. */
async function whoRan(runner: BatchRunner, sequences: readonly (readonly number[])[], output = 'hidden') {
  const by: number[] = [];
  const progress: number[] = [];
  await runner.run(
    sequences,
    [output],
    { onProgress: (done) => progress.push(done) },
    { doneBefore: 0, total: sequences.length },
    (index, [own]) => {
      expect(own).toHaveLength(sequences[index].length * DIM);
      expect(own[0]).toBe(sequences[index][0]);
      by[index] = own[1];
      return 1;
    },
  );
  expect(progress[progress.length - 1]).toBe(sequences.length);
  return { by: new Set(by), count: by.filter((who) => who > 0).length };
}

describe('a list', () => {
  test('that is short never makes kernels', async () => {
    const open = vi.fn(async () => kernels());
    const runner = new BatchRunner(encoderOn('wasm'), 64, new LongLists(open));
    expect(await whoRan(runner, long.slice(1))).toEqual({
      by: new Set([BY_ENCODER]),
      count: long.length - 1,
    });
    expect(open).not.toHaveBeenCalled();
  });

  test('that is long runs on kernels, made once', async () => {
    const open = vi.fn(async () => kernels());
    const runner = new BatchRunner(encoderOn('wasm'), 64, new LongLists(open));
    for (let call = 0; call < 2; call++) {
      expect(await whoRan(runner, long)).toEqual({ by: new Set([BY_KERNELS]), count: long.length });
    }
    expect(open).toHaveBeenCalledOnce();
  });

  test('runs on the GPU where that was chosen', async () => {
    const open = vi.fn(async () => kernels());
    const runner = new BatchRunner(encoderOn('webgpu'), 64, new LongLists(open));
    expect((await whoRan(runner, long)).by).toEqual(new Set([BY_ENCODER]));
    expect(open).not.toHaveBeenCalled();
  });

  test('asks the runtime for outputs that the kernels have not', async () => {
    const runner = new BatchRunner(encoderOn('wasm'), 64, new LongLists(async () => kernels()));
    expect((await whoRan(runner, long, 'table')).by).toEqual(new Set([BY_ENCODER]));
  });
});

describe('kernels that are not to be had', () => {
  test.each([
    ['none', async () => null],
    ['an error', () => Promise.reject(new Error('no relaxed SIMD'))],
  ])('%s: the runtime does it, and they are not asked for again', async (_, given) => {
    const open = vi.fn(given);
    const runner = new BatchRunner(encoderOn('wasm'), 64, new LongLists(open));
    for (let call = 0; call < 2; call++) {
      expect((await whoRan(runner, long)).by).toEqual(new Set([BY_ENCODER]));
    }
    expect(open).toHaveBeenCalledOnce();
  });
});

describe('kernels that fail in the middle', () => {
  test.each(['throws', 'NaN'] as const)('%s: the runtime does the rest, for good', async (how) => {
    const made = kernels(3, how);
    const runner = new BatchRunner(encoderOn('wasm'), 64, new LongLists(async () => made));
    expect(await whoRan(runner, long)).toEqual({
      by: new Set([BY_KERNELS, BY_ENCODER]),
      count: long.length,
    });
    expect(made.dispose).toHaveBeenCalledOnce();
    expect((await whoRan(runner, long)).by).toEqual(new Set([BY_ENCODER]));
    expect(made.run).toHaveBeenCalledTimes(4);
  });
});

test('disposing ends kernels and encoder', async () => {
  const made = kernels();
  const encoder = encoderOn('wasm');
  const runner = new BatchRunner(encoder, 64, new LongLists(async () => made));
  await whoRan(runner, long);
  runner.dispose();
  await Promise.resolve();
  expect(made.dispose).toHaveBeenCalledOnce();
  expect(encoder.dispose).toHaveBeenCalledOnce();
});
