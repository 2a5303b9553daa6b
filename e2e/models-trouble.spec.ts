import type { Page } from '@playwright/test';
import type { Device } from '../src/contract/options.ts';
import { cardText, expect, gpuArgs, harnessUrl, modelFile, patchWorker, test } from './support/models.ts';
import { cosine } from './support/modelsNpy.ts';
import { startServer } from './support/modelsServer.ts';

const minilm = 'all-minilm-l6-v2';
const glove = 'glove-6b-50d';

/** Loads a model and embeds one text: what came of it, a fault included. */
function attempt(page: Page, id: string, device: Device = 'wasm') {
  return page.evaluate(
    async ({ id, device }) => {
      const stages: string[] = [];
      let bytes = 0;
      try {
        const model = await window.harness.loadModel(id, {
          device,
          onProgress: ({ stage, done }) => {
            if (stages[stages.length - 1] !== stage) stages.push(stage);
            if (stage === 'download') bytes = Math.max(bytes, done);
          },
        });
        const { data } = await model.embedTexts(['bank']);
        const { card, report, cached } = model;
        model.dispose();
        return {
          ok: true,
          vector: [...data],
          report,
          cached,
          stages,
          bytes,
          total: window.harness.totalBytes(card),
        };
      } catch (error) {
        const { name, code, details } = error as Error & { code: string; details: Record<string, unknown> };
        return { ok: false, name, code, details, stages, bytes };
      }
    },
    { id, device },
  );
}

test.describe.configure({ timeout: 300_000 });

const text = (value: unknown) => JSON.stringify(value);

test.describe('the device', () => {
  test('auto: WASM where the browser offers no adapter', async ({ open }) => {
    const result = await attempt(await open(), minilm, 'auto');
    expect(result.report, text(result)).toMatchObject({ device: 'wasm', reason: 'no-adapter' });
    expect(result.report?.selfCheck).toBeGreaterThan(0.9999);
  });

  test('auto: WASM where the only adapter is software', async ({ open }) => {
    const result = await attempt(await open({ args: gpuArgs }), minilm, 'auto');
    expect(result.report, text(result)).toMatchObject({ device: 'wasm', reason: 'software-adapter' });
  });

  test('a GPU that computes wrongly is found out, and WASM takes over', async ({ open }) => {
    const corrupt = `
      const range = GPUBuffer.prototype.getMappedRange;
      GPUBuffer.prototype.getMappedRange = function (...place) {
        const bytes = range.apply(this, place);
        if (this.usage & GPUBufferUsage.MAP_READ) new Float32Array(bytes).reverse();
        return bytes;
      };`;
    const page = await open({ args: gpuArgs, before: (page) => patchWorker(page, corrupt) });
    const result = await attempt(page, minilm, 'webgpu');
    expect(result.report, text(result)).toMatchObject({ device: 'wasm', reason: 'self-check-failed' });
    expect(result.report?.selfCheck).toBeGreaterThan(0.9999);
    const sound = await attempt(await open(), minilm);
    expect(cosine(result.vector ?? [], sound.vector ?? [])).toBeGreaterThan(0.9999);
  });

  test('references that are wrong for both devices refuse the model', async ({ open }) => {
    const card = JSON.parse(cardText(minilm));
    for (const probe of card.probe) probe.vector.reverse();
    const before = (page: Page) =>
      page.route(`**/${minilm}/model.json`, (route) => route.fulfill({ json: card }));
    const result = await attempt(await open({ args: gpuArgs, before }), minilm, 'webgpu');
    expect(result, text(result)).toMatchObject({
      ok: false,
      code: 'self-check-failed',
      details: { model: minilm },
    });
  });

  test('references that are wrong refuse a static model too', async ({ open }) => {
    const card = JSON.parse(cardText(glove));
    card.probe[1].vector.reverse();
    const before = (page: Page) =>
      page.route(`**/${glove}/model.json`, (route) => route.fulfill({ json: card }));
    expect(await attempt(await open({ before }), glove)).toMatchObject({
      ok: false,
      code: 'self-check-failed',
    });
  });

  for (const offline of [false, true]) {
    test(`a GPU lost in the middle${offline ? ', with no network left,' : ''} hands the rest to WASM`, async ({
      open,
    }) => {
      const onDemand = `
        const request = GPUAdapter.prototype.requestDevice;
        GPUAdapter.prototype.requestDevice = async function (...given) {
          const device = await request.apply(this, given);
          new BroadcastChannel('gpu').onmessage = () => device.destroy();
          return device;
        };`;
      const page = await open({ args: gpuArgs, before: (page) => patchWorker(page, onDemand) });
      if (offline)
        await page.route('**/ort-wasm-simd-threaded-*.wasm', (route) => route.abort('internetdisconnected'));
      const given = await page.evaluate(async (id) => {
        const model = await window.harness.loadModel(id, { device: 'webgpu' });
        const before = model.report;
        const texts = Array.from(
          { length: 40 },
          (_, n) => `A bank ${'and another bank '.repeat(n % 20)}number ${n}.`,
        );
        const channel = new BroadcastChannel('gpu');
        const progress: number[] = [];
        const embedded = await model.embedTexts(texts, {
          onProgress: (done) => {
            progress.push(done);
            if (progress.length === 2) channel.postMessage('lose it');
          },
        });
        return {
          before,
          after: model.report,
          texts,
          vectors: [...embedded.data],
          progress,
          dim: embedded.dim,
        };
      }, minilm);
      expect(given.before).toMatchObject({ device: 'webgpu', reason: 'asked' });
      expect(given.after).toMatchObject({ device: 'wasm', reason: 'device-lost' });
      expect(given.progress.length).toBeGreaterThan(2);
      expect(given.progress[1]).toBeGreaterThan(0);
      expect(given.progress[1]).toBeLessThan(40);
      expect(given.progress[given.progress.length - 1]).toBe(40);
      const sound = await (await open()).evaluate(
        async ({ id, texts }) => {
          const model = await window.harness.loadModel(id, { device: 'wasm' });
          return [...(await model.embedTexts(texts)).data];
        },
        { id: minilm, texts: given.texts },
      );
      for (let row = 0; row < 40; row++) {
        const part = (all: number[]) => all.slice(row * given.dim, (row + 1) * given.dim);
        expect(cosine(part(given.vectors), part(sound)), given.texts[row]).toBeGreaterThan(0.9999);
      }
    });
  }
});

test.describe('downloads', () => {
  test('count real bytes; a second visit downloads nothing', async ({ open }) => {
    const page = await open();
    const requested: string[] = [];
    page.context().on('request', (request) => requested.push(new URL(request.url()).pathname));
    const first = await attempt(page, minilm);
    expect(first, text(first)).toMatchObject({ ok: true, cached: true });
    expect(first.stages).toEqual(['download', 'verify', 'session', 'self-check']);
    expect(first.bytes).toBe(first.total);
    const heavy = () => requested.filter((path) => /\.(onnx|wasm|bin)$|tokenizer\.json$/.test(path));
    expect(heavy()).toHaveLength(3);

    requested.length = 0;
    await page.reload();
    await page.waitForFunction(() => 'harness' in window);
    const card = await page.evaluate(
      async (id) => window.harness.isCached(await window.harness.loadCard(id, document.baseURI)),
      minilm,
    );
    expect(card).toBe(true);
    expect(await attempt(page, minilm)).toMatchObject({ ok: true, cached: true, vector: first.vector });
    expect(heavy()).toEqual([]);
  });

  for (const [how, change] of [
    ['truncated', (file: Buffer) => file.subarray(0, file.length - 1000)],
    [
      'altered',
      (file: Buffer) =>
        Buffer.concat([file.subarray(0, 2_000_000), Buffer.from('x'), file.subarray(2_000_001)]),
    ],
  ] as const) {
    test(`a ${how} file is refused by name, and the next try works`, async ({ open }) => {
      const body = change(modelFile(minilm, 'model.onnx'));
      const before = (page: Page) => page.route('**/model.onnx', (route) => route.fulfill({ body }));
      const page = await open({ before });
      const refused = await attempt(page, minilm);
      expect(refused, text(refused)).toMatchObject({
        ok: false,
        code: 'asset-corrupt',
        details: { file: 'model.onnx' },
      });
      await page.unroute('**/model.onnx');
      expect(await attempt(page, minilm)).toMatchObject({ ok: true });
    });
  }

  test('a network that breaks in the middle is said, and the next try works', async ({ open }) => {
    const server = await startServer();
    try {
      server.breaksIn = 'model.onnx';
      const page = await open({ url: `http://localhost:${server.port}/` });
      const broken = await attempt(page, minilm);
      expect(broken, text(broken)).toMatchObject({
        ok: false,
        code: 'asset-unreachable',
        details: { file: 'model.onnx' },
      });
      expect(broken.bytes).toBeGreaterThan(1_000_000);
      server.breaksIn = null;
      expect(await attempt(page, minilm)).toMatchObject({ ok: true });
    } finally {
      await server.close();
    }
  });

  test('a missing file and a page in its place are told apart from a broken one', async ({ open }) => {
    const page = await open();
    for (const answer of [
      { status: 404, body: '' },
      { contentType: 'text/html', body: '<!doctype html>' },
    ]) {
      await page.route('**/vocabulary.txt', (route) => route.fulfill(answer));
      expect(await attempt(page, glove)).toMatchObject({
        code: 'asset-refused',
        details: { file: 'vocabulary.txt', status: 404 },
      });
      await page.unroute('**/vocabulary.txt');
    }
    expect(await attempt(page, 'no-such-model')).toMatchObject({ code: 'asset-refused' });
  });

  for (const [how, code] of [
    ['no cache', `Object.defineProperty(self, 'caches', { value: undefined });`],
    [
      'a full cache',
      `Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));`,
    ],
  ]) {
    test(`${how} is no obstacle`, async ({ open }) => {
      const page = await open({ before: (page) => patchWorker(page, code) });
      expect(await attempt(page, glove)).toMatchObject({ ok: true, cached: false });
      expect(await attempt(page, glove)).toMatchObject({ ok: true, cached: false });
    });
  }

  test('plain http to another host: no cache, no crypto.subtle, no threads, no GPU, and it works', async ({
    open,
  }) => {
    const server = await startServer({ isolated: false });
    try {
      const page = await open({
        args: ['--host-resolver-rules=MAP classroom.test localhost'],
        url: `http://classroom.test:${server.port}/`,
      });
      expect(await page.evaluate(() => [isSecureContext, crossOriginIsolated])).toEqual([false, false]);
      const result = await attempt(page, minilm, 'auto');
      expect(result, text(result)).toMatchObject({
        ok: true,
        cached: false,
        report: { device: 'wasm', reason: 'no-webgpu', threads: 1 },
      });
    } finally {
      await server.close();
    }
  });
});

test.describe('work', () => {
  test('is cancelled in the middle, and the model goes on', async ({ open }) => {
    const given = await (await open()).evaluate(async (id) => {
      const model = await window.harness.loadModel(id, { device: 'wasm' });
      const controller = new AbortController();
      const progress: number[] = [];
      const texts = Array.from(
        { length: 2000 },
        (_, n) => `A bank, and another bank by the river, number ${n}.`,
      );
      const name = await model
        .embedTexts(texts, {
          signal: controller.signal,
          onProgress: (done) => {
            progress.push(done);
            if (done > 0) controller.abort();
          },
        })
        .then(
          () => 'finished',
          (error: Error) => error.name,
        );
      const started = performance.now();
      const { data } = await model.embedTexts(['bank']);
      return {
        name,
        wait: performance.now() - started,
        last: progress[progress.length - 1],
        length: data.length,
      };
    }, minilm);
    expect(given.name).toBe('AbortError');
    expect(given.last).toBeLessThan(1000);
    expect(given.length).toBe(384);
  });

  test('a load can be cancelled', async ({ open }) => {
    const given = await (await open()).evaluate(async (id) => {
      const controller = new AbortController();
      return window.harness
        .loadModel(id, { device: 'wasm', signal: controller.signal, onProgress: () => controller.abort() })
        .then(
          () => 'loaded',
          (error: Error) => error.name,
        );
    }, minilm);
    expect(given).toBe('AbortError');
  });

  test('a worker that does not start is a fault, not a wait for ever', async ({ open }) => {
    const before = (page: Page) => page.route('**/modelWorker-*.js', (route) => route.abort());
    expect(await attempt(await open({ before }), glove)).toMatchObject({ ok: false, code: 'worker-missing' });
  });
});

test('a static model: traditional forms, texts of several words, origins, the whole dictionary', async ({
  open,
}) => {
  const page = await open({ url: harnessUrl });
  const given = await page.evaluate(async () => {
    const model = await window.harness.loadModel('glove-zh-cedict');
    const { data, dim, missing, coverage } = await model.embedTexts([
      '银行',
      '銀行',
      '我们去银行取钱',
      '火星语x',
    ]);
    return {
      rows: [0, 1].map((row) => [...data.subarray(row * dim, (row + 1) * dim)]),
      missing,
      coverage: [...(coverage ?? [])],
      tokens: await model.tokenize(['我们去银行取钱。']),
      origin: await model.origin('銀行'),
      nearest: await model.nearest(data.slice(0, dim), 5),
      report: model.report,
    };
  });
  expect(given.report).toMatchObject({ device: 'none', reason: 'static' });
  expect(given.rows[1]).toEqual(given.rows[0]);
  expect(given.coverage[2]).toBeGreaterThan(0.5);
  expect(given.tokens[0]).toContainEqual(expect.objectContaining({ text: '银行', start: 3, end: 5 }));
  expect(given.origin?.word).toBe('银行');
  expect(given.origin?.glosses[0][0]).toContain('bank');
  expect(given.nearest?.words[0]).toBe('银行');
  expect(given.nearest?.scores[0]).toBeCloseTo(1, 5);
});
