import { expect, exportJson, fewWordsLink, open, ready, test } from './support/app.ts';

for (const lang of ['zh', 'en'] as const) {
  test(`clusters of the ${lang} words are found, named, and agree with the groups they were given`, async ({
    page,
  }) => {
    await open(page, `/?lang=${lang}`);
    await page.getByText(lang === 'zh' ? '找到的群' : 'Found clusters').click();
    await ready(page);
    const { points, result } = await exportJson(page);
    const { k = 0, labels = [], names = [], dominant = [], nmi, ari, method } = result ?? {};
    expect(method).toBe('density');
    expect(nmi).toBeGreaterThanOrEqual(0.6);
    expect(ari).toBeGreaterThan(0.4);
    expect(k).toBeGreaterThan(10);
    expect(points.map(({ cluster }) => Number(cluster))).toEqual(labels);
    expect(new Set(labels.filter((label) => label >= 0)).size).toBe(k);
    // a cluster is called by words of its own
    names.forEach((words, cluster) => {
      for (const word of words) {
        expect(points.some((point) => point.text === word && point.cluster === String(cluster))).toBe(true);
      }
    });
    for (const group of ['colours', 'animals', 'countries']) {
      expect(dominant.map((most) => most?.group)).toContain(group);
    }
    await expect(page.getByText(`NMI ${nmi?.toFixed(2)}`)).toBeVisible();
  });
}

test('as many clusters as asked for, the same for the same seed', async ({ page }) => {
  await open(page, '/?lang=en&colour=found&k=8');
  const first = (await exportJson(page)).result;
  expect(first).toMatchObject({ method: 'k-means', k: 8 });
  await page.reload();
  await ready(page);
  expect((await exportJson(page)).result?.labels).toEqual(first?.labels);
  await page.getByLabel('How many').selectOption('3');
  await ready(page);
  expect(new URL(page.url()).searchParams.get('k')).toBe('3');
  expect((await exportJson(page)).result?.k).toBe(3);
});

test('three points, and own words, have clusters too', async ({ page }) => {
  await open(page, `/?lang=en&colour=found#texts=${encodeURIComponent('cat\ndog\nmoon')}`);
  const three = (await exportJson(page)).result;
  expect(three?.labels).toHaveLength(3);
  expect(three?.nmi).not.toBeNaN();
  await open(page, fewWordsLink('&colour=found&k=3'));
  const { points, result } = await exportJson(page);
  expect(result?.k).toBe(3);
  const clusterOf = (word: string) => points.find(({ text }) => text === word)?.cluster;
  expect(clusterOf('lion')).toBe(clusterOf('tiger'));
  expect(clusterOf('Paris')).toBe(clusterOf('Madrid'));
  expect(clusterOf('Paris')).not.toBe(clusterOf('blue'));
});
