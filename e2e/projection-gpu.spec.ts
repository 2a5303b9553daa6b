import { expect, gpuArgs, test } from './support/models.ts';

const mean = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0) / values.length;

/** Several blocks of rows, passes and buffers, as larger data would need. */
const small = { rows: 256, columns: 128, chunkRows: 256 };

test('neighbours found on the GPU are the CPU’s, bit for bit', async ({ open }) => {
  const page = await open({ args: gpuArgs });
  for (const [kind, count, metric, k, cut] of [
    ['words', 600, 'cosine', 15, small],
    ['repeated', 600, 'cosine', 15, small],
    ['repeated', 600, 'euclidean', 15, small],
    ['crowd', 600, 'cosine', 15, small],
    ['grid', 600, 'euclidean', 15, small],
    ['words', 4, 'euclidean', 15, undefined],
    ['repeated', 600, 'cosine', 1, undefined],
    // more columns than one pass takes
    ['repeated', 1100, 'cosine', 200, undefined],
  ] as const) {
    const found = await page.evaluate(
      ([kind, count, metric, k, cut]) => window.harness.projectionGpu.neighbours(kind, count, metric, k, cut),
      [kind, count, metric, k, cut] as const,
    );
    const kept = Math.min(k, count - 1);
    const expected = { k: kept, entries: count * kept, indices: 0, distances: 0 };
    expect(found, `${k} of ${count} ${kind}, ${metric}`).toMatchObject(expected);
    expect(found.told.at(-1)).toBe(1);
  }
});

for (const dims of [2, 3] as const) {
  test(`a ${dims}D map made on the GPU is as trustworthy as umap-js’s, and one seed gives one map`, async ({
    open,
  }) => {
    const page = await open({ args: gpuArgs });
    const { gpu, cpu, isSame, isFramed } = await page.evaluate(
      (dims) => window.harness.projectionGpu.maps(800, dims, 200, [1, 2]),
      dims,
    );
    const description = JSON.stringify({ gpu, cpu });
    test.info().annotations.push({ type: 'quality', description });
    const trust = (maps: typeof gpu) => mean(maps.map(({ trustworthiness }) => trustworthiness));
    const continuity = (maps: typeof gpu) => mean(maps.map(({ continuity }) => continuity));
    expect(trust(gpu), description).toBeGreaterThanOrEqual(trust(cpu) - 0.01);
    expect(continuity(gpu), description).toBeGreaterThanOrEqual(continuity(cpu) - 0.015);
    expect(isSame).toBe(true);
    expect(isFramed).toBe(true);
  });
}

test('work on the GPU ends when it is cancelled and when the GPU is lost', async ({ open }) => {
  const page = await open({ args: gpuArgs });
  const aborted = await page.evaluate(() => window.harness.projectionGpu.ends('abort'));
  expect(aborted).toMatchObject({ umap: 'signal AbortError', neighbours: 'signal AbortError' });
  expect(aborted.epochs).toBeLessThan(200);
  const lost = await page.evaluate(() => window.harness.projectionGpu.ends('lost'));
  expect(lost).toMatchObject({ umap: 'device-lost', neighbours: 'device-lost' });
});

test('a software adapter is taken only by who asks for it', async ({ open }) => {
  const page = await open({ args: gpuArgs });
  expect(await page.evaluate(() => window.harness.projectionGpu.found(false))).toBe('software-adapter');
  expect(await page.evaluate(() => window.harness.projectionGpu.found(true))).toBe('device');
  const plain = await open();
  expect(await plain.evaluate(() => window.harness.projectionGpu.found(true))).toMatch(/^no-/);
});
