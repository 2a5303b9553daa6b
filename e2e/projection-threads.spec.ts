import { expect, test } from './support/models.ts';

const ENGINE = 'embedding-explorer 1 (WebAssembly)';

for (const [n, dim, metric, how] of [
  [4000, 40, 'cosine', 'exact neighbours'],
  [3000, 20, 'euclidean', 'exact neighbours'],
  [21_000, 24, 'cosine', 'neighbours by descent'],
] as const) {
  test(`one seed gives one map on 1, 2 and 4 threads: ${n} vectors, ${metric}, ${how}`, async ({ open }) => {
    const page = await open();
    expect(await page.evaluate(() => window.harness.projectionThreads.isolated())).toBe(true);
    const found = await page.evaluate(
      ([n, dim, metric]) => window.harness.projectionThreads.differences(n, dim, metric, 60),
      [n, dim, metric] as const,
    );
    expect(found).toMatchObject({ engine: ENGINE, finite: true, differing: [0, 0, 0] });
    expect(found.qualities[1]).toEqual(found.qualities[0]);
    expect(found.qualities[2]).toEqual(found.qualities[0]);
    if (n > 20_000) expect(found.recall).toBeGreaterThan(0.98);
    else expect(found.recall).toBe(null);
  });
}

test('a projection that is cancelled ends, and the next one works', async ({ open }) => {
  const page = await open();
  for (const stage of ['neighbours', 'umap'] as const) {
    const ended = await page.evaluate((at) => window.harness.projectionThreads.cancel(6000, 60, at), stage);
    expect(ended).toEqual({ error: 'AbortError', nEpochs: 20 });
  }
});
