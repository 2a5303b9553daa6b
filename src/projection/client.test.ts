import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import { finish } from '../vectors/steps.ts';
import { serve, type WorkerLike } from '../workers/rpc.ts';
import { startProjection } from './client.ts';
import { projectSteps } from './project.ts';
import type { ProjectionInfo, ProjectionInput } from './projection.ts';
import { type ProjectionMethods, projectionHandlers } from './service.ts';

const { tall } = reference;
const input: ProjectionInput = {
  data: tall.data,
  dim: tall.dim,
  metric: 'cosine',
  method: 'umap',
  dims: 3,
  nNeighbors: 15,
  minDist: 0.1,
  nEpochs: 5000,
  seed: 7,
};

/** The worker's code at the other end of a message channel: messages are copied and moved as to a worker. */
function channelWorker() {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  serve<ProjectionMethods>(
    {
      addEventListener: (_, listener) => port2.addEventListener('message', listener),
      postMessage: (message, transfer) => port2.postMessage(message, transfer),
    },
    projectionHandlers(),
  );
  let ended = false;
  const end = () => {
    ended = true;
    port1.close();
  };
  const worker = {
    addEventListener: port1.addEventListener.bind(port1),
    postMessage: port1.postMessage.bind(port1),
    terminate: end,
  } as WorkerLike;
  return { createWorker: () => worker, ended: () => ended };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('the result is that of the plain steps; PCA is the first frame and the worker ends', async () => {
  const { createWorker, ended } = channelWorker();
  const frames: { map: Float32Array; info: ProjectionInfo }[] = [];
  const running = startProjection(input, {
    createWorker,
    onFrame: (map, info) => frames.push({ map, info }),
  });
  const result = await running.result;
  const plain = finish(projectSteps(input, { stopped: false }));
  expect(result.coordinates).toEqual(plain.coordinates);
  expect(result.neighbours).toEqual({ ...plain.neighbours });
  expect(result.quality).toEqual(plain.quality);
  expect(result.preservation).toEqual(plain.preservation);
  expect(frames[0].info).toEqual({ stage: 'pca', done: 1, total: 1 });
  expect(frames[0].map.length).toBe(tall.n * 3);
  expect(frames.at(-1)?.map).toEqual(plain.coordinates);
  expect(input.data.length).toBe(tall.n * tall.dim);
  expect(ended()).toBe(true);
});

test('pause holds the work at once, and changes nothing in the result', async () => {
  const { createWorker } = channelWorker();
  const epochs: number[] = [];
  let pausedAt = 0;
  const running = startProjection(input, {
    createWorker,
    onFrame: (_, { stage, done }) => {
      if (stage !== 'umap') return;
      epochs.push(done);
      if (pausedAt === 0) {
        pausedAt = done;
        running.pause();
      }
    },
  });
  while (pausedAt === 0) await wait(5);
  await wait(100);
  const held = epochs.length;
  await wait(200);
  expect(epochs.length).toBe(held);
  expect(epochs[held - 1]).toBeLessThan(5000);
  running.resume();
  const result = await running.result;
  expect(result.settings.nEpochs).toBe(5000);
  expect(result.coordinates).toEqual(finish(projectSteps(input, { stopped: false })).coordinates);
});

test('stop ends early, also while paused', async () => {
  const { createWorker } = channelWorker();
  let seen = false;
  const running = startProjection(
    { ...input, nEpochs: 5000 },
    {
      createWorker,
      onFrame: (_, { stage }) => {
        if (seen || stage !== 'umap') return;
        seen = true;
        running.pause();
        running.stop();
      },
    },
  );
  const { settings, method } = await running.result;
  expect(method).toBe('umap');
  expect(settings.nEpochs).toBeGreaterThan(0);
  expect(settings.nEpochs).toBeLessThan(5000);
  running.pause();
  running.stop();
});

test('an abort rejects at once and ends the worker, also while paused', async () => {
  const { createWorker, ended } = channelWorker();
  const controller = new AbortController();
  const running = startProjection(
    { ...input, nEpochs: 5000 },
    { createWorker, signal: controller.signal, onFrame: () => controller.abort() },
  );
  running.pause();
  running.resume();
  await expect(running.result).rejects.toMatchObject({ name: 'AbortError' });
  expect(ended()).toBe(true);
});

test('a refusal arrives as a Fault', async () => {
  const { createWorker } = channelWorker();
  const data = Float32Array.of(1, 2, Number.NaN, 4);
  const running = startProjection({ ...input, data, dim: 2 }, { createWorker });
  await expect(running.result).rejects.toMatchObject({ code: 'vectors-invalid', details: { row: 1 } });
});
