import { readFileSync } from 'node:fs';
import { ended, expect, exportJson, exportVectors, open, ready, test } from './support/app.ts';

test.describe.configure({ timeout: 180_000 });

const link = (query: string) => `/?view=analogy&${query}`;
const fixture = JSON.parse(readFileSync('fixtures/analogy/analogy.json', 'utf8'));

test('relations: counted as an independent Python count has them, with the baseline of shuffled pairs', async ({
  page,
}) => {
  await open(page, link('lang=en&relation=capital'));
  const { result, points } = await exportJson(page);
  const {
    relations = [],
    relation,
    parallel,
  } = (result ?? {}) as unknown as {
    relations: {
      id: string;
      measured: { questions: number; right: { add: number; mul: number; withInputs: number } } | null;
    }[];
    relation: string;
    parallel: { mean: number; shuffled: number };
  };
  expect(relation).toBe('capital');
  expect(relations.length).toBeGreaterThanOrEqual(12);
  expect(points).toHaveLength(40);
  const theirs = fixture.languages.en.relations as { id: string; add: { right: number; total: number } }[];
  expect(theirs.length).toBe(relations.length);
  for (const { id, add } of theirs) {
    const ours = relations.find((row) => row.id === id)?.measured;
    expect([id, ours?.questions, ours?.right.add]).toEqual([id, add.total, add.right]);
  }
  expect(parallel.mean).toBeGreaterThan(parallel.shuffled + 0.3);
  await expect(page.getByTestId('parallelism')).toContainText(parallel.mean.toFixed(2));

  // another relation is there at once, and in the link
  await page.getByTestId('relation-select').selectOption('opposite');
  await ready(page);
  expect(new URL(page.url()).searchParams.get('relation')).toBe('opposite');
  await expect(page.getByTestId('relation-pairs')).toBeVisible();
});

test('a relation that is not there says so, and the first is shown', async ({ page }) => {
  await open(page, link('lang=zh&relation=nothing'));
  await expect(page.getByTestId('message')).toContainText('nothing');
  expect((await exportJson(page)).result).toMatchObject({ relation: 'capital' });
});

test('axes: words lie between the poles, and a second axis makes a scatter plot', async ({ page }) => {
  await open(page, link('lang=en&axis=cold~hot&axis2=man,he~woman,she'));
  const { result, points } = await exportJson(page);
  const {
    placed = [],
    axes = [],
    between,
  } = (result ?? {}) as unknown as {
    placed: { text: string; places: number[] }[];
    axes: unknown[];
    between: number;
  };
  expect(axes).toHaveLength(2);
  expect(Math.abs(between)).toBeLessThan(0.5);
  const placeOf = (word: string) => placed.find(({ text }) => text === word)?.places ?? [];
  expect(placeOf('actress')[1]).toBeGreaterThan(placeOf('actor')[1]);
  expect(points.every(({ coordinates }) => coordinates.length === 2)).toBe(true);
  // along the axis as in the numbers
  const at = (word: string) => points.find(({ text }) => text === word)?.coordinates ?? [];
  const [one, other] = ['queen', 'king'];
  expect(Math.sign(at(one)[1] - at(other)[1])).toBe(Math.sign(placeOf(one)[1] - placeOf(other)[1]));
});

test('an axis of a word with itself is refused in a sentence', async ({ page }) => {
  await page.goto(link('lang=zh&axis=冷~冷'));
  expect(await ended(page)).toBe('error');
  await expect(page.getByTestId('message')).toContainText('轴');
});

test('the map’s words are placed along an axis, and go home again', async ({ page }) => {
  await open(page, '/?lang=zh&axis=便宜~昂贵');
  const along = (await exportJson(page)).points;
  expect(along[0].coordinates).toHaveLength(2);
  await page.getByText('回到地图').click();
  await ready(page);
  expect(new URL(page.url()).searchParams.get('axis')).toBeNull();
  expect((await exportJson(page)).points[0].coordinates).toHaveLength(3);
});

test('neighbours of the whole vocabulary equal gensim’s, across languages too', async ({ page }) => {
  await open(page, link('lang=en&face=neighbours&word=king'));
  const list = page.getByTestId('neighbours');
  const texts = async () =>
    list.evaluate((node) =>
      [...node.querySelectorAll<HTMLElement>('[data-text]')].map(({ dataset }) => dataset.text),
    );
  expect((await texts())[0]).toBe('prince');
  const { result } = await exportJson(page);
  expect(result?.candidates?.[0]).toMatchObject({ text: 'prince' });

  await open(page, link('lang=zh&face=neighbours&word=国王&languages=both'));
  const both = (await exportJson(page)).result?.candidates ?? [];
  expect(new Set(both.map(({ language }) => language)).size).toBe(2);
});

test('the neighbour game: one hop at a time, in the link, and the fewest hops on demand', async ({
  page,
}) => {
  await open(page, link(`lang=zh&game=${encodeURIComponent('牛奶~老师')}`));
  const offers = page.getByTestId('offers').getByRole('button');
  expect(await offers.count()).toBe(12);
  await offers.first().click();
  await ready(page);
  expect(new URL(page.url()).searchParams.get('game')).toMatch(/^牛奶,.+~老师$/);
  await page.goBack();
  await ready(page);
  expect(new URL(page.url()).searchParams.get('game')).toBe('牛奶~老师');
});

test('one-hot, random, trained: the same words, and the numbers of each stage in the export', async ({
  page,
}) => {
  await open(page, link('lang=en&face=random'));
  const slider = page.getByTestId('stage-slider').first();
  expect((await exportVectors(page)).shape[1]).toBe(50);
  await slider.focus();
  await page.keyboard.press('Home');
  await ready(page);
  const { shape, data } = await exportVectors(page);
  expect(shape[0]).toBe(shape[1]);
  // every pair of one-hot vectors is equally far apart
  for (let row = 0; row < shape[0]; row++) {
    const own = data.subarray(row * shape[1], (row + 1) * shape[1]);
    expect(own.reduce((sum, value) => sum + value, 0)).toBe(1);
    expect(own[row]).toBe(1);
  }
});

test('the guided path ticks itself, and its step is in the link', async ({ page }) => {
  await open(page, link('lang=en&step=1'));
  await page.getByTestId('analogy-c').fill('girl');
  await ready(page);
  await expect(page.locator('.guided-tick')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  expect(new URL(page.url()).searchParams.get('step')).toBe('2');
});
