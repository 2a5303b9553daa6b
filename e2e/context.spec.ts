import type { Page } from '@playwright/test';
import { ended, expect, exportImage, exportJson, exportVectors, open, ready, test } from './support/app.ts';

// models are loaded anew for each page, on a machine that may be busy
test.describe.configure({ timeout: 240_000 });

const lab = (query: string, sentences?: readonly string[]) =>
  `/?view=context&device=wasm&${query}${sentences ? `#sentences=${encodeURIComponent(sentences.join('\n'))}` : ''}`;

async function type(page: Page, sentences: readonly string[]): Promise<void> {
  await page.getByTestId('context-sentences').fill(sentences.join('\n'));
}

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * b[at], 0) / (Math.hypot(...a) * Math.hypot(...b));

test('苹果: one entry in the dictionary, a point for every sentence, two clouds', async ({ page }) => {
  await open(page, lab('lang=zh'));
  const json = await exportJson(page);
  expect(json).toMatchObject({
    view: 'context',
    model: 'bge-small-zh-v1.5',
    model2: 'glove-zh-cedict',
    layer: 4,
    centre: 'shown',
    data: 'contexts-zh',
  });
  expect(json.points).toHaveLength(16);
  for (const { text, sentence = '', start, end } of json.points)
    expect(sentence.slice(start, end)).toBe(text);
  expect(new Set(json.points.map(({ id }) => id)).size).toBe(16);

  const { shape, data } = await exportVectors(page);
  expect(shape).toEqual([16, 512]);
  const row = (at: number) => data.subarray(at * 512, (at + 1) * 512);
  const { similarity = [], layers = [], bestLayer } = json.result ?? {};
  for (const a of [0, 7, 15]) {
    for (const b of [0, 3, 12]) expect(similarity[a][b]).toBeCloseTo(cosine(row(a), row(b)), 5);
  }
  expect(layers.map(({ layer }) => layer)).toEqual(['table', 0, 1, 2, 3, 4]);
  expect(layers[5].ari).toBeGreaterThan(0.7);
  expect(layers[0]).toMatchObject({ silhouetteFound: null, ari: 0 });
  const scores = layers.map(({ silhouetteGiven }) => silhouetteGiven ?? Number.NEGATIVE_INFINITY);
  expect(bestLayer).toBe(layers[scores.indexOf(Math.max(...scores))].layer);
  expect((await exportImage(page)).subarray(1, 4).toString()).toBe('PNG');

  // the static pane, as a table: the word itself first, then fruit and firms
  await page.getByRole('radio', { name: '表格' }).check({ force: true });
  const entry = page.getByRole('region', { name: '静态：词典里的一个词条' });
  await expect(entry.getByRole('row').nth(1)).toContainText('苹果');
  await expect(entry.getByRole('row').filter({ hasText: '芒果' })).toHaveCount(1);
});

test('at the table every occurrence is one and the same vector, and one point', async ({ page }) => {
  await open(page, lab('lang=zh&word=苹果'));
  await page.getByTestId('layer-slider').fill('0');
  await ready(page);
  expect(new URL(page.url()).searchParams.get('layer')).toBe('table');
  const { data, shape } = await exportVectors(page);
  for (let at = 0; at < data.length; at++)
    expect(Math.abs(data[at] - data[at % shape[1]])).toBeLessThan(1e-6);
  const { points, layer } = await exportJson(page);
  expect(layer).toBe('table');
  for (const { coordinates } of points) expect(coordinates).toEqual(points[0].coordinates);
  await expect(page.getByText('这里所有出现也是同一个点')).toBeVisible();
});

test('typed sentences: spans are right after emoji, in full-width letters, and twice in a sentence', async ({
  page,
}) => {
  await open(page, lab('lang=en'));
  await page.getByTestId('context-word').fill('apple');
  await type(page, [
    '😀👩‍👩‍👧 An apple a day keeps the doctor away.',
    'ＡＰＰＬＥ sold more phones than ever.',
    'I like apple juice, but apple pie is better.\tfood',
    'Nothing to see here.',
    '我用 Apple 的电脑。',
    'pineapple is not it',
  ]);
  await expect(page.getByTestId('status')).toHaveAttribute('data-state', 'loading', { timeout: 100 });
  await ready(page);
  const { points, data, result } = await exportJson(page);
  expect(data).toBe('own');
  expect(points.map(({ text, sentence = '', start }) => [text, sentence.slice(0, start)])).toEqual([
    ['apple', '😀👩‍👩‍👧 An '],
    ['ＡＰＰＬＥ', ''],
    ['apple', 'I like '],
    ['apple', 'I like apple juice, but '],
    ['Apple', '我用 '],
  ]);
  expect(points.map(({ group }) => group)).toEqual(['', '', 'food', 'food', '']);
  expect(result?.similarity).toHaveLength(5);
  await expect(page.getByTestId('message').filter({ hasText: 'line 4, 6' })).toBeVisible();
});

test('what is typed survives in a link, with its senses, layer and number of senses', async ({
  page,
  context,
}) => {
  const sentences = [
    'He sat on the bank of the river.\triver',
    'The bank raised its interest rates.\tmoney',
    'Reeds grow along the muddy bank.\triver',
    'She works as a clerk in a bank.\tmoney',
    'The bank lent him a million.\tmoney',
    'We moored the boat at the bank.\triver',
  ];
  await open(page, lab('lang=en&word=bank&k=2&dims=2'));
  await type(page, sentences);
  await ready(page);
  await page.getByTestId('layer-slider').fill('5');
  await ready(page);
  const before = await exportJson(page);
  expect(before.points.map(({ group }) => group)).toEqual([
    'river',
    'money',
    'river',
    'money',
    'money',
    'river',
  ]);
  expect(before.layer).toBe(4);
  expect(new Set(before.points.map(({ cluster }) => cluster)).size).toBe(2);
  const other = await context.newPage();
  await open(other, page.url());
  expect(await exportJson(other)).toEqual(before);
  expect(await other.getByTestId('context-sentences').inputValue()).toBe(sentences.join('\n'));
});

test.describe('bad input', () => {
  test('a word that is nowhere is said, and what was shown stays', async ({ page }) => {
    await open(
      page,
      lab('lang=en&word=apple', ['An apple fell.', 'Apple sells phones.', 'The apple was red.']),
    );
    await page.getByTestId('context-word').fill('zebra');
    expect(await ended(page)).toBe('error');
    await expect(page.getByTestId('message')).toContainText('“zebra”');
    await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', '3');
    await page.getByTestId('context-word').fill('apple');
    await ready(page);
  });

  test('one sentence, the same sentence twice, and a word the dictionary lacks', async ({ page }) => {
    await open(page, lab('lang=en&word=apple', ['An apple fell.']));
    await expect(page.getByTestId('message')).toContainText('One dot');
    expect((await exportJson(page)).points).toHaveLength(1);
    await type(page, ['An apple fell.', 'An apple fell.']);
    await ready(page);
    await expect(page.getByTestId('message').filter({ hasText: 'same sentence again' })).toBeVisible();
    const { points, result } = await exportJson(page);
    expect(points[1].coordinates).toEqual(points[0].coordinates);
    expect(result?.similarity[0][1]).toBeCloseTo(1, 6);
    await page.getByTestId('context-word').fill('flurbish');
    await type(page, ['A flurbish ate my lunch.', 'My flurbish is blue.', 'Never feed a flurbish.']);
    await ready(page);
    await expect(page.getByText('“flurbish” is not in this dictionary')).toBeVisible();
    expect((await exportJson(page)).points).toHaveLength(3);
  });

  test('a sentence longer than the model reads keeps the part round the word', async ({ page }) => {
    const filler = 'and so on it went for many a long day '.repeat(80);
    const sentences = [`${filler} until an apple fell ${filler}`, 'An apple fell.', 'The apple was red.'];
    await open(page, lab('lang=en&word=apple&projector=pca', sentences));
    await expect(page.getByTestId('message').filter({ hasText: '512' })).toBeVisible();
    const { points } = await exportJson(page);
    expect(points[0].sentence?.slice(points[0].start, points[0].end)).toBe('apple');
  });

  test('five hundred sentences', async ({ page }) => {
    const sentences = Array.from({ length: 500 }, (_, n) =>
      n % 2 ? `I ate apple number ${n}.` : `The apple firm sold ${n} phones.`,
    );
    await open(page, lab('lang=en&word=apple&projector=pca&k=2', sentences));
    const { points, result } = await exportJson(page);
    expect(points).toHaveLength(500);
    expect(result?.similarity).toHaveLength(500);
    await page.getByRole('radio', { name: 'Matrix' }).check({ force: true });
    await ready(page);
    await page.getByTestId('layer-slider').fill('3');
    await ready(page);
  });
});

test('what moved it, find by meaning, and the matrix', async ({ page }) => {
  await open(page, lab('lang=en&word=bank'));
  await page.getByRole('button', { name: /savings account at the bank/ }).click();
  await expect(page.getByText('[CLS]')).toBeVisible();
  await page.getByRole('button', { name: 'What moved it' }).click();
  await ready(page);
  await expect(page.getByText(/it moves most/)).toBeVisible();

  await page.getByRole('button', { name: 'Find by meaning' }).click();
  await ready(page, 180_000);
  const best = page
    .getByRole('region', { name: 'Occurrence' })
    .locator('.like-sentences')
    .first()
    .locator('li');
  expect(await best.count()).toBe(40);
  const top = await best.allInnerTexts();
  // of the ten nearest among all bundled sentences of forty words, most have the word in the same sense
  expect(top.slice(0, 9).filter((text) => text.includes('money institution')).length).toBeGreaterThanOrEqual(
    6,
  );

  await page.getByRole('radio', { name: 'Matrix' }).check({ force: true });
  await ready(page);
  const matrix = page.getByRole('region', { name: 'Contextual: one point an occurrence' });
  await matrix
    .getByRole('application')
    .or(matrix.getByRole('grid'))
    .or(matrix.locator('canvas'))
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Two occurrences' })).toBeVisible();
  await expect(page.getByText('Cosine similarity, raw vectors')).toBeVisible();
});

test('two words share one space', async ({ page }) => {
  await open(
    page,
    lab('lang=zh&word=银行,河岸', [
      '他去银行存钱。',
      '银行下调了利率。',
      '河岸长满芦苇。',
      '他们在河岸钓鱼。',
    ]),
  );
  const { points } = await exportJson(page);
  expect(points.map(({ text }) => text)).toEqual(['银行', '银行', '河岸', '河岸']);
  await expect(page.getByText('两个词条的余弦相似度')).toBeVisible();
  await page.getByRole('button', { name: /他去银行存钱/ }).click();
  await expect(page.getByRole('heading', { name: '最近的“河岸”' })).toBeVisible();
});

test('the guided path ticks itself, and its step is in the link', async ({ page }) => {
  await open(page, lab('lang=en&word=bank&step=1'));
  await expect(page.getByRole('heading', { name: 'One place, lit twice' })).toBeVisible();
  await page.getByRole('button', { name: /savings account at the bank/ }).hover();
  await page.getByRole('button', { name: 'Next' }).click();
  expect(new URL(page.url()).searchParams.get('step')).toBe('2');
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByRole('heading', { name: 'Before any context' })).toBeVisible();
  await page.getByTestId('layer-slider').fill('0');
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Play through the layers' }).click();
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByTestId('layer-slider')).toHaveValue('7');
});

test('the code of the link for the class, and the parts of the contract', async ({ page }) => {
  await open(page, lab('lang=en&word=bank'));
  await page.getByRole('button', { name: 'QR code for the class' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await page.keyboard.press('Escape');
  for (const id of [
    'context-word',
    'context-sentences',
    'layer-slider',
    'export-json',
    'device',
    'point-count',
  ]) {
    await expect(page.getByTestId(id)).toBeAttached();
  }
  const problems = '/?view=context&lang=en&model=glove-6b-50d&k=21&layer=99&device=wasm';
  await open(page, problems);
  await expect(page.getByTestId('message').first()).toContainText('model=glove-6b-50d, k=21');
  await expect(page.getByTestId('message').filter({ hasText: 'no layer 99' })).toBeVisible();
  expect((await exportJson(page)).layer).toBe(6);
});

test('the lab comes back as it was left, Back brings typed sentences back, and each input is one run', async ({
  page,
}) => {
  const run = async () => Number(await page.getByTestId('status').getAttribute('data-run'));
  await open(page, lab('lang=en'));
  await page.getByTestId('context-word').fill('apple');
  await type(page, ['An apple fell.', 'Apple sells phones.', 'The apple was red.']);
  await ready(page);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await ready(page);
  await expect(page.getByTestId('search')).toBeVisible();
  await page.getByRole('button', { name: 'One word in many sentences' }).click();
  await ready(page);
  expect(await page.getByTestId('context-word').inputValue()).toBe('apple');
  await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', '3');

  let before = await run();
  await page.getByRole('button', { name: 'Back to the ready ones' }).click();
  await ready(page);
  expect(await run()).toBe(before + 1);
  await expect(page.getByTestId('message')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', '3');
  await ready(page);

  before = await run();
  await page.getByTestId('language').selectOption('zh');
  await ready(page);
  expect(await run()).toBe(before + 1);
  await expect(page.getByTestId('point-count')).toHaveAttribute('data-count', '3');
});
