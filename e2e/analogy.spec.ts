import type { Page } from '@playwright/test';
import {
  type Exported,
  ended,
  expect,
  exportImage,
  exportJson,
  exportVectors,
  open,
  ready,
  test,
} from './support/app.ts';

test.describe.configure({ timeout: 180_000 });

const link = (query: string) => `/?view=analogy&${query}`;

async function answers(page: Page): Promise<{ text: string; score: number }[]> {
  return page.getByTestId('analogy-result').evaluate((list) =>
    [...list.querySelectorAll<HTMLElement>('[data-text]')].map(({ dataset }) => ({
      text: dataset.text ?? '',
      score: Number(dataset.score),
    })),
  );
}

function placeOf(json: Exported, text: string): number[] {
  const point = json.points.find((point) => point.text === text);
  if (!point) throw new Error(`no point ${text}`);
  return point.coordinates;
}

test('国王 − 男人 + 女人: the queen is among the first three, with the plane of the parallelogram', async ({
  page,
}) => {
  await open(page, link('lang=zh'));
  expect((await answers(page)).slice(0, 3).map(({ text }) => text)).toContain('女王');
  const json = await exportJson(page);
  expect(json).toMatchObject({ view: 'analogy', model: 'glove-zh-cedict', data: 'words-zh', device: 'none' });
  const { candidates = [], words } = json.result ?? {};
  expect(words).toMatchObject({ kind: 'dictionary', count: 55_500, languages: ['zh'] });
  expect((await answers(page)).map(({ text }) => text)).toEqual(candidates.map(({ text }) => text));
  for (const given of ['男人', '国王', '女人'])
    expect(candidates.map(({ text }) => text)).not.toContain(given);

  // the vectors of the points are the raw ones: 3CosAdd and 3CosMul can be worked out from them
  const { shape, data } = await exportVectors(page);
  expect(shape).toEqual([json.points.length, 150]);
  const unit = (text: string) => {
    const at = json.points.findIndex((point) => point.text === text);
    const row = data.subarray(at * 150, (at + 1) * 150);
    return row.map((value) => value / Math.hypot(...row));
  };
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, d) => sum + value * y[d], 0);
  const [a, b, c, d] = ['男人', '国王', '女人', '女王'].map(unit);
  const reached = b.map((value, at) => value - a[at] + c[at]);
  const queen = candidates.find(({ text }) => text === '女王');
  expect(queen?.score).toBeCloseTo(dot(reached, d) / Math.hypot(...reached), 5);
  const shifted = (x: Float32Array) => (1 + dot(x, d)) / 2;
  expect(queen?.scoreMul).toBeCloseTo((shifted(b) * shifted(c)) / (shifted(a) + 1e-6), 5);

  // b − a and the step from c are one arrow in the picture, as long as between the vectors
  const [from, to, start, end] = ['男人', '国王', '女人', '国王 − 男人 + 女人'].map((text) =>
    placeOf(json, text),
  );
  for (let axis = 0; axis < 3; axis++) expect(end[axis] - start[axis]).toBeCloseTo(to[axis] - from[axis], 4);
  const drawn = Math.hypot(...to.map((value, axis) => value - from[axis]));
  expect(drawn).toBeCloseTo(Math.hypot(...b.map((value, at) => value - a[at])), 4);
  expect(json.result?.offsets?.kept[0]).toBeCloseTo(1, 5);
  expect((await exportImage(page)).subarray(1, 4).toString()).toBe('PNG');
});

test('king − man + woman gives queen first; both notations keep step', async ({ page }) => {
  await open(page, link('lang=en'));
  expect((await answers(page))[0].text).toBe('queen');
  await expect(page.getByTestId('formula')).toHaveValue('king − man + woman');

  await page.getByTestId('analogy-a').fill('france');
  await page.getByTestId('analogy-b').fill('paris');
  await page.getByTestId('analogy-c').fill('japan');
  await ready(page);
  expect((await answers(page))[0].text).toBe('tokyo');
  await expect(page.getByTestId('formula')).toHaveValue('paris − france + japan');
  expect(new URL(page.url()).searchParams.get('c')).toBe('japan');

  await page.getByTestId('formula').fill('berlin - germany + italy');
  await ready(page);
  await expect(page.getByTestId('analogy-a')).toHaveValue('germany');
  expect((await answers(page))[0].text).toBe('rome');
  expect(new URL(page.url()).searchParams.get('expr')).toBeNull();
});

test('法国 → 巴黎 and 日本 → 东京 are near-parallel arrows', async ({ page }) => {
  await open(page, link('lang=zh&a=法国&b=巴黎&c=日本'));
  expect((await answers(page))[0].text).toBe('东京');
  const json = await exportJson(page);
  // pairs of capitals put together at random have offsets with a mean cosine of .18 (fixtures/analogy)
  expect(json.result?.offsets?.cosine).toBeGreaterThan(0.6);
  const drawn = (from: string, to: string) =>
    placeOf(json, to).map((value, axis) => value - placeOf(json, from)[axis]);
  const [french, japanese] = [drawn('法国', '巴黎'), drawn('日本', '东京')];
  const cosine = french.reduce((sum, value, axis) => sum + value * japanese[axis], 0);
  expect(cosine / (Math.hypot(...french) * Math.hypot(...japanese))).toBeGreaterThan(0.75);
});

test('any sum of words: brackets, factors and averages; the inputs are shown among all words', async ({
  page,
}) => {
  await open(page, link(`lang=zh&expr=${encodeURIComponent('avg(猫, 狗, 马)')}`));
  const { result, points } = await exportJson(page);
  expect(result?.candidates?.map(({ text }) => text)).not.toContain('狗');
  expect(result?.including?.slice(0, 3).map(({ text }) => text)).toContain('狗');
  expect(points.some(({ id }) => id === 'target')).toBe(true);
  await page.getByText('全部的词').click();
  expect((await answers(page)).map(({ text }) => text)).toContain('狗');
});

test('a formula with an error points at the place, and nothing loaded is lost', async ({ page }) => {
  await open(page, link('lang=en'));
  await page.getByTestId('formula').fill('king - (man + woman');
  expect(await ended(page)).toBe('error');
  await expect(page.getByTestId('message')).toContainText('character 8');
  await expect(page.locator('.formula-place mark')).toHaveText('(');
  expect((await answers(page))[0].text).toBe('queen');
  await page.getByTestId('formula').fill('king - (man + woman)');
  await ready(page);
  await expect(page.getByTestId('message')).toHaveCount(0);
});

test('an unknown word: nearest spellings, and which model knows it', async ({ page }) => {
  await open(page, link('lang=en'));
  await page.getByTestId('analogy-b').fill('quene');
  expect(await ended(page)).toBe('error');
  await expect(page.getByTestId('message')).toContainText('quene');
  await page.getByRole('button', { name: 'queen', exact: true }).click();
  await ready(page);
  await expect(page.getByTestId('analogy-b')).toHaveValue('queen');

  await page.getByTestId('analogy-c').fill('国王');
  expect(await ended(page)).toBe('error');
  await expect(page.getByRole('button', { name: 'GloVe Chinese (by dictionary)' })).toBeVisible();
});

test('a = b is no arrow, and says so; 國王 is found as 国王', async ({ page }) => {
  await open(page, link('lang=zh&a=猫&b=猫&c=國王'));
  await expect(page.getByTestId('message')).toContainText('猫');
  const { result } = await exportJson(page);
  expect(result?.candidates?.[0].text).not.toBe('国王');
  expect(result?.formula).toBe('国王');
});

test('both languages in one space: Chinese questions have English answers', async ({ page }) => {
  await open(page, link('lang=zh&languages=both&a=法国&b=巴黎&c=japan'));
  const { result, dim } = await exportJson(page);
  expect(dim).toBe(50);
  expect(result?.words).toMatchObject({ count: 115_500, languages: ['zh', 'en'] });
  const first = result?.candidates?.slice(0, 6) ?? [];
  expect(new Set(first.map(({ language }) => language)).size).toBe(2);
  expect(first.map(({ text }) => text)).toEqual(expect.arrayContaining(['tokyo', '东京']));
});

test('a contextual model answers from the words of the data, and says so', async ({ page }) => {
  await open(page, link('lang=en&model=all-minilm-l6-v2&device=wasm&a=france&b=paris&c=japan'));
  const { result, layer, dim } = await exportJson(page);
  expect(result?.words).toMatchObject({ kind: 'list' });
  expect([layer, dim]).toEqual([6, 384]);
  await expect(page.getByText('words of the data can be answers')).toBeVisible();
});

test('links come back the same, and an illegal value says so', async ({ page }) => {
  await open(page, link('lang=en&axis=~&relation=%20&face=nothing'));
  await expect(page.getByTestId('message')).toContainText('face=nothing');
  expect((await answers(page))[0].text).toBe('queen');
});

test('a question left while it is typed is answered when one comes back', async ({ page }) => {
  await open(page, link('lang=en'));
  await page.getByTestId('analogy-c').fill('girl');
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await ready(page);
  await page.getByRole('button', { name: 'Words as arrows' }).click();
  await ready(page);
  await expect(page.getByTestId('analogy-c')).toHaveValue('girl');
  expect((await exportJson(page)).result?.formula).toBe('king − man + girl');
});
