import { describe, expect, test, vi } from 'vitest';
import { Fault } from '../contract/fault.ts';
import { Encoder, type EncoderParts } from './encoder.ts';
import type { GraphFiles, OnnxRuntime, OutputTensor, TokenBatch } from './onnxRuntime.ts';
import type { RuntimeKind } from './runtimeFiles.ts';

const batch: TokenBatch = { batch: 1, tokens: 1, inputIds: new BigInt64Array(1), mask: new BigInt64Array(1) };
const graph: GraphFiles = { graph: new Uint8Array(1), externalData: [] };
const vector = (...values: number[]): OutputTensor => ({
  data: Float32Array.from(values),
  dims: [values.length],
});

/** A GPU whose loss and errors the test decides. */
function fakeGpu() {
  let lose = (_: GPUDeviceLostInfo) => {};
  const lost = new Promise<GPUDeviceLostInfo>((resolve) => {
    lose = resolve;
  });
  const device = Object.assign(new EventTarget(), { lost, destroy: vi.fn() });
  const adapter = {
    info: { vendor: 'test', architecture: 'real', device: '', description: '' },
    limits: {},
    features: new Set(),
    requestDevice: vi.fn(async () => device),
  };
  const gpu = { requestAdapter: async () => adapter } as unknown as GPU;
  return { gpu, device, adapter, lose: () => lose({ reason: 'unknown', message: '' } as GPUDeviceLostInfo) };
}

/** Sessions that answer 1 on the GPU and 2 on WASM, unless `onGpu` says otherwise. */
function parts(gpu: GPU | undefined, onGpu: () => Promise<number[]> = async () => [1]) {
  const release = vi.fn(async () => {});
  const runs: string[] = [];
  const runtime = vi.fn(
    async (kind: RuntimeKind): Promise<OnnxRuntime> => ({
      kind,
      threads: 4,
      createSession: async (_, device) => ({
        release,
        run: async () => {
          runs.push(device ? 'gpu' : `cpu of ${kind}`);
          return [vector(...(device ? await onGpu() : [2]))];
        },
      }),
    }),
  );
  return { release, runs, runtime, parts: { gpu, graph: async () => graph, runtime } satisfies EncoderParts };
}

const valueFrom = async (encoder: Encoder) => (await encoder.run(batch, ['x']))[0].data[0];

describe('the GPU', () => {
  test('is used when it is real, with its own runtime alone', async () => {
    const { parts: given, runtime } = parts(fakeGpu().gpu);
    const encoder = await Encoder.open('auto', given);
    expect(encoder.report).toEqual({ device: 'webgpu', reason: 'gpu-found', threads: 4, selfCheck: null });
    expect(await valueFrom(encoder)).toBe(1);
    expect(runtime.mock.calls).toEqual([['webgpu']]);
  });

  test('is not even looked for when WASM is asked for', async () => {
    const requestAdapter = vi.fn();
    const { parts: given, runtime } = parts({ requestAdapter } as unknown as GPU);
    const encoder = await Encoder.open('wasm', given);
    expect(encoder.report).toMatchObject({ device: 'wasm', reason: 'asked' });
    expect(requestAdapter).not.toHaveBeenCalled();
    expect(runtime.mock.calls).toEqual([['wasm']]);
  });

  test('that gives no device is passed over', async () => {
    const { gpu, adapter } = fakeGpu();
    adapter.requestDevice.mockRejectedValue(new Error('limits'));
    const encoder = await Encoder.open('webgpu', parts(gpu).parts);
    expect(encoder.report).toMatchObject({ device: 'wasm', reason: 'webgpu-failed' });
    expect(await valueFrom(encoder)).toBe(2);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('validation'))],
    ['gives what is no number', async () => [Number.NaN]],
  ])('that %s in a run hands the same batch to WASM', async (_, onGpu) => {
    const { gpu, device } = fakeGpu();
    const { parts: given, runs, release } = parts(gpu, onGpu);
    const encoder = await Encoder.open('webgpu', given);
    expect(await valueFrom(encoder)).toBe(2);
    expect(encoder.report).toMatchObject({ device: 'wasm', reason: 'webgpu-failed' });
    expect(runs).toEqual(['gpu', 'cpu of wasm']);
    expect(release).toHaveBeenCalledOnce();
    expect(device.destroy).toHaveBeenCalledOnce();
  });

  test('that reports an error beside its answer is not trusted', async () => {
    const { gpu, device } = fakeGpu();
    const encoder = await Encoder.open(
      'webgpu',
      parts(gpu, async () => {
        device.dispatchEvent(new Event('uncapturederror'));
        return [1];
      }).parts,
    );
    expect(await valueFrom(encoder)).toBe(2);
    expect(encoder.report.reason).toBe('webgpu-failed');
  });

  test.each([
    ['and the run never ends', () => new Promise<number[]>(() => {})],
    ['and the run fails first', () => Promise.reject(new Error('mapAsync'))],
  ])('is lost in a run, %s: WASM finishes it', async (_, onGpu) => {
    const { gpu, lose } = fakeGpu();
    const { parts: given } = parts(gpu, () => {
      setTimeout(lose, 20);
      return onGpu();
    });
    const encoder = await Encoder.open('webgpu', given);
    encoder.passed(0.99999);
    expect(await valueFrom(encoder)).toBe(2);
    expect(encoder.report).toEqual({ device: 'wasm', reason: 'device-lost', threads: 4, selfCheck: 0.99999 });
  });

  test('is lost between runs', async () => {
    const { gpu, lose } = fakeGpu();
    const { parts: given, runs } = parts(gpu);
    const encoder = await Encoder.open('webgpu', given);
    expect(await valueFrom(encoder)).toBe(1);
    lose();
    await Promise.resolve();
    expect(await Promise.all([valueFrom(encoder), valueFrom(encoder)])).toEqual([2, 2]);
    expect(encoder.report.reason).toBe('device-lost');
    expect(runs).toEqual(['gpu', 'cpu of wasm', 'cpu of wasm']);
  });

  test('is lost while offline: its own runtime goes on with the CPU', async () => {
    const { gpu, lose } = fakeGpu();
    const { parts: given, runtime, runs } = parts(gpu);
    const encoder = await Encoder.open('webgpu', given);
    runtime.mockRejectedValue(new Fault('asset-unreachable'));
    lose();
    await Promise.resolve();
    expect(await valueFrom(encoder)).toBe(2);
    expect(runs).toEqual(['cpu of webgpu']);
  });
});

test('a runtime that cannot be fetched is a fault of the load', async () => {
  const { parts: given, runtime } = parts(undefined);
  runtime.mockRejectedValue(new Fault('asset-unreachable', { file: 'x.wasm' }));
  await expect(Encoder.open('auto', given)).rejects.toMatchObject({ code: 'asset-unreachable' });
});

test('runs are serialised, and one that fails blocks none', async () => {
  let running = 0;
  let most = 0;
  let calls = 0;
  const { parts: given } = parts(undefined);
  given.runtime.mockResolvedValue({
    kind: 'wasm',
    threads: 1,
    createSession: async () => ({
      release: async () => {},
      run: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running--;
        if (++calls === 2) throw new Fault('out-of-memory');
        return [vector(calls)];
      },
    }),
  });
  const encoder = await Encoder.open('wasm', given);
  const answers = await Promise.allSettled([1, 2, 3].map(() => valueFrom(encoder)));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(most).toBe(1);
});
