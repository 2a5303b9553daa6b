import { expect, test } from 'vitest';
import { type ReadCalls, readBack } from './readBack.ts';

/** A GPU that needs `lag` looks for what it was asked; drawing and reading are counted. */
function slowGpu(lag: number, isLost = false) {
  const calls: string[] = [];
  let left = 0;
  const gl = {
    TIMEOUT_EXPIRED: 1,
    WAIT_FAILED: 2,
    createBuffer: () => ({}),
    deleteBuffer: () => void calls.push('freed'),
    bindBuffer: () => {},
    bufferData: () => {},
    flush: () => {},
    deleteSync: () => {},
    readPixels: (...given: unknown[]) => void calls.push(`pixels to ${String(given.at(-1))}`),
    fenceSync: () => {
      calls.push('fence');
      left = lag;
      return isLost ? null : {};
    },
    clientWaitSync: () => (left-- > 0 ? 1 : 0),
    getBufferSubData: (_: number, __: number, out: Uint8Array) => {
      calls.push('read');
      out.fill(7);
    },
  };
  return { gl: gl as unknown as ReadCalls, calls };
}

test('pixels go to a buffer, and are read when the GPU is done', async () => {
  const { gl, calls } = slowGpu(3);
  const out = new Uint8Array(4);
  let sleeps = 0;
  const sleep = async (): Promise<void> => {
    sleeps += 1;
  };
  await readBack(gl, 1, out, () => 5, sleep);
  expect(calls).toEqual(['pixels to 0', 'fence', 'read', 'freed']);
  expect([sleeps, out[0]]).toEqual([4, 7]);
});

test('frames that were drawn meanwhile are waited for too, but not for ever', async () => {
  const { gl, calls } = slowGpu(1);
  let frame = 0;
  const drawing = async (): Promise<void> => {
    frame = Math.min(3, frame + 1);
  };
  await readBack(gl, 1, new Uint8Array(4), () => frame, drawing);
  expect(calls.filter((call) => call === 'fence')).toHaveLength(3);
  expect(calls.at(-2)).toBe('read');
  calls.length = 0;
  const always = async (): Promise<void> => {
    frame += 1;
  };
  await readBack(gl, 1, new Uint8Array(4), () => frame, always);
  expect(calls.filter((call) => call === 'fence')).toHaveLength(63);
  expect(calls.at(-2)).toBe('read');
});

test('a lost context is said, and nothing is left behind', async () => {
  const { gl, calls } = slowGpu(0, true);
  await expect(readBack(gl, 1, new Uint8Array(4), () => 0)).rejects.toThrow('lost');
  expect(calls).toEqual(['pixels to 0', 'fence', 'freed']);
});
