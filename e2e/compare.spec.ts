import type { Page } from '@playwright/test';
import {
  type Exported,
  expect,
  exportImage,
  exportJson,
  exportVectors,
  FEW_WORDS,
  open,
  ready,
  test,
} from './support/app.ts';
import { difference, pixelsOf, sizeOf } from './support/pictures.ts';

test.describe.configure({ timeout: 180_000 });

/** A comparison of a few own words, by PCA, which is quick. */
const fewWords = (query: string, words: readonly string[] = FEW_WORDS) =>
  `/?view=compare&lang=en&projector=pca&dims=2&device=wasm&device2=wasm&${query}#texts=${encodeURIComponent(words.join('\n'))}`;

function comparisonIn({ result }: Exported) {
  const { k, neighbourOverlap, cka, correlation, moved, items, histograms, right, picked } = result ?? {};
  if (!items || !histograms || !right || !correlation || moved === undefined || picked === undefined)
    throw new Error('no comparison in the export');
  return { k, neighbourOverlap, cka, correlation, moved, items, histograms, right, picked };
}

async function listed(page: Page, testId: string): Promise<{ text: string; score: number }[]> {
  return page.getByTestId(testId).evaluate((list) =>
    [...list.querySelectorAll<HTMLElement>('[data-text]')].map(({ dataset }) => ({
      text: dataset.text ?? '',
      score: Number(dataset.score),
    })),
  );
}

/** The exported picture: the pixels of its left and its right half, as one number a pixel. */
async function halves(page: Page): Promise<[left: number[], right: number[]]> {
  const png = await exportImage(page);
  const { width: whole, height } = sizeOf(png);
  const width = whole >> 1;
  const half = (x: number) => pixelsOf(page, png, { x, y: 0, width, height });
  return [await half(0), await half(whole - width)];
}

test('a model compared with itself: all neighbours in common, one space, nothing moved', async ({ page }) => {
  await open(page, fewWords('model=glove-6b-50d&model2=glove-6b-50d'));
  const json = await exportJson(page);
  expect(json).toMatchObject({ view: 'compare', model: 'glove-6b-50d', model2: 'glove-6b-50d', data: 'own' });
  const { k, neighbourOverlap, cka, correlation, moved, items, histograms } = comparisonIn(json);
  expect(k).toBe(10);
  expect(neighbourOverlap).toBe(1);
  expect(cka).toBeCloseTo(1, 6);
  expect(correlation.pearson).toBeCloseTo(1, 6);
  expect(correlation.spearman).toBeCloseTo(1, 6);
  expect(moved).toBeCloseTo(0, 6);
  expect(items.every(({ overlap }) => overlap === 1)).toBe(true);
  expect(histograms.left).toEqual(histograms.right);
  expect(histograms.left.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
  for (const { coordinates, coordinates2 = [] } of json.points)
    for (const [axis, value] of coordinates.entries()) expect(coordinates2[axis]).toBeCloseTo(value, 6);
  await expect(page.getByText('every item has the same neighbours on both sides')).toBeVisible();
});

test('turned, selected or pointed at on one map, it is so on the other', async ({ page }) => {
  await open(page, fewWords('model=glove-6b-50d&model2=glove-6b-50d').replace('dims=2', 'dims=3'));
  const [first, second] = await halves(page);
  expect(difference(first, second)).toBeLessThan(0.002);

  // the keyboard turns the left map, and the right one follows
  const [left, right] = [0, 1].map((at) => page.getByRole('application').nth(at));
  await left.focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowLeft');
  const turned = await halves(page);
  expect(difference(first, turned[0])).toBeGreaterThan(0.003);
  expect(difference(turned[0], turned[1])).toBeLessThan(0.002);

  // and the other way round; Home brings both back
  await right.focus();
  await page.keyboard.press('Home');
  const back = await halves(page);
  expect(difference(first, back[0])).toBeLessThan(0.002);
  expect(difference(back[0], back[1])).toBeLessThan(0.002);

  await left.focus();
  await page.keyboard.press(']');
  const chosen = await page.getByTestId('inspector').getByRole('heading').first().textContent();
  expect(FEW_WORDS).toContain(chosen);
  expect(new URL(page.url()).searchParams.get('word')).toBe(chosen);
  const marked = await halves(page);
  expect(difference(back[0], marked[0])).toBeGreaterThan(0.0005);
  expect(difference(marked[0], marked[1])).toBeLessThan(0.002);

  await page.getByTestId('neighbours').getByRole('button').last().hover();
  const pointed = await halves(page);
  expect(difference(marked[0], pointed[0])).toBeGreaterThan(0.0002);
  expect(difference(pointed[0], pointed[1])).toBeLessThan(0.002);
});

test('static against contextual: both neighbour lists of an item, their common ones marked', async ({
  page,
}) => {
  const words = [...FEW_WORDS, 'apple', 'pear', 'plum', 'Rome', 'wolf'];
  await open(page, `${fewWords('word=cat', words)}`);
  await expect(page.getByTestId('inspector').getByRole('heading', { name: 'cat' })).toBeVisible();
  const json = await exportJson(page);
  expect(json).toMatchObject({ model: 'glove-6b-50d', model2: 'all-minilm-l6-v2', device: 'none', dim: 50 });
  const { neighbourOverlap, right, items, picked, moved } = comparisonIn(json);
  expect(right).toMatchObject({ model: 'all-minilm-l6-v2', device: 'wasm', layer: 6, dim: 384 });
  expect(neighbourOverlap).toBeGreaterThan(0);
  expect(neighbourOverlap).toBeLessThan(1);
  expect(moved).toBeGreaterThan(0);
  expect(await page.getByTestId('point-count').getAttribute('data-count')).toBe(String(words.length));

  // what is listed is what the export holds, and its overlap is that of the lists
  const lists = [await listed(page, 'neighbours'), await listed(page, 'neighbours2')];
  expect(lists[0].map(({ text }) => text)).toEqual(picked?.left.map(({ text }) => text));
  expect(lists[1].map(({ text }) => text)).toEqual(picked?.right.map(({ text }) => text));
  const [onLeft, onRight] = lists.map((list) => new Set(list.map(({ text }) => text)));
  const common = [...onLeft].filter((text) => onRight.has(text));
  const jaccard = common.length / (onLeft.size + onRight.size - common.length);
  expect(items.find(({ id }) => id === picked?.id)?.overlap).toBeCloseTo(jaccard, 12);
  for (const testId of ['neighbours', 'neighbours2'])
    await expect(page.getByTestId(testId).getByRole('button', { name: 'on both sides' })).toHaveCount(
      common.length,
    );

  // the scores are cosines of the exported vectors
  const { shape, data } = await exportVectors(page);
  expect(shape).toEqual([words.length, 50]);
  const row = (text: string) => {
    const at = json.points.findIndex((point) => point.text === text);
    return data.subarray(at * 50, (at + 1) * 50);
  };
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, d) => sum + value * y[d], 0);
  const [cat, nearest] = [row('cat'), row(lists[0][0].text)];
  expect(lists[0][0].score).toBeCloseTo(
    dot(cat, nearest) / Math.sqrt(dot(cat, cat) * dot(nearest, nearest)),
    5,
  );
});

test('a suggestion says why, and its items stand out in the table as well', async ({ page }) => {
  await open(page, '/?view=compare&lang=en&projector=pca&device2=wasm');
  const first = page.getByTestId('suggestions').getByRole('button').first();
  await expect(first).toContainText(/\d+\s?% against \d+\s?% of their neighbours/);
  const { result } = await exportJson(page);
  const [suggestion] = result?.suggestions ?? [];
  expect(suggestion.ids).toHaveLength(Number(await first.getAttribute('data-count')));
  await first.click();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('radio', { name: 'Table' }).check({ force: true });
  await ready(page);
  await expect(page.getByRole('table').first()).toHaveAttribute(
    'aria-rowcount',
    String(suggestion.ids.length + 1),
  );
  await page.getByRole('button', { name: 'Show all again' }).click();
  await expect(page.getByRole('table').first()).toHaveAttribute(
    'aria-rowcount',
    String((result?.items?.length ?? 0) + 1),
  );
  await page.getByRole('columnheader', { name: 'Moved' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Moved' })).toHaveAttribute('aria-sort', 'ascending');
});

test('a link holds both sides, and a ready comparison sets them', async ({ page }) => {
  const asked =
    'model=all-minilm-l6-v2&model2=all-minilm-l6-v2&layer=table&layer2=3&pooling2=cls&centre2=shown&align=joint';
  await open(page, fewWords(asked));
  const json = await exportJson(page);
  expect(json).toMatchObject({ layer: 'table', pooling: 'mean', centre: 'none' });
  expect(comparisonIn(json).right).toMatchObject({ layer: 3, pooling: 'cls', centre: 'shown' });
  expect(json.result?.align).toBe('joint');
  await expect(page.getByTestId('layer-slider')).toHaveValue('0');
  const address = page.url();
  for (const part of asked.split('&')) expect(address).toContain(part);

  await page.getByRole('button', { name: '[CLS] or mean' }).click();
  await ready(page);
  expect(new URL(page.url()).searchParams.get('pooling')).toBe('cls');
  const { right } = comparisonIn(await exportJson(page));
  expect(right).toMatchObject({ model: 'all-minilm-l6-v2', pooling: 'mean', layer: 6, centre: 'none' });
  await page.getByTestId('model-select').selectOption('glove-6b-50d');
  await ready(page);
  expect((await exportJson(page)).model).toBe('glove-6b-50d');
});

test('words that one model lacks are left out and named; only shared items are compared', async ({
  page,
}) => {
  await open(page, fewWords('', [...FEW_WORDS, 'zzqqxx']));
  await expect(page.getByTestId('message').filter({ hasText: 'zzqqxx' })).toBeVisible();
  expect(await page.getByTestId('point-count').getAttribute('data-count')).toBe(String(FEW_WORDS.length));
  await expect(
    page.getByText(`Only what both models know is compared: ${FEW_WORDS.length} items.`),
  ).toBeVisible();
});

test('one map that morphs: the slider takes the dots to the right map and back', async ({ page }) => {
  await open(page, fewWords(''));
  await page.getByRole('button', { name: 'One map, morphing' }).click();
  const slider = page.getByTestId('morph');
  await expect(slider).toHaveValue('0');
  await page.waitForTimeout(500);
  const [start] = await halves(page);
  await slider.fill('1');
  await expect(slider).toHaveAttribute('aria-valuetext', '100 % of the way');
  await page.waitForTimeout(500);
  expect(difference(start, (await halves(page))[0])).toBeGreaterThan(0.003);
  await slider.fill('0');
  await page.waitForTimeout(500);
  expect(difference(start, (await halves(page))[0])).toBeLessThan(0.002);
  // where less motion is asked for, nothing plays
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0);
});
